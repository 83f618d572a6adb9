import { describe, expect, test } from 'vitest';
import { reveal } from '#programmes/apple-credit/rules/code/code-commands.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import { rowsOf, shownOf } from '#workspace/screens/trash/thrown.ts';
import { codeWith, orderWith } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

const TODAY = '2026-11-20';
const doing = doingOn(TODAY);
const order = (id: string, trashedOn: string): VolymRecord =>
  stored({ ...orderWith([], {}, id), trashedOn }, undefined, doing);
const code = (id: string, parent: string): VolymRecord => ({
  ...codeWith(),
  id,
  parent,
  trashedOn: TODAY,
});
const shownRows = (thrown: readonly VolymRecord[], holding: readonly string[] = []) =>
  rowsOf(thrown, { holding: new Set(holding), parents: new Map() }, TODAY).map(
    ({ record, left }) => [record.id, left],
  );

describe('X12: the rows of the trash', () => {
  test('X12: what goes soonest comes first, and what does not go by itself last', () => {
    const thrown = [order('new', TODAY), order('old', '2026-10-25'), order('holds', '2026-10-22')];
    expect(shownRows(thrown, ['holds'])).toEqual([
      ['old', 4],
      ['new', 30],
      ['holds', undefined],
    ]);
  });

  test('X12: codes are listed under what they belong to, and alone where that is elsewhere', () => {
    const thrown = [order('order-1', TODAY), code('a', 'order-1'), code('b', 'order-2')];
    expect(shownOf(thrown).map(({ id }) => id)).toEqual(['order-1', 'b']);
    const around = {
      holding: new Set<string>(),
      parents: new Map([['order-2', order('order-2', '')]]),
    };
    const under = rowsOf(thrown, around, TODAY).map((row) => [row.record.id, row.under?.id]);
    expect(new Map(under as [string, string | undefined][])).toEqual(
      new Map([
        ['order-1', undefined],
        ['b', 'order-2'],
      ]),
    );
  });

  test('A6: a code that someone looked at is not announced to go', () => {
    const seen = { ...code('a', 'order-1'), steps: reveal(codeWith(), 'check', doing).steps ?? [] };
    expect(shownRows([order('order-1', TODAY), seen])).toEqual([['order-1', undefined]]);
    expect(shownRows([seen])).toEqual([['a', undefined]]);
  });
});
