import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import Section from '#ui/controls/Section.svelte';
import SelectField from '#ui/fields/SelectField.svelte';
import SelectRow from '#ui/fields/SelectRow.svelte';
import Sheet from '#ui/sheets/Sheet.svelte';
import { show } from './show.ts';

// Twice the text size on a small phone, as the browser's own setting gives it to the root.
beforeEach(async () => {
  await page.viewport(390, 844);
  document.documentElement.style.fontSize = '32px';
});
afterEach(() => document.documentElement.removeAttribute('style'));

const LONG = 'Åtkomstgenomgångar för Utbildningsförvaltningen i Nordby';
const given = {
  options: [
    { value: 'a', label: LONG },
    { value: 'b', label: 'Kort' },
  ],
  value: 'a',
};

/** How much wider the text of an element is than the room that it is given. */
const cutOf = (element: Element): number => element.scrollWidth - element.clientWidth;

test('X14: what is chosen in a row is shown whole, and the list is over all of the row', () => {
  show(SelectRow, { label: 'Läst som', ...given });
  const select = page.getByRole('combobox', { name: 'Läst som' }).element();
  const row = select.parentElement!;
  const shown = row.querySelector('.chosen')!;
  expect(shown.textContent).toBe(LONG);
  expect([cutOf(shown), cutOf(row)]).toEqual([0, 0]);
  expect(shown.getBoundingClientRect().right).toBeLessThanOrEqual(390);
  expect(select.getBoundingClientRect().height).toBe(row.getBoundingClientRect().height);
});

test('X14: what is chosen in a field is shown whole, and says no name of its own', () => {
  show(SelectField, { caption: 'Produkt', ...given });
  const select = page.getByRole('combobox', { name: 'Produkt', exact: true }).element();
  const shown = select.parentElement!.querySelector('.chosen')!;
  expect(getComputedStyle(shown, '::before').content).toContain(LONG);
  expect(cutOf(shown)).toBe(0);
  // Several lines high.
  expect(shown.getBoundingClientRect().height).toBeGreaterThan(2 * 46);
});

test('X14: a long name without a space makes no section wider than the window', () => {
  const children = createRawSnippet(() => ({ render: () => '<p>Rader</p>' }));
  show(Section, { label: 'Kolumner i Beställningar_Nordby_kommun_utb', note: '12', children });
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

test('X14: the mark that closes a sheet is within the window', () => {
  const children = createRawSnippet(() => ({ render: () => '<p>Ny order</p>' }));
  show(Sheet, { open: true, title: 'Lägg till', onclose: () => undefined, children });
  const close = page.getByRole('button', { name: 'Stäng' }).element();
  for (const part of [close, close.querySelector('span')!])
    expect(part.getBoundingClientRect().right).toBeLessThanOrEqual(390);
});
