import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { afterPaint } from '#ui/after-paint.ts';
import { show } from '../show.ts';
import MovedPageHarness from './MovedPageHarness.svelte';

/** What a finger hits that comes down on the middle of a control. */
const hitAt = (control: Element): Element | null => {
  const { left, top, width, height } = control.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2);
};

const columnAnimations = (): readonly Animation[] =>
  screen.getByText('25 000 kr').closest('[data-column]')?.getAnimations() ?? [];

/** The first frame is painted. */
const painted = (): Promise<void> => new Promise((done) => void afterPaint(done));

const waited = (): void => columnAnimations().forEach((one) => one.finish());

test('X14: a strip that comes or goes lets a press go that was on its way', async () => {
  const { change } = show(MovedPageHarness, { hasStrip: false });
  const row = screen.getByRole('button', { name: '25 000 kr' });
  await painted();
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
  await painted();
  // It has slid in.
  for (const slide of document.getAnimations()) slide.finish();
  await change({ hasStrip: true, hasSheet: true });
  expect(columnAnimations()).toHaveLength(1);
  const save = screen.getByRole('button', { name: 'Spara' });
  expect(hitAt(save)).toBe(save);
});

test('X14: a strip that is there from the first draw moved nothing, and the page is pressed at once', async () => {
  const { change } = show(MovedPageHarness, { hasStrip: true });
  const row = screen.getByRole('button', { name: '25 000 kr' });
  const link = screen.getByRole('link', { name: 'Visa' });
  expect([hitAt(link), hitAt(row)]).toEqual([link, row]);
  await painted();
  expect([hitAt(link), hitAt(row)]).toEqual([link, row]);
  // Where it goes later, what stood below it does move.
  await change({ hasStrip: false });
  expect(hitAt(row)).not.toBe(row);
});
