import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#core/day/day.ts';
import type { Clash } from '#core/record/record.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { readFirstDues } from '#workspace/screens/due/dues.svelte.ts';
import DuesHarness from './DuesHarness.svelte';

const TODAY = '2026-11-20';
let workspace: TestWorkspace;
beforeEach(async () => (workspace = await openTestWorkspace()));
afterEach(cleanup);

/** Orders whose last days are so many days ahead of today. */
const write = (name: string, count: number, ahead: number) =>
  workspace.records.insert(
    Array.from({ length: count }, (_, at) =>
      orderWith(
        [['ready', addDays(TODAY, ahead - 90)]],
        { orderNumber: `${name}${at}` },
        `${name}${at}`,
      ),
    ),
  );
const show = () => render(DuesHarness, { props: { records: workspace.records, today: TODAY } });
const now = () => document.querySelector('output')?.textContent.trim();
const says = (text: string) =>
  expect
    .poll(() => document.querySelector('output')?.textContent.trim(), { timeout: 60_000 })
    .toBe(text);

describe('X1: next deadlines of a workspace with many', () => {
  test('X1: more late ones than are read at once hide nothing that is due next', async () => {
    await write('late', 60, -5);
    await write('last-day', 1, 0);
    await write('soon', 3, 10);
    await write('later', 55, 60);
    show();
    await says('51 3 46 (51+)');
    screen.getByText('more').click();
    await says('61 3 55 (61)');
    expect(screen.queryByText('more')).toBeNull();
  });

  test('X1: more with a last day today and tomorrow than are read at once say that there are more', async () => {
    await write('today', 30, 0);
    await write('tomorrow', 30, 1);
    await write('soon', 3, 10);
    show();
    await says('50 0 0 (50+)');
    screen.getByText('more').click();
    await says('60 3 0 (60)');
  });

  test('X6: what was read before is there at once, and followed from then on', async () => {
    await write('late', 2, -5);
    await write('soon', 1, 10);
    const first = await readFirstDues({ records: workspace.records, today: TODAY });
    await write('later', 1, 60);
    render(DuesHarness, { props: { records: workspace.records, today: TODAY, first } });
    expect(now()).toBe('2 1 0 (2)');
    await says('2 1 1 (2)');
  });

  test('X6: what was read on another day is not shown', async () => {
    await write('late', 1, -5);
    const first = await readFirstDues({ records: workspace.records, today: addDays(TODAY, -30) });
    render(DuesHarness, { props: { records: workspace.records, today: TODAY, first } });
    expect(now()).toBe('0 0 0 ()');
    await says('1 0 0 (1)');
  });

  test('X1: one that moves from late to ahead is there once', async () => {
    await write('late', 2, -5);
    await write('soon', 1, 10);
    show();
    await says('2 1 0 (2)');
    const { steps } = orderWith([['ready', addDays(TODAY, -1)]]);
    await workspace.records.change('late0', (order) => ({ ok: true, value: { ...order, steps } }));
    await says('1 1 1 (1)');
  });

  test('X1: a question waits for a hand, and is no reason for red', async () => {
    const isRed = () => document.querySelector('output')?.classList.contains('late');
    const answer = { value: '1.00', by: 'sara', at: 1 };
    const answers = [answer, { ...answer, value: '2.00' }] as const;
    const clashes: readonly Clash[] = [{ id: 'a', field: 'amount', answers }];
    await write('soon', 1, 10);
    show();
    await workspace.records.change('soon0', (order) => ({
      ok: true,
      value: { ...order, clashes },
    }));
    await says('1 1 0 (1)');
    expect(isRed()).toBe(false);
    await write('late', 1, -5);
    await says('2 1 0 (2)');
    expect(isRed()).toBe(true);
  });
});
