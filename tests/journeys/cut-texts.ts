import type { Page } from '@playwright/test';

/**
 * Shows the page with twice the text size while something is looked at, as the browser's own
 * setting gives it to the root.
 */
export const atDoubleText = async <T>(page: Page, look: () => Promise<T>): Promise<T> => {
  const setSize = (size: string): Promise<void> =>
    page.evaluate(async (size) => {
      document.documentElement.style.fontSize = size;
      // What is measured by script is measured in the next frame.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    }, size);
  await setSize('32px');
  const seen = await look();
  await setSize('');
  return seen;
};

/**
 * Texts of which a part cannot be seen: cut by their own box or a row of fixed height, or beyond
 * the window.
 */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const hasText = (element: Element): boolean =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '',
      );
    const isQuiet = (element: Element): boolean =>
      element.closest(
        '.visually-hidden, [aria-hidden=true], script, style, .skip, select, option',
      ) !== null;
    const scrollsAside = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) ||
        scrollsAside(element.parentElement));
    const faultOf = (element: Element): string => {
      const { overflowX, overflowY, visibility } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      // What is only heard is one px wide.
      if (visibility === 'hidden' || box.width <= 1 || box.height <= 1) return '';
      // Lists of thousands have rows of one height: a long line ends in dots there, and a press
      // tells the whole.
      if (element.closest('[data-row]') !== null) return '';
      if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
        return 'cut at its end';
      if (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2)
        return 'cut below';
      const isBeyond = box.right > innerWidth + 1 || box.left < -1;
      return isBeyond && !scrollsAside(element) ? 'beyond the window' : '';
    };
    return [...document.querySelectorAll('main *, dialog[open] *, nav *')]
      .filter((element) => hasText(element) && !isQuiet(element))
      .flatMap((element) => {
        const fault = faultOf(element);
        return fault === ''
          ? []
          : [`${fault}: ${element.className} "${element.textContent?.trim().slice(0, 60)}"`];
      });
  });

/** The parts of a screen's frame, which must not overlap. */
const FRAME = '.bar .way, .bar .title, .bar .note, .side .icon, .side .count';

/**
 * Badges of long lists that their row cuts, parts of the frame that overlap, and cards that a long
 * word runs out of.
 */
export const brokenBoxes = (page: Page): Promise<string[]> =>
  page.evaluate((frame) => {
    const boxOf = (element: Element): DOMRect => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect();
    };
    const cutBadges = [...document.querySelectorAll('[data-row] .badge')]
      .filter((badge) => {
        const row = badge.closest('[data-row]')?.getBoundingClientRect();
        return row !== undefined && badge.getBoundingClientRect().bottom > row.bottom + 1;
      })
      .map(
        (badge) =>
          `cut by its row: "${badge.closest('[data-row]')?.textContent?.trim().slice(0, 60)}"`,
      );
    const framed = [...document.querySelectorAll(frame)].filter(
      (element) => element.checkVisibility() && element.closest('dialog') === null,
    );
    const crossed = framed.flatMap((element, at) =>
      framed.slice(at + 1).flatMap((other) => {
        const [a, b] = [boxOf(element), boxOf(other)];
        const isOver =
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
        return isOver
          ? [`over each other: "${element.textContent?.trim()}" and "${other.textContent?.trim()}"`]
          : [];
      }),
    );
    /** A word too long for its line runs out of its card. */
    const runOut = [...document.querySelectorAll('.card')]
      .filter((card) => card.checkVisibility() && card.scrollWidth > card.clientWidth + 2)
      .map((card) => `runs out of its card: "${card.textContent?.trim().slice(0, 60)}"`);
    return [...cutBadges, ...crossed, ...runOut];
  }, FRAME);
