import { screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { lifeLine } from '#programmes/apple-credit/rules/order/life-line.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import { stored } from '#data/records/envelope.ts';
import { parsed } from '#data/records/read-record.ts';
import { recordIn } from '#data/sync/record-in.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { formatFor } from '#core/language/format.ts';
import { credit } from '#programmes/apple-credit/words/sv/credit.ts';
import { history } from '#workspace/words/sv/history.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import ActionRow from '#ui/controls/ActionRow.svelte';
import HistoryList from '#programmes/apple-credit/screens/order/HistoryList.svelte';
import { historyLines } from '#programmes/apple-credit/screens/order/history-words.ts';
import { lifeStep } from '#programmes/apple-credit/screens/order/life-words.ts';
import RecordHistory from '#workspace/screens/history/RecordHistory.svelte';
import LifeLine from '#ui/tape/LifeLine.svelte';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import EventRow from '#programmes/adobe-vip/screens/history/EventRow.svelte';
import RunDetail from '#workspace/screens/import/run/RunDetail.svelte';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import { openApp, showIn, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showImport } from '#tests/workspace/screens/import/show-import.ts';
import { loadHistoryText } from '#workspace/screens/history/load-history-text.ts';

const { recordWords: swedishRecordWords } = await loadHistoryText('sv');

const today = '2026-11-20';
const order = stored(examples['credit-order'], undefined, doingOn()) as CreditOrder;
const [first] = order.steps;
const change = {
  id: first!.id,
  at: 8,
  by: 'kim',
  field: 'institution',
  from: 'a',
  to: 'b',
  asked: ['x', 'x', 'y'],
};

/** The record as it is read where a member wrote it so: the door takes it. */
const read = <R extends VolymRecord>(record: R): R => {
  const copy = recordIn(JSON.stringify(record), false);
  if (copy === undefined) throw new Error('the door refuses it');
  return parsed(copy)[0] as R;
};

const withdrawn = {
  id: 'w',
  kind: 'withdrawn',
  on: today,
  at: 7,
  by: 'kim',
  withdraws: first!.id,
  reason: 'r',
};

describe('X9: what is called by one name in a record, or said twice, is shown all the same', () => {
  test('X9: a step and a change of one id, and an answer that was asked twice, in the whole history', async () => {
    const { app } = await openApp();
    const record = read({ ...order, history: [change] });
    showWith(app, RecordHistory, { record }, 'sv', {
      history,
      credit,
      sync,
      recordWords: swedishRecordWords,
    });
    expect(screen.getAllByRole('listitem').length).toBeGreaterThan(1);
    expect(screen.getAllByRole('button', { name: /^Återställ till x/ })).toHaveLength(2);
  });

  test('X9: the same in the history of an order', async () => {
    const { app } = await openApp();
    const record = read({
      ...order,
      steps: [...order.steps, withdrawn],
      history: [{ ...change, id: 'w' }],
    });
    const text = {
      credit,
      history,
      sync,
      recordWords: swedishRecordWords,
      format: formatFor('sv', 'Europe/Stockholm'),
    } as Partial<Texts> as Texts;
    showIn(app, HistoryList, { lines: historyLines(record, { app, text, today }) });
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  test('X9: a step that is called as a row of the life line which has none', async () => {
    const { app } = await openApp();
    const text = {
      credit,
      history,
      sync,
      recordWords: swedishRecordWords,
      format: formatFor('sv', 'Europe/Stockholm'),
    } as Partial<Texts> as Texts;
    const rows = lifeLine(order, today);
    const free = rows.findIndex(({ step }) => step === undefined);
    const named = read({
      ...order,
      steps: order.steps.map((step) => ({ ...step, id: `${rows[free]!.stage}-${free}` })),
    });
    const means = { app, text, today, onaction: () => undefined };
    const steps = lifeLine(named, today).map((row, at) => lifeStep(row, named, means as never, at));
    showIn(app, LifeLine, { label: 'Liv', steps });
    expect(screen.getAllByRole('listitem')).toHaveLength(rows.length);
  });

  test('X9: rows, records and parents that an import names twice', async () => {
    const twice = <T>(value: T): T[] => [value, value];
    const made = stored(examples['import-run'], undefined, doingOn());
    const unreadable = twice({ row: 1, sheet: 's', reason: 'constructor' });
    const run = read({ ...made, data: { ...made.data, unreadable } as never }) as ImportRun;
    const kept = twice({ id: 'order-1', name: 'Order 1', reason: 'inlöst', href: undefined });
    const parents = twice({
      id: 'order-1',
      name: 'Order 1',
      href: undefined,
      detail: () => '1 kod',
    });
    const given = {
      parents,
      kept,
      changesIn: async () => new Map(),
      recordsOf: async () => new Map(),
      reasons: () => ({}),
      problems: () => ({}),
      today,
      busy: false,
      onundo: () => undefined,
    };
    const shown = showImport(RunDetail, { run, ...given });
    expect(await screen.findAllByText('Raden hoppades över')).toHaveLength(2);
    expect(screen.getAllByText('Order 1')).toHaveLength(4);
    shown.unmount();
    const sheets = twice({ name: 's', reasons: [], rows: '+1N-1N' });
    const ended = { ...made.data, ended: { sheets, records: [] } };
    const again = read({ ...made, data: ended as never }) as ImportRun;
    showImport(RunDetail, { run: again, ...given });
    expect(await screen.findAllByText('Rad 2 i s')).toHaveLength(4);
  });

  test('X9: two details that say the same', async () => {
    const { app } = await openApp();
    const icon = (await import('@lucide/svelte/icons/clock')).default;
    showIn(app, EventRow, { icon, title: 'Order', day: 'i dag', details: ['7700', '7700'] });
    showIn(app, ActionRow, {
      icon,
      title: 'Order',
      details: ['7800', '7800'],
      href: undefined,
      action: undefined,
    } as never);
    expect([screen.getAllByText('7700').length, screen.getAllByText('7800').length]).toEqual([
      2, 2,
    ]);
  });
});
