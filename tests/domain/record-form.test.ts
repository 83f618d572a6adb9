import { describe, expect, test } from 'vitest';
import { isRecord } from '#domain/record-form.ts';
import type { VolymRecord } from '#domain/record.ts';
import { stored } from '#data/envelope.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

const good = stored(examples['credit-order'], undefined, doingOn());
const step = { id: 's', kind: 'spent', on: '2026-11-20', at: 5, by: 'sara' };
const change = { id: 'h', at: 6, by: 'sara', field: 'institution', from: 'a', to: 'b' };
const answers = [
  { value: 'a', by: 'sara', at: 6 },
  { value: 'b', by: 'kim', at: 7 },
];

describe('X9: nothing in a record is called as every object has it', () => {
  test.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])('X9: "%s" is refused', (name) => {
    const called: Partial<VolymRecord>[] = [
      { kind: name },
      { steps: [{ ...step, kind: name }] },
      { history: [{ ...change, field: name }] },
      { clashes: [{ id: 'c', field: name, answers: answers as never }] },
    ];
    expect(called.map((part) => isRecord({ ...good, ...part }))).toEqual([false, false, false, false]);
  });

  test('X9: an own name is taken, also one that no version of this app knows', () => {
    const own: Partial<VolymRecord>[] = [
      { kind: 'from-tomorrow' },
      { steps: [{ ...step, kind: 'from-tomorrow' }] },
      { history: [{ ...change, field: 'fromTomorrow' }] },
      { clashes: [{ id: 'c', field: 'fromTomorrow', answers: answers as never }] },
    ];
    expect(own.map((part) => isRecord({ ...good, ...part }))).toEqual([true, true, true, true]);
  });
});
