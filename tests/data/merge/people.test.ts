import { expect, test } from 'vitest';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { stored } from '#data/records/envelope.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { noteOpened } from '#workspace/rules/people/opens-codes.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

const at = (now: number) => ({ ...doingOn(), now });
const made = stored(newPerson('johan', 'Johan Ek'), undefined, at(1_000)) as unknown as Person;
const opens = (wrap: string, now: number): Copy =>
  stored(valueOf(noteOpened(made, wrap, '2026-11-20')), made, at(now)) as unknown as Copy;

test('X18: two devices of one person note what they opened side by side, whoever was first, and nobody is asked', () => {
  const [phone, tablet] = [opens('w1', 2_000), opens('w2', 3_000)];
  for (const base of [made as unknown as Copy, undefined]) {
    for (const [mine, theirs] of [
      [phone, tablet],
      [tablet, phone],
    ] as const) {
      const met = merge(base, mine, theirs) as unknown as Person;
      expect(Object.keys(met.data.opened ?? {}).sort()).toEqual(['w1', 'w2']);
      expect(met.clashes).toEqual([]);
    }
  }
});
