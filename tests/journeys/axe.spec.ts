import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { cutTexts, doubleText } from './cut-texts.ts';
import { serve, type Served } from './serve.ts';
import { lookAt, tourOfExample, tourOfStart, type AtStop, type Look } from './tour.ts';

let served: Served;
test.beforeEach(async () => {
  served = await serve();
});
test.afterEach(() => served.stop());

/** What is wrong with a screen as it stands: axe, a title that says too much or nothing, and a page wider than its window. */
const faultsOf = async (page: Page): Promise<string[]> => {
  const faults = await axeFaults(page);
  const title = await page.title();
  if (!/Volym/.test(title) || /FAKE|[A-Z0-9]{12,}/.test(title)) faults.push(`title: ${title}`);
  return [...faults, ...(await widthFault(page))];
};

/** By how much a page is wider than its window, if it is. */
const widthFault = async (page: Page): Promise<string[]> => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [`wider than the window by ${over}px`] : [];
};

/** Collects the faults of a whole tour, so that one run names them all. */
const collect = (
  look: () => Promise<string[]>,
): { readonly faults: Record<string, string[]>; readonly atStop: AtStop } => {
  const faults: Record<string, string[]> = {};
  const atStop = async (name: string): Promise<void> => {
    const found = await look();
    if (found.length > 0) faults[name] = found;
  };
  return { faults, atStop };
};

const LOOKS: readonly Look[] = [
  { language: 'sv', theme: 'light' },
  { language: 'sv', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
];

for (const look of LOOKS) {
  const name = `${look.language}, ${look.theme}`;
  test(`X14: axe finds nothing on any screen of a phone (${name})`, async ({ page }) => {
    test.slow();
    await lookAt(page, look);
    const { faults, atStop } = collect(() => faultsOf(page));
    await tourOfExample(page, served.url, look, atStop);
    expect(faults).toEqual({});
  });

  test(`X14: axe finds nothing in the first start and an empty workspace (${name})`, async ({ page }) => {
    await lookAt(page, look);
    const { faults, atStop } = collect(() => faultsOf(page));
    await tourOfStart(page, served.url, look, atStop);
    expect(faults).toEqual({});
  });
}

test('X14: axe finds nothing on any screen of a tablet', async ({ page }) => {
  test.slow();
  const look = { language: 'sv', theme: 'light' } as const;
  await page.setViewportSize({ width: 1180, height: 820 });
  await lookAt(page, look);
  const { faults, atStop } = collect(() => faultsOf(page));
  await tourOfExample(page, served.url, look, atStop);
  expect(faults).toEqual({});
});

test('X14: at twice the text size nothing is cut and no screen is wider than the phone', async ({ page }) => {
  test.slow();
  const look = { language: 'sv', theme: 'light' } as const;
  await lookAt(page, look);
  await doubleText(page);
  const { faults, atStop } = collect(async () => [...(await widthFault(page)), ...(await cutTexts(page))]);
  await tourOfExample(page, served.url, look, atStop);
  expect(faults).toEqual({});
});
