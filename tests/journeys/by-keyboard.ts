import { expect, type Locator, type Page } from '@playwright/test';

/**
 * What is wrong with the focus now: on nothing, or with no sign of it on the screen; '' when all is
 * well.
 */
const focusFault = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body)
      return 'the focus is on nothing';
    const shows = (element: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      // A field's frame is drawn by a shadow of two pixels.
      const isFramed = /0px 0px 0px 2px inset/.test(boxShadow);
      return isFramed || (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0);
    };
    // A ring may be on the frame around a field, or on the mark inside a button.
    const around: Element[] = [focused, ...focused.querySelectorAll('*')];
    for (
      let outer = focused.parentElement;
      outer !== null && around.length < 200;
      outer = outer.parentElement
    )
      if (
        outer.matches(':focus-within') &&
        outer !== document.body &&
        outer !== document.documentElement
      )
        around.push(outer);
    const { width, height } = focused.getBoundingClientRect();
    if (!around.some(shows)) return `no ring on ${focused.outerHTML.slice(0, 120)}`;
    return width === 0 || height === 0
      ? `nothing to see of ${focused.outerHTML.slice(0, 120)}`
      : '';
  });

/** Presses Tab until an element has the focus; on the way the focus is always to be seen. */
export const tabTo = async (page: Page, goal: Locator): Promise<void> => {
  await expect(goal).toBeVisible();
  const faults: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) {
      expect(faults).toEqual([]);
      return;
    }
    await page.keyboard.press('Tab');
    const fault = await focusFault(page);
    // After the last element the focus goes to the browser's own bar, and from there to the first.
    if (fault !== '' && fault !== 'the focus is on nothing') faults.push(fault);
  }
  throw new Error(`Tab never came to ${String(goal)}`);
};

/** Tabs to a control and presses it. */
export const pressOn = async (
  page: Page,
  goal: Locator,
  key: 'Enter' | 'Space' = 'Enter',
): Promise<void> => {
  await tabTo(page, goal);
  await page.keyboard.press(key);
};

/** After a sheet is closed the focus is where it was, and not on nothing. */
export const expectFocusKept = async (page: Page): Promise<void> => {
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => focusFault(page)).toBe('');
};

/** `g` and a letter: goes to a place. */
export const goBy = async (page: Page, letter: string): Promise<void> => {
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
};

const inDetail = (page: Page): Locator => page.locator('section.detail :focus');

/**
 * Walks a list beside its detail: the first row is shown without the focus, the arrows,
 * Home and End move in it, Enter moves into the detail with a ring, Escape gives the focus back to
 * the row, Tab leaves the list.
 */
export const walkList = async (page: Page): Promise<void> => {
  const rows = page.locator('section.list [data-list] a:is(.row, [data-walk])');
  const row = page.locator('section.list [data-list] a:focus');
  // Nobody chose yet: the first row's detail is there, and its row is marked, but the keys are not
  // in it.
  const marked = page.locator('section.list [data-list] a[aria-current]');
  await expect(
    page.locator('section.detail').getByRole('heading', { level: 2 }).first(),
  ).toBeVisible();
  await expect(marked).toHaveCount(1);
  await expect(inDetail(page)).toHaveCount(0);
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(row).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect(rows.first()).not.toBeFocused();
  // Of home's rows only some have a detail beside it; the first of the example is one of them.
  await page.keyboard.press('Home');
  await expect(rows.first()).toBeFocused();
  const opened = await row.evaluate((element) => element.getAttribute('href'));
  await page.keyboard.press('Enter');
  await expect(inDetail(page)).toHaveClass(/title/);
  expect(await focusFault(page)).toBe('');
  await page.keyboard.press('Escape');
  await expect(row).toHaveAttribute('href', opened ?? '');
  await page.keyboard.press('Tab');
  // Another row of the list is no stop: what follows is a control between its groups, or outside
  // the list.
  await expect(row).toHaveCount(0);
  expect(await focusFault(page)).toBe('');
};
