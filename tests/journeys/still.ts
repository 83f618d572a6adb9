import type { Page } from '@playwright/test';

type Moved = { moved?: string[] };

/** Asks for no motion, and has every page note what moves all the same. */
export const askForStillness = async (page: Page): Promise<void> => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const kept = globalThis as unknown as Moved;
    const moved = (kept.moved = []) as string[];
    const note = (): void => {
      for (const animation of document.getAnimations()) {
        const lasts = Number(animation.effect?.getComputedTiming().duration);
        const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
        if (lasts > 10) moved.push(`moves for ${lasts} ms: ${target?.outerHTML.slice(0, 100)}`);
      }
    };
    for (const begins of ['transitionrun', 'animationstart'])
      document.addEventListener(begins, note, true);
  });
};

/** What has moved on this page so far. */
export const movedFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...new Set((globalThis as unknown as Moved).moved)]);
