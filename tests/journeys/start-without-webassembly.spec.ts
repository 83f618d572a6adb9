import { expect, test } from '@playwright/test';
import { heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { answerKit, begin, choosePhrase } from './workspace.ts';

// Without WebAssembly, but with the compiler: without that the two keys of a first start take
// minutes. no-webassembly.spec.ts goes without both.

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

/** Far above what the two keys take beside other journeys. */
const WHILE_A_KEY_IS_MADE = { timeout: 240_000 };

test('X20: without WebAssembly a whole first start ends, and tells how far its keys are @long', async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await begin(page, served.url);
  await choosePhrase(page);
  await answerKit(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('progressbar', { name: /^Nyckel/ })).toBeVisible();
  await expect(heading(page, 'Frister')).toBeVisible(WHILE_A_KEY_IS_MADE);
});
