import { screen } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { show } from '../show.ts';
import RowsHarness from './RowsHarness.svelte';

afterEach(() => vi.restoreAllMocks());

const GOOD = ['2026-11-25', '2026-11-26'];

describe.each([
  ['a list', false],
  ['a long list', true],
])('%s', (_, long) => {
  test('X9: shows the other rows where one cannot be drawn, and says of that one where to look', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    show(RowsHarness, { days: ['2026-11-25', '9999999-99-99', '2026-11-26'], long });
    for (const day of GOOD) expect(screen.getByText(day)).toBeVisible();
    const row = screen.getByRole('link', { name: /Raden gick inte att visa/ });
    expect(row).toHaveAttribute('href', '/safety');
    expect(told).toHaveBeenCalledWith('a row could not be shown', 'RangeError');
  });

  test('X9: and where one becomes such while it is open', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { change } = show(RowsHarness, { days: GOOD, long });
    await change({ days: ['9999999-99-99', ...GOOD], long });
    expect(await screen.findByRole('link', { name: /Raden gick inte att visa/ })).toBeVisible();
    for (const day of GOOD) expect(screen.getByText(day)).toBeVisible();
  });
});
