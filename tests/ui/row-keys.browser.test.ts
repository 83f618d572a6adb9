import { screen, waitFor } from '@testing-library/svelte';
import { userEvent } from 'vitest/browser';
import { afterEach, describe, expect, test } from 'vitest';
import { Preview } from '#ui/shell/preview.svelte.ts';
import ListsHarness from './ListsHarness.svelte';
import { show } from './show.ts';

afterEach(() => document.body.focus());

const hasFocus = (name: string): Promise<void> =>
  waitFor(() => expect(document.activeElement?.textContent).toBe(name));
const press = async (key: string, name: string): Promise<void> => {
  await userEvent.keyboard(`{${key}}`);
  await hasFocus(name);
};

describe('X14: the keys walk a list of several long lists and cards', () => {
  test('X14: Tab comes to one row and then leaves the list', async () => {
    show(ListsHarness, { count: 3 });
    screen.getByRole('button', { name: 'Before' }).focus();
    await userEvent.tab();
    await hasFocus('A 1');
    await press('ArrowDown', 'A 2');
    await userEvent.tab();
    await hasFocus('After');
    await userEvent.tab({ shift: true });
    await hasFocus('A 2');
    await userEvent.tab({ shift: true });
    await hasFocus('Before');
  });

  test('X14: it is the row that is open, as long as the keys were nowhere else', async () => {
    const { change } = show(ListsHarness, { count: 3, opened: 'B 2' });
    screen.getByRole('button', { name: 'Before' }).focus();
    await userEvent.tab();
    await hasFocus('B 2');
    screen.getByRole('button', { name: 'After' }).focus();
    await change({ count: 3, opened: 'A 3' });
    await userEvent.tab({ shift: true });
    await hasFocus('A 3');
  });

  test('X14: arrows go from one long list into the next, also where its rows are not drawn', async () => {
    show(ListsHarness, { count: 1_000 });
    screen.getByRole('button', { name: 'Before' }).focus();
    await userEvent.tab();
    await press('End', 'Card 3');
    await press('ArrowUp', 'Card 2');
    await press('ArrowUp', 'Card 1');
    await press('ArrowUp', 'B 1000');
    await press('ArrowUp', 'B 999');
    await press('Home', 'A 1');
    await userEvent.keyboard('{PageDown}');
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^A (\d\d|[3-9])$/));
    // Through the end of the first list.
    await press('End', 'Card 3');
    expect(screen.getAllByRole('link').length).toBeLessThan(100);
    expect(
      [...document.querySelectorAll<HTMLElement>('[data-list] a')].filter(
        ({ tabIndex }) => tabIndex === 0,
      ),
    ).toEqual([document.activeElement]);
  });

  test('X16: a long list is printed in full, and says what is left out', async () => {
    const { change } = show(ListsHarness, { count: 300 });
    dispatchEvent(new Event('beforeprint'));
    expect(screen.getAllByRole('link')).toHaveLength(603);
    dispatchEvent(new Event('afterprint'));
    expect(screen.getAllByRole('link').length).toBeLessThan(100);
    await change({ count: 700 });
    dispatchEvent(new Event('beforeprint'));
    expect(screen.getAllByText(/^200 rader till/)).toHaveLength(2);
    dispatchEvent(new Event('afterprint'));
  });
});

describe('the detail beside a list of which nothing is chosen', () => {
  test('X14: the first row is shown, and stays while the list has it', () => {
    let isWanted = true;
    const preview = new Preview(() => isWanted);
    expect(preview.shown).toBeUndefined();
    preview.offer(['a', 'b']);
    expect(preview.shown).toBe('a');
    // What was done with it moved it down.
    preview.offer(['b', 'a']);
    expect(preview.shown).toBe('a');
    preview.offer(['b']);
    expect(preview.shown).toBe('b');
    isWanted = false;
    const other = new Preview(() => isWanted);
    other.offer(['a']);
    expect(other.shown).toBeUndefined();
  });
});
