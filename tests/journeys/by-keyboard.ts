import { expect, type Locator, type Page } from '@playwright/test';

/** What is wrong with the focus now: on nothing, or with no sign of it on the screen; '' when all is well. */
const focusFault = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return 'the focus is on nothing';
    const shows = (element: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      // A field's frame is drawn by a shadow of two pixels.
      const isFramed = /0px 0px 0px 2px inset/.test(boxShadow);
      return isFramed || (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0);
    };
    // A ring may lie on the frame around a field, or on the mark inside a button.
    const around: Element[] = [focused, ...focused.querySelectorAll('*')];
    for (let outer = focused.parentElement; outer !== null && around.length < 200; outer = outer.parentElement)
      if (outer.matches(':focus-within') && outer !== document.body && outer !== document.documentElement)
        around.push(outer);
    const { width, height } = focused.getBoundingClientRect();
    if (!around.some(shows)) return `no ring on ${focused.outerHTML.slice(0, 120)}`;
    return width === 0 || height === 0 ? `nothing to see of ${focused.outerHTML.slice(0, 120)}` : '';
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
export const pressOn = async (page: Page, goal: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
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
