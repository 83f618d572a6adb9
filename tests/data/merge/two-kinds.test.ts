import { expect, test } from 'vitest';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

const order = stored(examples['credit-order'], undefined, doingOn());
const person: Copy = { ...stored(newPerson('p', 'x'), undefined, doingOn()), id: order.id };
const keyring = stored(examples.keyring, undefined, doingOn());

test('X9: of two kinds one is kept whole, the same on each device, whichever was written last or agreed on', () => {
  for (const later of [-9, 0, 9]) {
    const other = { ...person, updatedAt: order.updatedAt + later };
    for (const known of [undefined, order, other]) {
      expect(merge(known, order, other)).toBe(order);
      expect(merge(known, other, order)).toBe(order);
    }
  }
});

test('X9: a keyring gives its place to no other kind, and what was agreed on of another kind is no earlier state', () => {
  const note: Copy = { ...keyring, kind: 'a-note', data: { v: 1 } };
  expect(keyring.id).toBe(KEYRING_ID);
  expect([merge(undefined, keyring, note), merge(note, note, keyring)]).toEqual([keyring, keyring]);
  const edited = {
    ...order,
    data: { ...order.data, amount: '1.00' },
    updatedAt: order.updatedAt + 5,
  };
  const both = merge(person, edited, order);
  expect(both).toMatchObject({ kind: 'credit-order', data: { v: order.data.v } });
  expect(both.data).not.toHaveProperty('name');
});

test('X9: a tombstone is of no kind: an edit is back over it, as ever', () => {
  const gone: Copy = { ...order, kind: '', _deleted: true, updatedAt: order.updatedAt - 1 };
  expect(merge(undefined, order, gone)).toMatchObject({ kind: 'credit-order', data: order.data });
});
