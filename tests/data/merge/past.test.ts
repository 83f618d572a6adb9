import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder, recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { newKeyring, withoutWraps, withWrap } from '#workspace/rules/vault/keyring-commands.ts';
import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { stored } from '#data/records/envelope.ts';
import { isSame, type Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { isPast } from '#data/merge/past.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';

/** What someone writes: a field of few values, so that values come back, or a step. */
type Write =
  | { readonly field: 'amount' | 'reseller' | 'owner'; readonly value: string }
  | { readonly step: 'ready' | 'validated' };

const write: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      field: fc.constant('amount' as const),
      value: fc.constantFrom('10.00', '20.00'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      field: fc.constant('reseller' as const),
      value: fc.constantFrom('', 'Fjord'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      field: fc.constant('owner' as const),
      value: fc.constantFrom('sara', 'johan'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ step: fc.constantFrom('ready' as const, 'validated' as const) }),
  },
);

/**
 * A device whose clock is ahead or behind: what it writes is later than what it knows, and than
 * nothing else.
 */
const device = (by: string, offset: number) => {
  let ids = 0;
  let now = 1_000_000 + offset;
  return (copy: Copy, what: Write): Copy => {
    const doing = {
      today: '2026-11-20',
      now: (now += 10),
      by,
      newId: () => `${by}-${offset}-${(ids += 1)}`,
    };
    const order = copy as CreditOrder;
    const draft =
      'step' in what
        ? recordStep(order, { kind: what.step, on: '2026-10-01' }, doing)
        : editOrder(order, { [what.field]: what.value });
    return stored(valueOf(draft), copy, doing);
  };
};

const begin = (): Copy =>
  stored(orderWith([['ordered', '2026-09-01']]), undefined, {
    today: '2026-09-01',
    now: 1_000,
    by: 'eva',
    newId: () => 'eva-1',
  });

/**
 * All states of a record, written one after the other, each by a device that knows the
 * one before.
 */
const chain = (from: Copy, writes: readonly (readonly [Write, number])[]): Copy[] => {
  const devices = [device('sara', 0), device('johan', -500_000), device('amina', 700_000)];
  const states = [from];
  for (const [what, who] of writes)
    states.push(devices[who]?.(states.at(-1) as Copy, what) as Copy);
  return states;
};

const says = ({ data, steps, history, clashes, trashedOn }: Copy) => ({
  data,
  steps,
  history,
  clashes,
  trashedOn,
});

const writes = fc.array(fc.tuple(write, fc.nat({ max: 2 })), { minLength: 1, maxLength: 12 });

describe('X9: a state that is in the past of another', () => {
  test('X9: each state of a record is in the past of every later one, whoever wrote and whatever clocks say', () => {
    fc.assert(
      fc.property(writes, fc.nat(), fc.nat(), (given, one, other) => {
        const states = chain(begin(), given);
        const [a, b] = [one % states.length, other % states.length].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const [earlier, later] = [states[a] as Copy, states[b] as Copy];
        expect(isPast(later, earlier)).toBe(a !== b);
        expect(isPast(earlier, later)).toBe(false);
      }),
    );
  });

  test('X9: it changes nothing of the later one, also where that is known to both and written since', () => {
    fc.assert(
      fc.property(writes, write, fc.nat(), (given, last, at) => {
        const states = chain(begin(), given);
        const both = states.at(-1) as Copy;
        const old = states[at % (states.length - 1)] as Copy;
        const mine = device('eva', 900_000)(both, last);
        expect(isSame(merge(both, mine, old), mine)).toBe(true);
        expect(isSame(merge(both, both, old), both)).toBe(true);
        // What says the same stays as it is there: then only the time of the write is another.
        for (const merged of [merge(undefined, mine, old), merge(undefined, old, mine)])
          expect(says(merged)).toEqual(says(mine));
        const gone = { ...both, _deleted: true };
        expect(merge(both, gone, old)).toBe(gone);
        expect(merge(both, mine, { ...old, _deleted: true })).toBe(mine);
      }),
    );
  });

  test('X9: of two states written at the same time neither is the past of the other, and nothing is lost', () => {
    fc.assert(
      fc.property(writes, writes, writes, (before, left, right) => {
        const base = chain(begin(), before).at(-1) as Copy;
        const [phone, tablet] = [device('phone', 300_000), device('tablet', -900_000)];
        const mine = left.reduce((copy, [what]) => phone(copy, what), base);
        const theirs = right.reduce((copy, [what]) => tablet(copy, what), base);
        // Writing the value that was there already is no news.
        const says = (copy: Copy): number => copy.history.length + copy.steps.length;
        const isNews = [mine, theirs].map((copy) => says(copy) > says(base));
        fc.pre(isNews.every(Boolean));
        expect([isPast(mine, theirs), isPast(theirs, mine)]).toEqual([false, false]);
        const merged = merge(base, mine, theirs);
        const known = new Set([...merged.history, ...merged.steps].map(({ id }) => id));
        for (const { id } of [...mine.history, ...mine.steps, ...theirs.history, ...theirs.steps])
          expect(known.has(id)).toBe(true);
      }),
    );
  });
});

test('X8: if two devices made a record, each with its own value, neither is the past of the other', () => {
  const on = (by: string, now: number) => ({
    today: '2026-11-20',
    now,
    by,
    newId: () => `${by}-${now}`,
  });
  const eva = stored(
    orderWith([], { reseller: 'Eva’s' }, 'order-1'),
    undefined,
    on('eva', 1_000),
  ) as Copy;
  const made = stored(
    orderWith([], { reseller: 'Sara’s' }, 'order-1'),
    undefined,
    on('sara', 2_000),
  ) as Copy;
  const sara = stored(
    { ...made, data: { ...made.data, reseller: 'New' } as never },
    made,
    on('sara', 3_000),
  ) as Copy;
  expect([isPast(sara, made), isPast(sara, eva)]).toEqual([true, false]);
  const kept = JSON.stringify([
    merge(undefined, sara, eva).clashes,
    merge(undefined, eva, sara).clashes,
  ]);
  expect(kept.match(/Eva’s/g)).toHaveLength(2);
});

test('X8: a device that deletes what it made does not delete the same that another device made, whoever’s clock is ahead', () => {
  const made = (by: string, now: number) =>
    stored(orderWith([], {}, 'order-1'), undefined, {
      today: '2026-11-20',
      now,
      by,
      newId: () => by,
    }) as Copy;
  const gone = { ...made('sara', 2_000), _deleted: true };
  for (const eva of [made('eva', 1_000), made('eva', 3_000)]) {
    expect(isPast(gone, eva)).toBe(false);
    expect(merge(undefined, gone, eva)._deleted).toBeFalsy();
    expect(merge(undefined, eva, gone)._deleted).toBeFalsy();
  }
});

test('X12: nor does one that throws it away first and deletes it then, also where both had met before', () => {
  const on = (by: string, now: number) => ({
    today: '2026-11-20',
    now,
    by,
    newId: () => `${by}-${now}`,
  });
  const made = (by: string, now: number) =>
    stored(orderWith([], {}, 'order-1'), undefined, on(by, now)) as Copy;
  const deleted = (copy: Copy): Copy => ({
    ...(stored({ ...copy, trashedOn: '2026-11-20' }, copy, on('sara', 9_000)) as Copy),
    _deleted: true,
  });
  const [sara, eva] = [made('sara', 5_000), made('eva', 1_000)];
  const gone = deleted(sara);
  for (const there of [eva, merge(undefined, eva, sara)]) {
    expect(isPast(gone, there)).toBe(false);
    for (const known of [undefined, gone])
      for (const met of [merge(known, gone, there), merge(known, there, gone)])
        expect(met._deleted).toBeFalsy();
  }
  // What something happened to, that the deletion knows, is no other one's.
  const own = device('sara', -900_000)(sara, { field: 'amount', value: '10.00' });
  expect(isPast({ ...deleted(own), updatedAt: 2_000_000 }, own)).toBe(true);
});

describe('X9: a keyring that is in the past of another', () => {
  const wrap = (id: string): Wrap => ({
    id,
    by: 'passphrase',
    number: 0,
    madeOn: '2026-11-20',
    salt: 's',
    iv: 'i',
    keys: id,
    derivation: { name: 'argon2id', memoryKiB: 64, passes: 1, lanes: 1 },
  });
  const doing = (now: number) => ({
    today: '2026-11-20',
    now,
    by: 'sara',
    newId: () => `change-${now}`,
  });
  const old = stored(newKeyring('vault-1', [wrap('old')]), undefined, doing(1_000)) as Copy;
  const both = stored(valueOf(withWrap(old as never, wrap('new'))), old, doing(2_000)) as Copy;
  const now = stored(valueOf(withoutWraps(both as never, ['old'])), both, doing(3_000)) as Copy;
  const wrapsOf = ({ data }: Copy): string[] => Object.keys((data as unknown as KeyringData).wraps);

  test('X9: what opened before a passphrase was changed opens nothing again, and what opens now stays', () => {
    expect(wrapsOf(now)).toEqual(['new']);
    for (const before of [old, both]) {
      expect(isPast(now, before)).toBe(true);
      expect(merge(now, now, before)).toBe(now);
      // Where all is compared again nobody knows what was agreed on.
      expect(wrapsOf(merge(undefined, now, before))).toEqual(['new']);
      expect(wrapsOf(merge(undefined, before, now))).toEqual(['new']);
      const later = stored(
        valueOf(withWrap(now as never, wrap('later'))),
        now,
        doing(4_000),
      ) as Copy;
      expect(wrapsOf(merge(now, later, before))).toEqual(['new', 'later']);
    }
  });
});
