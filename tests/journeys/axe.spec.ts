import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { cutTexts, doubleText } from './cut-texts.ts';
import { serve, type Served } from './serve.ts';
import { lookAt, tourOfExample, tourOfStart, type AtStop, type Look } from './tour.ts';

// Each of these tours is long: they share the workers.
test.describe.configure({ mode: 'parallel' });

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

/** Shows a theme on the page as the app does, without the fading between them. */
const showTheme = (page: Page, theme: Look['theme']): Promise<void> =>
  page.evaluate(async (theme) => {
    document.documentElement.dataset.theme = theme;
    await new Promise(requestAnimationFrame);
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  }, theme);

/** The same screen in light and dark: only its colours differ. */
const faultsInBothThemes = async (page: Page): Promise<string[]> => {
  const light = await faultsOf(page);
  await showTheme(page, 'dark');
  const dark = await axeFaults(page, ['color-contrast']);
  await showTheme(page, 'light');
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
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

for (const language of ['sv', 'en'] as const) {
  const look: Look = { language, theme: 'light' };
  test(`X14: axe finds nothing on any screen of a phone, light and dark (${language})`, async ({ page }) => {
    test.slow();
    await lookAt(page, look);
    const { faults, atStop } = collect(() => faultsInBothThemes(page));
    await tourOfExample(page, served.url, look, atStop);
    expect(faults).toEqual({});
  });

  test(`X14: axe finds nothing in the first start and an empty workspace, light and dark (${language})`, async ({
    page,
  }) => {
    await lookAt(page, look);
    const { faults, atStop } = collect(() => faultsInBothThemes(page));
    await tourOfStart(page, served.url, look, atStop);
    expect(faults).toEqual({});
  });
}

test('X14: what is wrong in one theme alone is found', async ({ page }) => {
  const look = { language: 'sv', theme: 'light' } as const;
  await lookAt(page, look);
  await page.goto(`${served.url}/start`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await faultsInBothThemes(page)).toEqual([]);
  const plant = (colour: string): Promise<void> =>
    page.evaluate((colour) => {
      const heading = document.querySelector('h1');
      if (heading !== null) heading.style.color = colour;
    }, colour);
  await plant('#111');
  expect(await faultsInBothThemes(page)).toEqual([expect.stringMatching(/^dark: color-contrast: <h1/)]);
  await plant('#eee');
  expect(await faultsInBothThemes(page)).toEqual([expect.stringMatching(/^color-contrast: <h1/)]);
});

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
