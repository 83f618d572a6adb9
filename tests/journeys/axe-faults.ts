import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { engineOf, handOver } from './hand-over.ts';

/** Which rules are looked at: all, all but that of colours (which takes longest), or that alone. */
export type Rules = 'all' | 'without colours' | 'colours';

/** Without its comments and long names it is read in half the time, on each page anew. */
const SOURCE = readFileSync(
  resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
  'utf8',
);

/** Engines that are asked for no faults: the same screens are asked in Chromium. */
const ELSEWHERE = new Set(['firefox']);

/**
 * What axe finds on the page, by rule and element. Evaluated as a script of the test: the policy
 * stops script tags.
 */
export const axeFaults = async (page: Page, rules: Rules = 'all'): Promise<string[]> => {
  // Firefox ends with it (docs/decisions/engines.md).
  if (ELSEWHERE.has(engineOf(page))) return [];
  if (!(await page.evaluate(() => 'axe' in globalThis))) await handOver(page, SOURCE);
  return page.evaluate(async (rules) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const colours = 'color-contrast';
    const which: axe.RunOptions =
      rules === 'colours'
        ? { runOnly: [colours] }
        : rules === 'all'
          ? {}
          : { rules: { [colours]: { enabled: false } } };
    const { violations } = await inPage.run(document, { resultTypes: ['violations'], ...which });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, rules);
};
