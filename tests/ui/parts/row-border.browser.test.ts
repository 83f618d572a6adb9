import { screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { show } from '../show.ts';
import RowsHarness from './RowsHarness.svelte';

afterEach(() => vi.restoreAllMocks());

const GOOD = ['2026-11-25', '2026-11-26'];
const NO_DAY = '9999999-99-99';

/** Rows that keep their names while what they say changes, as records do. */
const rowsOf = (days: readonly string[]) => days.map((day, at) => ({ id: String(at), day }));

const failed = () => screen.findByRole('link', { name: /Raden gick inte att visa/ });

const quiet = () => vi.spyOn(console, 'error').mockImplementation(() => undefined);

describe.each([
  ['a list', false],
  ['a long list', true],
])('%s', (_, long) => {
  test('X9: shows the other rows where one cannot be drawn, and says of that one where to look', async () => {
    const told = quiet();
    show(RowsHarness, { rows: rowsOf(['2026-11-25', NO_DAY, '2026-11-26']), long });
    for (const day of GOOD) expect(screen.getByText(day)).toBeVisible();
    expect(await failed()).toHaveAttribute('href', '/safety');
    expect(told).toHaveBeenCalledWith('a row could not be shown', 'RangeError');
  });

  test('X9: and where one becomes such while it is open', async () => {
    quiet();
    const { change } = show(RowsHarness, { rows: rowsOf(GOOD), long });
    await change({ rows: rowsOf([...GOOD, NO_DAY]), long });
    expect(await failed()).toBeVisible();
    await change({ rows: rowsOf([NO_DAY, '2026-11-26']), long });
    expect(await failed()).toBeVisible();
    expect(screen.getByText('2026-11-26')).toBeVisible();
  });

  test('X9: shows a row again once it was put right, as often as that happens', async () => {
    quiet();
    const { change } = show(RowsHarness, { rows: rowsOf(['2026-11-25', NO_DAY]), long });
    for (const day of ['2026-11-26', '2026-11-27']) {
      expect(await failed()).toBeVisible();
      await change({ rows: rowsOf(['2026-11-25', 'no day either']), long });
      expect(await failed()).toBeVisible();
      await change({ rows: rowsOf(['2026-11-25', day]), long });
      expect(await screen.findByText(day)).toBeVisible();
      expect(screen.queryByRole('link')).toBeNull();
      await change({ rows: rowsOf(['2026-11-25', NO_DAY]), long });
    }
  });

  test('X14: is a list of rows to who hears it, also where one cannot be drawn', async () => {
    quiet();
    show(RowsHarness, { rows: rowsOf([NO_DAY, '2026-11-26']), long });
    await failed();
    const [first] = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(within(first!).getByRole('link')).toBeVisible();
  });
});

test('X14: in a table it is in a cell', async () => {
  quiet();
  show(RowsHarness, { rows: rowsOf([NO_DAY]), long: true, as: 'rows' });
  expect(await failed()).toBe(
    within(within(screen.getByRole('row')).getByRole('cell')).getByRole('link'),
  );
});
