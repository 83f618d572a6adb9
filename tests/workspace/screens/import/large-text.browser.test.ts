import { screen as dom, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import { csvFile, openImport, showImport } from './show-import.ts';

// Twice the text size, as the browser's own setting gives it to the root.
beforeEach(() => void (document.documentElement.style.fontSize = '32px'));
afterEach(async () => {
  document.documentElement.removeAttribute('style');
  await page.viewport(390, 844);
});

const nothing = (): void => undefined;

const HEADS = 'Order Number;Order Date;Amount;Currency';
/** An order whose day may be two, one whose sum cannot be read, and one that is new. */
const UNCLEAR = [HEADS, '4500300100;03/04/2026;37;SEK', 'x;y;z;w', '4500300101;2026-04-05;74;SEK'];

const dryRun = async (...lines: readonly string[]): Promise<void> => {
  const { screen } = await openImport();
  await screen.choose(csvFile('kredit.csv', ...lines));
  showImport(DryRun, {
    screen,
    today: '2026-11-20',
    onimport: nothing,
    oncancel: nothing,
    problemWords: String,
  });
};

/** Words of an element that are broken over two lines, by the browser and by no hyphen of theirs. */
const brokenWords = (element: Element): string[] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const broken: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/[^\s\-]+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(word);
    }
  return broken;
};

test('X14: with large text the badge of a row goes below its words, none of which breaks', async () => {
  await page.viewport(390, 844);
  await dryRun(...UNCLEAR);
  const list = dom.getByRole('list', { name: 'Rader att se över' });
  const rows = within(list).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent).join()).toMatch(/03\/04\/2026.*oklart/);
  expect(rows.flatMap((row) => brokenWords(row))).toEqual([]);
});

test('X14: with large text the badge of a row of many is within its row', async () => {
  await page.viewport(390, 844);
  const many = Array.from({ length: 80 }, (_, at) => `${4500300100 + at};2026-04-05;${at + 1};SEK`);
  await dryRun(HEADS, ...many);
  await userEvent.setup().click(dom.getByRole('button', { name: /^Visa alla/ }));
  const list = dom.getByRole('list', { name: 'Alla rader' });
  await waitFor(() => expect(within(list).getAllByText('Ny').length).toBeGreaterThan(3));
  for (const badge of within(list).getAllByText('Ny')) {
    const row = badge.closest('[data-row]')!.getBoundingClientRect();
    expect(badge.getBoundingClientRect().bottom).toBeLessThanOrEqual(row.bottom);
  }
});

test('X14: with large text on a tablet the page of a dry run is as wide as its window', async () => {
  await page.viewport(1180, 820);
  await dryRun(...UNCLEAR);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1180);
});
