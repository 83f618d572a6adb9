import { screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { show } from '../show.ts';
import BorderHarness from './BorderHarness.svelte';

afterEach(() => vi.restoreAllMocks());

const GOOD = ['2026-11-25', '2026-11-26'];

test('X9: a screen with a row that cannot be drawn says so, what to do, and leaves the frame', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  show(BorderHarness, { days: [...GOOD, '9999999-99-99'] });
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
    'Sidan gick inte att visa',
  );
  expect(screen.getByRole('button', { name: 'Läs in igen' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Till Synk och säkerhet' })).toHaveAttribute(
    'href',
    '/safety',
  );
  expect(screen.getByRole('link', { name: 'Frame' })).toBeVisible();
  expect(told).toHaveBeenCalledWith('a screen could not be shown', 'RangeError');
});

test('X9: so does one whose row becomes such while it is open', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { change } = show(BorderHarness, { days: GOOD });
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  await change({ days: [...GOOD, '9999999-99-99'] });
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
    'Sidan gick inte att visa',
  );
});
