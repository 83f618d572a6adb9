import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { show } from '../show.ts';
import MovedPageHarness from './MovedPageHarness.svelte';

/** What a finger hits that comes down on the middle of a control. */
const hitAt = (control: Element): Element | null => {
  const { left, top, width, height } = control.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2);
};

const columnAnimations = (): readonly Animation[] =>
  screen.getByText('25 000 kr').closest('[data-column]')?.getAnimations() ?? [];

const waited = (): void => columnAnimations().forEach((animation) => animation.finish());

test('X14: a strip that comes or goes lets a press go that was on its way', async () => {
  const { change } = show(MovedPageHarness, { hasStrip: false });
  const row = screen.getByRole('button', { name: '25 000 kr' });
  expect(hitAt(row)).toBe(row);
  await change({ hasStrip: true });
  const link = screen.getByRole('link', { name: 'Visa' });
  expect([hitAt(link), hitAt(row)]).not.toContain(link);
  expect(hitAt(row)).not.toBe(row);
  waited();
  expect([hitAt(link), hitAt(row)]).toEqual([link, row]);
  await change({ hasStrip: false });
  expect(hitAt(row)).not.toBe(row);
  waited();
  expect(hitAt(row)).toBe(row);
});

test('X14: a sheet over it does not move, and is pressed all the while', async () => {
  const { change } = show(MovedPageHarness, { hasStrip: false, hasSheet: true });
  // It has slid in.
  for (const slide of document.getAnimations()) slide.finish();
  await change({ hasStrip: true, hasSheet: true });
  expect(columnAnimations()).toHaveLength(1);
  const save = screen.getByRole('button', { name: 'Spara' });
  expect(hitAt(save)).toBe(save);
});
