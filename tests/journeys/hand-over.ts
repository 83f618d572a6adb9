import type { Page } from '@playwright/test';

type Handed = { parts: string };

/** The name of the engine that a page is in. */
export const engineOf = (page: Page): string =>
  page.context().browser()?.browserType().name() ?? '';

/** WebKit's inspector takes no message of more than 128 kB (docs/decisions/engines.md). */
const PART = 80_000;

/** Runs a script in a page, however long it is, whatever the policy says to the app. */
export const handOver = async (page: Page, source: string): Promise<void> => {
  if (engineOf(page) !== 'webkit') return void (await page.evaluate(source));
  const whole = Buffer.from(source).toString('base64');
  await page.evaluate(() => Object.assign(globalThis, { parts: '' }));
  for (let at = 0; at < whole.length; at += PART)
    await page.evaluate(
      (part) => void ((globalThis as unknown as Handed).parts += part),
      whole.slice(at, at + PART),
    );
  await page.evaluate(() => {
    const bytes = Uint8Array.from(atob((globalThis as unknown as Handed).parts), (character) =>
      character.charCodeAt(0),
    );
    // What the inspector evaluates may do so itself, whatever the policy says to the app.
    globalThis.eval(new TextDecoder().decode(bytes));
  });
};
