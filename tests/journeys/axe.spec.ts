import { expect, test, type Page } from '@playwright/test';
import { unstyled } from '../first-load/unstyled.ts';
import { axeFaults, type Rules } from './axe-faults.ts';
import { atDoubleText, brokenBoxes, cutTexts } from './cut-texts.ts';
import { forcedColourFaults } from './forced-colours.ts';
import { enterExample, heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { askForStillness, movedFaults } from './still.ts';
import { lookAt, settled, tourOfExample, tourOfStart, type AtStop, type Look } from './tour.ts';

// Each of these tours is long: they share the workers.
test.describe.configure({ mode: 'parallel' });

// A phone's window grows with a page that is too wide, so how wide it is would be measured against
// itself.
test.use({ isMobile: false });

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 1180, height: 820 };
/** A tablet that is held upright: its side bar is a rail of icons. */
const UPRIGHT = { width: 820, height: 1180 };

/**
 * What is wrong with a screen as it is: axe, a title that says too much or nothing, a page wider
 * than its window, and what has no styles.
 */
const faultsOf = async (page: Page, rules: Rules = 'all'): Promise<string[]> => {
  const faults = await axeFaults(page, rules);
  const title = await page.title();
  if (!/Volym/.test(title) || /FAKE|[A-Z0-9]{12,}/.test(title)) faults.push(`title: ${title}`);
  return [...faults, ...(await widthFault(page)), ...(await unstyled(page))];
};

/** Shows a theme on the page as the app does, without the fading between them. */
const showTheme = (page: Page, theme: Look['theme']): Promise<void> =>
  page.evaluate(async (theme) => {
    document.documentElement.dataset.theme = theme;
    await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish();
  }, theme);

/** The same screen in light and dark: only its colours differ. */
const faultsInBothThemes = async (page: Page): Promise<string[]> => {
  const light = await faultsOf(page);
  await showTheme(page, 'dark');
  const dark = await axeFaults(page, 'colours');
  await showTheme(page, 'light');
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
};

/**
 * By how much a page is wider than its window, if it stays so: a phone's window follows its page
 * some frames later.
 */
const widthFault = async (page: Page): Promise<string[]> => {
  const over = await page.evaluate(async () => {
    const { documentElement: root } = document;
    for (let frame = 0; frame < 60 && root.scrollWidth > root.clientWidth; frame += 1)
      await new Promise(requestAnimationFrame);
    return root.scrollWidth - root.clientWidth;
  });
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

/** Turns the device. The app hears of it with the next frame. */
const turn = async (page: Page, size: typeof PHONE): Promise<void> => {
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise(requestAnimationFrame));
};

/** The same screen on a tablet that is laid down, and then as the phone again. */
const faultsOnTablet = async (page: Page): Promise<string[]> => {
  await turn(page, TABLET);
  await settled(page);
  // Its colours are those of the phone.
  const faults = await faultsOf(page, 'without colours');
  // What a tablet has besides: the chosen row of a list, and the side bar.
  const hasChosen = (await page.locator('main [aria-current=true]').count()) > 0;
  if (hasChosen) faults.push(...(await faultsInForcedColours(page)));
  await turn(page, PHONE);
  await settled(page);
  return faults.map((fault) => `tablet: ${fault}`);
};

/** Nothing is cut at twice the text size, and no screen is wider than the phone. */
const faultsAtDoubleText = async (page: Page): Promise<string[]> => {
  const faults = await atDoubleText(page, async () => [
    ...(await widthFault(page)),
    ...(await cutTexts(page)),
    ...(await brokenBoxes(page)),
  ]);
  await turn(page, UPRIGHT);
  const upright = await atDoubleText(page, () => brokenBoxes(page));
  await turn(page, PHONE);
  await settled(page);
  return [...faults, ...upright.map((fault) => `upright: ${fault}`)].map(
    (fault) => `double text: ${fault}`,
  );
};

const faultsInForcedColours = async (page: Page): Promise<string[]> =>
  (await forcedColourFaults(page)).map((fault) => `forced colours: ${fault}`);

const faultsInEveryLook = async (page: Page): Promise<string[]> => [
  ...(await faultsInBothThemes(page)),
  ...(await faultsAtDoubleText(page)),
  ...(await faultsInForcedColours(page)),
  ...(await faultsOnTablet(page)),
];

const SWEDISH = { language: 'sv', theme: 'light' } as const;
const ENGLISH = { language: 'en', theme: 'light' } as const;

test('X14: no screen has a fault: light, dark, in forced colours, at twice the text size, on a tablet @long', async ({
  page,
}) => {
  test.slow();
  await lookAt(page, SWEDISH);
  const { faults, atStop } = collect(() => faultsInEveryLook(page));
  await tourOfExample(page, served.url, {
    language: 'sv',
    way: 'within',
    atStop,
    ofAKind: Infinity,
  });
  expect(faults).toEqual({});
});

// Colours know no language; words do.
test('X14: no screen has a fault in English, and none moves for who asked for stillness @long', async ({
  page,
}) => {
  test.slow();
  await lookAt(page, ENGLISH);
  await askForStillness(page);
  const { faults, atStop } = collect(async () => [
    ...(await faultsOf(page, 'without colours')),
    ...(await movedFaults(page)),
  ]);
  await tourOfExample(page, served.url, { language: 'en', way: 'within', atStop, ofAKind: 3 });
  expect(faults).toEqual({});
});

for (const [told, look, way, faultsFound] of [
  ['sv, in every look @long', SWEDISH, 'within', faultsInEveryLook],
  ['en @long', ENGLISH, 'by address', faultsOf],
] as const)
  test(`X14: neither the first start nor an empty workspace has a fault (${told})`, async ({
    page,
  }) => {
    test.slow();
    await lookAt(page, look);
    const { faults, atStop } = collect(() => faultsFound(page));
    await tourOfStart(page, served.url, { language: look.language, way, atStop });
    expect(faults).toEqual({});
  });

test('X14: a tablet that is turned has a heading while the list comes beside the order @long', async ({
  page,
}) => {
  await enterExample(page, served.url);
  await page
    .locator('a.row', { hasText: /^\D*\d.* kr/ })
    .first()
    .tap();
  await expect(page.getByRole('heading', { level: 1, name: /kr$/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: /kr$/ })).toBeVisible();
  const held = Promise.withResolvers<void>();
  await page.route('**/_app/immutable/**', (route) => held.promise.then(() => route.continue()));
  await turn(page, TABLET);
  await expect(heading(page, 'Kredit')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /kr$/ })).toBeVisible();
  expect(await faultsOf(page, 'without colours')).toEqual([]);
  held.resolve();
  await expect(
    page.getByRole('region', { name: 'Kredit', exact: true }).locator('a.row').first(),
  ).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
});

test('X14: what is wrong in one theme alone is found @long', async ({ page }) => {
  await lookAt(page, SWEDISH);
  await page.goto(`${served.url}/start`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await faultsInBothThemes(page)).toEqual([]);
  const plant = (colour: string): Promise<void> =>
    page.evaluate((colour) => {
      const heading = document.querySelector('h1');
      if (heading !== null) heading.style.color = colour;
    }, colour);
  await plant('#111');
  expect(await faultsInBothThemes(page)).toEqual([
    expect.stringMatching(/^dark: color-contrast: <h1/),
  ]);
  await plant('#eee');
  expect(await faultsInBothThemes(page)).toEqual([expect.stringMatching(/^color-contrast: <h1/)]);
});

test('X14: what forced colours take away is found, and what moves for who asked for stillness @long', async ({
  page,
}) => {
  await lookAt(page, SWEDISH);
  await askForStillness(page);
  await page.goto(`${served.url}/start`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await movedFaults(page)).toEqual([]);
  const plant = (style: string): Promise<unknown> => page.addStyleTag({ content: style });
  await plant('@keyframes fade { from { opacity: 0 } } h1 { animation: fade 200ms }');
  await expect
    .poll(() => movedFaults(page))
    .toEqual([expect.stringMatching(/^moves for 200 ms: <h1/)]);
  expect(await forcedColourFaults(page)).toEqual([]);
  await plant('.button { border: 0 !important; outline: none !important }');
  await plant('.mark { border: 0 !important } .mark svg { display: none }');
  const found = await forcedColourFaults(page);
  for (const fault of [
    /^nothing shows the edge of <button/,
    /^no ring: <button/,
    /^nothing shows that it is chosen/,
  ])
    expect(found).toContainEqual(expect.stringMatching(fault));
});
