import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Which rules are looked at: all, all but that of colours (which takes longest), or that alone. */
export type Rules = 'all' | 'without colours' | 'colours';

/** Without its comments and long names it is read in half the time, on each page anew. */
const SOURCE = readFileSync(
  resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
  'utf8',
);

/** Engines that are asked for no faults: the same screens are asked in Chromium. */
const ELSEWHERE = new Set(['firefox']);

/** WebKit's inspector takes no message of more than 128 kB (docs/decisions/engines.md). */
const PART = 80_000;

const handOver = async (page: Page): Promise<void> => {
  if (engineOf(page) !== 'webkit') return void (await page.evaluate(SOURCE));
  const whole = Buffer.from(SOURCE).toString('base64');
  await page.evaluate(() => Object.assign(globalThis, { parts: '' }));
  for (let at = 0; at < whole.length; at += PART)
    await page.evaluate(
      (part) => void ((globalThis as unknown as Handed).parts += part),
      whole.slice(at, at + PART),
    );
  await page.evaluate(() => {
    const bytes = Uint8Array.from(atob((globalThis as unknown as Handed).parts), (one) =>
      one.charCodeAt(0),
    );
    // What the inspector evaluates may do so itself, whatever the policy says to the app.
    globalThis.eval(new TextDecoder().decode(bytes));
  });
};
type Handed = { parts: string };

const engineOf = (page: Page): string => page.context().browser()?.browserType().name() ?? '';

/**
 * What axe finds on the page, by rule and element. Evaluated as a script of the test: the policy
 * stops script tags.
 */
export const axeFaults = async (page: Page, rules: Rules = 'all'): Promise<string[]> => {
  // Firefox ends with it (docs/decisions/engines.md).
  if (ELSEWHERE.has(engineOf(page))) return [];
  if (!(await page.evaluate(() => 'axe' in globalThis))) await handOver(page);
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
