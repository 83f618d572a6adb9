import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe finds on the page, by rule and element. Evaluated as a script of the test: the policy stops script tags. */
export const axeFaults = async (page: Page, rules: readonly string[] = []): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const only = rules.length === 0 ? {} : { runOnly: [...rules] };
    const { violations } = await inPage.run(document, { resultTypes: ['violations'], ...only });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, rules);
};
