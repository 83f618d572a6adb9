import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import Harness from './WindowedListHarness.svelte';

afterEach(cleanup);

describe('A6: a list of ten thousand rows', () => {
  test('A6: draws only the rows in sight and tells how many there are', () => {
    render(Harness, { count: 10_000 });
    const rows = screen.getAllByRole('listitem');
    expect(rows.length).toBeLessThan(40);
    expect(rows[0]).toHaveAttribute('aria-setsize', '10000');
    expect(rows[0]).toHaveAttribute('aria-posinset', '1');
    expect(screen.getByRole('list', { name: 'Rows' }).getBoundingClientRect().height).toBe(580_000);
  });

  test('A6: follows the page and a scrolling box alike', async () => {
    const seen: number[] = [];
    const { unmount } = render(Harness, {
      count: 10_000,
      onscrolled: (first: number) => seen.push(first),
    });
    window.scrollTo(0, 58 * 5000 + 8);
    await screen.findByRole('button', { name: 'Row 5001' });
    await waitFor(() => expect(seen.at(-1)).toBe(5000));
    unmount();
    render(Harness, { count: 10_000, boxed: true });
    screen.getByTestId('box').scrollTop = 58 * 9000;
    await screen.findByRole('button', { name: 'Row 9001' });
    expect(screen.getAllByRole('listitem').length).toBeLessThan(30);
  });

  test.each([false, true])(
    'A6: what goes from above it brings its rows into sight, in a box: %s',
    async (boxed) => {
      const { rerender } = render(Harness, { count: 10_000, boxed, above: 9_000 });
      await waitFor(() => expect(screen.queryAllByRole('listitem').length).toBeLessThan(12));
      await rerender({ count: 1, boxed, above: 0 });
      await screen.findByRole('button', { name: 'Row 1' });
      expect(screen.getAllByRole('listitem')).toHaveLength(1);
      await rerender({ count: 10_000, boxed, above: 9_000 });
      await waitFor(() => expect(screen.queryByRole('button', { name: 'Row 1' })).toBeNull());
      await rerender({ count: 10_000, boxed, above: 0 });
      await screen.findByRole('button', { name: 'Row 1' });
    },
  );

  test('X14: the arrow keys, Home and End move through all rows', async () => {
    render(Harness, { count: 10_000, boxed: true });
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Row 3' })).toHaveFocus());
    await user.keyboard('{End}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Row 10000' })).toHaveFocus());
    await user.keyboard('{ArrowUp}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Row 9999' })).toHaveFocus());
    await user.keyboard('{Home}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Row 1' })).toHaveFocus());
  });

  test('X14: the focused row stays while the list is scrolled away from it', async () => {
    render(Harness, { count: 10_000, boxed: true });
    await userEvent.setup().tab();
    screen.getByTestId('box').scrollTop = 58 * 9000;
    await screen.findByRole('button', { name: 'Row 9001' });
    expect(screen.getByRole('button', { name: 'Row 1' })).toHaveFocus();
  });
});
