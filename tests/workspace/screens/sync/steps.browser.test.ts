import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { sync } from '#workspace/words/sv/sync.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import StepsHarness from './StepsHarness.svelte';

/** How far down the heading of a step is. */
const topOf = async (step: 'fetching' | 'who'): Promise<number> => {
  const { app } = await openApp();
  const { unmount } = showWith(app, StepsHarness, { step }, 'sv', { sync });
  const { top } = screen.getByRole('heading', { level: 1 }).getBoundingClientRect();
  unmount();
  return top;
};

test.each([320, 390, 800])(
  'X8: a newcomer is asked for a name in the place of the steps before, at %i px',
  async (width) => {
    await page.viewport(width, 844);
    expect(await topOf('who')).toBe(await topOf('fetching'));
  },
);
