import { expect, test } from 'vitest';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { redeem, takeBack } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { stored } from '#data/records/envelope.ts';
import { saysTheSame, type Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { codeWith, valueOf } from '#tests/factories/credit.ts';

const sealedAs = (text: string, by: string, updatedAt: number): RedemptionCode => {
  const code = codeWith();
  return {
    ...code,
    data: { ...code.data, sealed: { key: 'k1', iv: 'AAAA', text } },
    updatedBy: by,
    updatedAt,
  };
};

const doingOf = (now: number) => ({
  today: '2026-11-20',
  now,
  by: 'johan',
  newId: () => `johan-${now}`,
});

/** A code that was imported on a device, used there by mistake, and taken back. */
const usedAndTakenBack = (): Copy => {
  const made = sealedAs('of-johan', 'johan', 1_000);
  const [using, correcting] = [doingOf(1_010), doingOf(1_020)];
  const used = stored(
    valueOf(redeem(made, { account: 'a', place: '', on: '2026-11-20' }, using)),
    made,
    using,
  );
  const back = takeBack(
    used as RedemptionCode,
    { kind: 'redeemed', reason: 'fel kod' },
    correcting,
  );
  return stored(valueOf(back), used, correcting);
};

test('A5: nor does deleting what two made alike take away what a third one made, which became the same', () => {
  const [desk, phone, tablet] = [
    sealedAs('desk', 'desk', 9_000),
    sealedAs('phone', 'phone', 3_000),
    sealedAs('tablet', 'tablet', 2_000),
  ];
  const [one, other] = [merge(undefined, phone, desk), merge(undefined, tablet, desk)];
  expect(saysTheSame(one, other)).toBe(true);
  expect(merge(undefined, desk, phone)).toEqual(one);
  const gone: Copy = { ...one, _deleted: true };
  for (const left of [merge(undefined, other, gone), merge(desk, other, gone)])
    expect(left._deleted).toBeFalsy();
  expect(merge(undefined, one, gone)._deleted).toBe(true);
});

test.each([
  ['before', 900],
  ['in that very moment', 1_020],
  ['since', 2_000],
])(
  'A5: deleting a code that something happened to does not take away the one that another device imported %s',
  (_, at) => {
    const [own, other]: [Copy, Copy] = [usedAndTakenBack(), sealedAs('of-sara', 'sara', at)];
    const gone: Copy = { ...own, _deleted: true };
    // The other's import meets the own one on the server, and is deleted by who has heard of
    // neither.
    for (const both of [merge(undefined, other, own), merge(undefined, own, other)]) {
      expect(both.steps).toEqual(own.steps);
      expect(merge(own, gone, both)._deleted).toBeFalsy();
      expect(merge(own, both, gone)._deleted).toBeFalsy();
      expect(merge(undefined, both, gone)._deleted).toBeFalsy();
      // Met once more it says nothing new: the devices come to rest.
      for (const copy of [own, other])
        expect(saysTheSame(merge(undefined, copy, both), both)).toBe(true);
    }
  },
);
