import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder, recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { newCode, redeem, takeBack } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { answerQuestion } from '#workspace/rules/questions/answer-question.ts';
import {
  codeState,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { currentSteps } from '#core/record/step.ts';
import { noteOpened } from '#workspace/rules/people/opens-codes.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { newPerson, renamePerson } from '#workspace/rules/people/person-commands.ts';
import {
  newKeyring,
  withOtherKeys,
  withoutWraps,
  withWrap,
} from '#workspace/rules/vault/keyring-commands.ts';
import type { Wrap } from '#workspace/rules/vault/keyring.ts';
import type { Workspace } from '#workspace/rules/settings/workspace.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import { stored } from '#data/records/envelope.ts';
import { isSame, type Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { orderWith, recordOf, valueOf } from '#tests/factories/credit.ts';

/** A device that writes: its own clock, its own ids. */
const device = (by: string, from: number) => {
  let [now, ids] = [from, 0];
  const doing = (): Doing => ({
    today: '2026-11-20',
    now: (now += 10),
    by,
    newId: () => `${by}-${from}-${(ids += 1)}`,
  });
  const write = (copy: Copy, change: (record: Copy, doing: Doing) => Draft): Copy => {
    const moment = doing();
    return { ...stored(change(copy, moment), copy, moment) };
  };
  return {
    doing,
    edit: (copy: Copy, input: Parameters<typeof editOrder>[1]) =>
      write(copy, (record) => valueOf(editOrder(record as CreditOrder, input))),
    step: (copy: Copy, kind: 'ready' | 'downloaded' | 'validated', on: string) =>
      write(copy, (record, moment) =>
        valueOf(recordStep(record as CreditOrder, { kind, on }, moment)),
      ),
    trash: (copy: Copy) => write(copy, (record) => ({ ...record, trashedOn: '2026-11-20' })),
    write,
  };
};
const agreed = (): Copy =>
  stored(orderWith([['ordered', '2026-09-01']]), undefined, device('eva', 1_000).doing());
const momentOf = ({ updatedAt, newestFirst }: Copy) => ({ updatedAt, newestFirst });
const data = (copy: Copy) => copy.data as CreditOrder['data'];

describe('X8: two devices change one record', () => {
  test('X8: different fields are both kept, without a question', () => {
    const [phone, tablet, base] = [device('sara', 5_000), device('johan', 6_000), agreed()];
    const [mine, theirs] = [
      phone.edit(base, { orderNumber: '4711' }),
      tablet.edit(base, { creditNumber: 'C-1' }),
    ];
    const merged = merge(base, mine, theirs);
    expect(data(merged)).toMatchObject({ orderNumber: '4711', creditNumber: 'C-1' });
    expect(merged.clashes).toEqual([]);
    expect(merged.updatedAt).toBeGreaterThan(Math.max(mine.updatedAt, theirs.updatedAt));
  });

  test('X8: two values for one field: the later wins, both are kept and asked about, with the old value', () => {
    const [phone, tablet, base] = [device('sara', 5_000), device('johan', 6_000), agreed()];
    const [mine, theirs] = [
      phone.edit(base, { amount: '12.00' }),
      tablet.edit(base, { amount: '10.00' }),
    ];
    const merged = merge(base, mine, theirs);
    expect(data(merged).amount).toBe('10.00');
    expect(merged.clashes).toMatchObject([
      {
        field: 'amount',
        was: '25000.00',
        answers: [
          { value: '12.00', by: 'sara' },
          { value: '10.00', by: 'johan' },
        ],
      },
    ]);
  });

  test('X8: going back to the value agreed on before counts as writing it, and is not written over by what came first', () => {
    const [phone, tablet, base] = [device('sara', 5_000), device('johan', 6_000), agreed()];
    const theirs = phone.edit(base, { amount: '12.00' });
    // The answer that the server had this never came: what was agreed on is older.
    const asked = merge(base, tablet.edit(base, { amount: '10.00' }), theirs);
    const back = tablet.edit(asked, { amount: '25000.00' });
    for (const merged of [merge(base, back, theirs), merge(base, theirs, back)])
      expect([data(merged).amount, merged.clashes]).toEqual(['25000.00', []]);
    const other = phone.edit(theirs, { amount: '13.00' });
    for (const merged of [merge(base, back, other), merge(base, other, back)])
      expect(merged.clashes.map(({ answers }) => answers.map(({ value }) => value).sort())).toEqual(
        [['13.00', '25000.00']],
      );
  });

  test('X8: a question is closed when the field is written again, on whatever device', () => {
    const [phone, tablet, base] = [device('sara', 5_000), device('johan', 6_000), agreed()];
    const asked = merge(
      base,
      phone.edit(base, { amount: '12.00' }),
      tablet.edit(base, { amount: '10.00' }),
    );
    const [answered, other] = [
      phone.edit(asked, { amount: '11.00' }),
      tablet.edit(asked, { creditNumber: 'C-1' }),
    ];
    const later = device('sara', 9_000).edit(asked, { amount: '11.00' });
    expect(merge(asked, later, other).clashes).toEqual([]);
    expect(data(merge(asked, answered, other)).amount).toBe('11.00');
  });

  test('X12: taken out of the trash by someone who knew it was there: it stays out, without a question', () => {
    const [phone, tablet, base] = [device('sara', 5_000), device('johan', 6_000), agreed()];
    const thrown = phone.trash(base);
    const back = tablet.write(thrown, (record) => ({ ...record, trashedOn: '' }));
    // A third device has what the first wrote, and has written since.
    const other = device('eva', 7_000).edit(thrown, { creditNumber: 'C-1' });
    for (const [mine, theirs] of [
      [back, other],
      [other, back],
    ] as const)
      expect(merge(undefined, mine, theirs)).toMatchObject({ trashedOn: '', clashes: [] });
  });

  test('A4: steps of both are there, in one order on every device', () => {
    const [phone, tablet, base] = [device('sara', 5_000), device('johan', 6_000), agreed()];
    const [mine, theirs] = [
      phone.step(base, 'validated', '2026-09-02'),
      tablet.step(base, 'ready', '2026-09-04'),
    ];
    const [one, other] = [merge(base, mine, theirs), merge(base, theirs, mine)];
    expect(currentSteps(one.steps).map(({ kind }) => kind)).toEqual([
      'ordered',
      'validated',
      'ready',
    ]);
    expect(isSame(one, other)).toBe(true);
    expect(one.dueOn).toBe('2026-12-03');
  });

  test('X8: without an agreed state the history tells whose value came later, and asks nothing', () => {
    const base = agreed();
    const mine = device('sara', 5_000).edit(base, { amount: '12.00' });
    expect(merge(undefined, mine, base)).toBe(mine);
    expect(merge(undefined, base, mine)).toBe(mine);
  });

  test('X8: what two devices made for themselves under one id keeps every value', () => {
    const base = agreed();
    const mine = { ...base, data: { ...data(base), reseller: 'Atea' }, updatedAt: 7_000 };
    const theirs = { ...base, data: { ...data(base), reseller: 'Dustin' }, updatedAt: 8_000 };
    const merged = merge(undefined, mine, theirs);
    expect(data(merged).reseller).toBe('Dustin');
    expect(merged.clashes[0]?.answers.map(({ value }) => value)).toEqual(['Atea', 'Dustin']);
  });

  test('A2: a link that one wrote into what both had made is not lost to the other one’s, which has none', () => {
    const made = (by: string, now: number): Copy =>
      stored(orderWith([['ordered', '2026-09-01']]), undefined, device(by, now).doing());
    const [mine, later] = [made('sara', 5_000), made('johan', 8_000)];
    const linked = device('sara', 6_000).edit(mine, { inboxLink: 'https://apple.example/4711' });
    for (const merged of [merge(undefined, linked, later), merge(undefined, later, linked)])
      expect(data(merged).inboxLink).toBe('https://apple.example/4711');
  });

  test('X8: two links that were written at once are both kept and asked about; the history tells neither', () => {
    const base = agreed();
    const [mine, theirs] = [
      device('sara', 5_000).edit(base, { inboxLink: 'https://apple.example/4711' }),
      device('johan', 8_000).edit(base, { inboxLink: 'https://apple.example/4712' }),
    ];
    const merged = merge(base, mine, theirs);
    expect(isSame(merged, merge(base, theirs, mine))).toBe(true);
    expect(data(merged).inboxLink).toBe('https://apple.example/4712');
    const [clash] = merged.clashes;
    expect(clash?.answers.map(({ value }) => value)).toEqual([
      data(mine).inboxLink,
      data(theirs).inboxLink,
    ]);
    const { id } = clash!;
    for (const value of [
      data(mine).inboxLink,
      data(theirs).inboxLink,
      'https://apple.example/4713',
    ]) {
      const given = { clash: id, value, reason: '' };
      const answered = device('sara', 9_000).write(merged, (record, doing) =>
        valueOf(answerQuestion(record, given, doing)),
      );
      expect(answered.clashes).toEqual([]);
      expect(data(answered).inboxLink).toBe(value);
      for (const end of [merge(merged, answered, merged), merge(undefined, merged, answered)])
        expect(end).toMatchObject({ clashes: [], data: { inboxLink: value } });
      expect(answered.history.at(-1)).toMatchObject({ field: 'inboxLink', asked: [] });
      expect(JSON.stringify(answered.history)).not.toContain('apple.example');
    }
  });

  test('X8: so does the history, also when both were made in the same moment', () => {
    const base = agreed();
    const made = (reseller: string) => ({
      ...base,
      data: { ...data(base), reseller },
      updatedAt: 7_000,
    });
    const merged = merge(undefined, made('Atea'), made('Dustin'));
    expect(merged.history.map(({ to }) => to)).toEqual(expect.arrayContaining(['Atea', 'Dustin']));
    const third = { ...made('Fjord'), updatedBy: 'johan', updatedAt: 9_000 };
    const [one, other] = [
      merge(undefined, third, { ...made('Atea'), updatedBy: 'sara' }),
      merge(undefined, third, { ...made('Dustin'), updatedBy: 'eva' }),
    ];
    const asked = merge(undefined, one, other).clashes.flatMap(({ answers }) =>
      answers.map(({ value }) => value),
    );
    expect(asked).toEqual(expect.arrayContaining(['Atea', 'Dustin', 'Fjord']));
  });
});

describe('X8: a server that went back forgot what was agreed', () => {
  const made = (by: string, at: number, reseller: string): Copy =>
    stored(orderWith([['ordered', '2026-09-01']], { reseller }), undefined, device(by, at).doing());

  test('X8: what others made there since does not pass for a change of it', () => {
    const agreedOn = made('sara', 5_000, 'Atea');
    const mine = device('sara', 6_000).edit(agreedOn, { amount: '1.00' });
    const merged = merge(agreedOn, mine, made('johan', 7_000, 'Dustin'));
    expect(data(merged).amount).toBe('1.00');
    expect(
      merged.clashes.map(({ field, answers }) => [field, ...answers.map(({ value }) => value)]),
    ).toContainEqual(['reseller', 'Atea', 'Dustin']);
  });

  test('X8: nor what came of it in another way, and what was written over it still does', () => {
    const first = made('sara', 1_000, 'Atea');
    const agreedOn = device('sara', 5_000).edit(first, { reseller: 'Fjord' });
    const mine = device('sara', 6_000).edit(agreedOn, { amount: '1.00' });
    const apart = merge(agreedOn, mine, device('johan', 7_000).edit(first, { reseller: 'Dustin' }));
    expect(apart.clashes.map(({ answers }) => answers.map(({ value }) => value))).toEqual([
      ['Fjord', 'Dustin'],
    ]);
    const after = merge(
      agreedOn,
      mine,
      device('johan', 7_000).edit(agreedOn, { reseller: 'Dustin' }),
    );
    expect([data(after).reseller, data(after).amount, after.clashes]).toEqual([
      'Dustin',
      '1.00',
      [],
    ]);
  });
});

describe('X8: a deletion never beats an edit silently', () => {
  test('X8: trashed here, written there: it stays, and someone is asked', () => {
    const [phone, tablet, base] = [device('sara', 5_000), device('johan', 6_000), agreed()];
    const merged = merge(base, phone.trash(base), tablet.step(base, 'ready', '2026-09-04'));
    expect(merged.trashedOn).toBe('');
    expect(merged.clashes).toMatchObject([
      { field: 'trashedOn', answers: [{ value: '2026-11-20' }, { value: '' }] },
    ]);
  });

  test('X8: the question knows all that was news to who deleted it, and nothing that was not, whoever merges', () => {
    const [phone, tablet, base] = [device('sara', 9_000), device('johan', 6_000), agreed()];
    const both = tablet.edit(base, { reseller: 'Atea' });
    const noted = tablet.step(both, 'ready', '2026-09-04');
    const edited = tablet.edit(noted, { purchaseOrderNumber: 'PO-77' });
    const trashed = phone.trash(both);
    const news = [noted.steps.at(-1)!.id, edited.history.at(-1)!.id];
    for (const merged of [
      merge(both, trashed, edited),
      merge(both, edited, trashed),
      merge(undefined, edited, trashed),
    ])
      expect(merged.clashes).toMatchObject([{ field: 'trashedOn', news }]);
  });

  test('X8: trashed here, untouched there: it is in the trash', () => {
    const base = agreed();
    const trashed = device('sara', 5_000).trash(base);
    expect(merge(base, trashed, base)).toBe(trashed);
    expect(merge(undefined, base, trashed)).toBe(trashed);
  });

  test('X8: brought back here, written there: it is back', () => {
    const trashed = device('sara', 5_000).trash(agreed());
    const [phone, tablet] = [device('sara', 7_000), device('johan', 7_005)];
    const back = phone.write(trashed, (record) => ({ ...record, trashedOn: '' }));
    expect(merge(trashed, back, tablet.edit(trashed, { amount: '1.00' })).trashedOn).toBe('');
  });

  test('X8: deleted for good and edited: the edit stays; deleted as it was: it is gone', () => {
    const base = agreed();
    const [edited, gone] = [
      device('sara', 5_000).edit(base, { amount: '1.00' }),
      { ...base, _deleted: true },
    ];
    expect(merge(base, edited, gone)).toMatchObject({ data: { amount: '1.00' } });
    expect(merge(base, edited, gone)._deleted).toBeFalsy();
    expect(merge(base, gone, edited)).toBe(edited);
    expect(merge(base, base, gone)).toBe(gone);
    expect(merge(base, gone, gone)._deleted).toBe(true);
  });

  test('X8: what is made again after its deletion stays, though it says what was deleted; also by a clock that went back', () => {
    const base = agreed();
    for (const now of [9_000, 10]) {
      const anew = stored(
        orderWith([['ordered', '2026-09-01']]),
        undefined,
        device('eva', now).doing(),
      ) as Copy;
      expect(merge(base, anew, { ...base, _deleted: true })._deleted).toBeFalsy();
      expect(merge(undefined, { ...base, _deleted: true }, anew)._deleted).toBeFalsy();
    }
  });

  test('X8: what it says then is marked as later than what was deleted, so that no third device takes it for older', () => {
    const base = agreed();
    const write = (now: number, by: string, reseller: string): Copy =>
      stored(
        orderWith([['ordered', '2026-09-01']], { reseller }),
        undefined,
        device(by, now).doing(),
      );
    const anew = write(9_000, 'eva', 'Atea');
    const elsewhere = device('sara', 5_000).edit(base, { amount: '1.00' });
    const merged = merge(base, anew, elsewhere);
    const third = device('johan', 7_000).edit(elsewhere, { institution: 'Nordby' });
    for (const end of [merge(elsewhere, third, merged), merge(elsewhere, merged, third)])
      expect([data(end).reseller, data(end).amount, data(end).institution]).toEqual([
        'Atea',
        '1.00',
        'Nordby',
      ]);
  });

  test('X8: deleted by others, without an agreed state: gone when it was not written since, or before', () => {
    const base = agreed();
    const gone: Copy = { ...base, data: { v: 0 }, _deleted: true };
    const edited = device('sara', 5_000).edit(base, { amount: '1.00' });
    expect(merge(undefined, base, gone)).toBe(gone);
    expect(merge(undefined, edited, gone)).toMatchObject({ data: { amount: '1.00' } });
    expect(merge(undefined, edited, { ...gone, updatedAt: 0 })._deleted).toBeFalsy();
  });
});

describe('A6: a code between devices', () => {
  const sealed = { key: 'k', iv: 'AAAA', text: 'BBBB' };
  const code = (): Copy =>
    recordOf(newCode({ id: 'c', parent: 'order-1', usage: 'credit', number: 1, sealed }));
  const redeemedOn = (copy: Copy, by: string, from: number): Copy =>
    device(by, from).write(copy, (record, doing) =>
      valueOf(
        redeem(record as RedemptionCode, { account: 'a', place: '', on: '2026-11-20' }, doing),
      ),
    );

  test('A6: once redeemed it stays redeemed, whatever another device says', () => {
    const base = code();
    const other = device('johan', 9_000).write(base, (record) => ({
      ...record,
      data: { ...record.data },
    }));
    expect(codeState(merge(base, redeemedOn(base, 'sara', 5_000), other) as RedemptionCode)).toBe(
      'redeemed',
    );
    expect(
      codeState(merge(undefined, other, redeemedOn(base, 'sara', 5_000)) as RedemptionCode),
    ).toBe('redeemed');
  });

  test('A6: it is free again only by a correction with a reason', () => {
    const redeemed = redeemedOn(code(), 'sara', 5_000);
    const back = device('johan', 6_000).write(redeemed, (record, doing) =>
      valueOf(takeBack(record as RedemptionCode, { kind: 'redeemed', reason: 'fel kod' }, doing)),
    );
    expect(codeState(merge(redeemed, redeemed, back) as RedemptionCode)).toBe('free');
  });

  test('A5: one code sealed on two devices asks nothing', () => {
    const twin = {
      ...code(),
      data: { ...code().data, sealed: { ...sealed, iv: 'CCCC', text: 'DDDD' } },
      updatedAt: 5,
    };
    expect(merge(undefined, code(), twin).clashes).toEqual([]);
  });

  test('A5: two devices imported the same code: who takes its own back does not take the other one’s away', () => {
    const [own, other] = [code(), { ...code(), updatedAt: 5, updatedBy: 'johan' }];
    const both = merge(undefined, other, own);
    const gone = { ...own, _deleted: true };
    expect(merge(own, gone, both)).toMatchObject({ clashes: [], trashedOn: '' });
    for (const left of [
      merge(own, gone, both),
      merge(undefined, both, gone),
      merge(undefined, gone, other),
    ])
      expect(left._deleted).toBeFalsy();
  });

  test('A5: nor does a device that throws its own away, where the other had met it before: someone is asked', () => {
    const [own, other] = [
      { ...code(), updatedAt: 5 },
      { ...code(), updatedAt: 3, updatedBy: 'johan' },
    ];
    const both = merge(undefined, other, own);
    const thrown = device('sara', 5_000).trash(own);
    for (const merged of [merge(own, both, thrown), merge(own, thrown, both)])
      expect(merged).toMatchObject({ trashedOn: '', clashes: [{ field: 'trashedOn' }] });
    expect(merge(own, thrown, own)).toBe(thrown);
  });

  test('A5: nor when both were made in the same moment', () => {
    const [own, other] = [code(), { ...code(), updatedBy: 'johan' }];
    const gone = { ...own, _deleted: true };
    for (const left of [merge(own, gone, other), merge(undefined, other, gone)])
      expect(left._deleted).toBeFalsy();
    // A tombstone of an older version has no name in it.
    expect(merge(undefined, own, { ...gone, updatedBy: '' })._deleted).toBe(true);
  });

  test('A5: nor when both are told from each other already, and one is made anew', () => {
    const own = code();
    const [told, anew] = [
      { ...own, updatedAt: own.updatedAt + 1, updatedBy: 'johan' },
      { ...own, updatedAt: own.updatedAt + 7 },
    ];
    const both = merge(own, told, anew);
    expect(merge(anew, { ...anew, _deleted: true }, both)._deleted).toBeFalsy();
  });
});

test('X9: wraps of the keyring meet side by side, each whole', () => {
  const wrap = (id: string): Wrap => ({
    id,
    by: 'passphrase',
    number: 0,
    madeOn: '2026-11-20',
    salt: id,
    iv: id,
    keys: id,
    derivation: { name: 'argon2id', memoryKiB: 8, passes: 1, lanes: 1 },
  });
  const base: Copy = recordOf(newKeyring('k1', [wrap('old')]));
  type Keyring = Parameters<typeof withWrap>[0];
  const adding = (by: string, from: Copy, ...ids: string[]): Copy =>
    ids.reduce(
      (copy, id) =>
        device(by, 5_000).write(copy, (record) =>
          valueOf(withWrap(record as unknown as Keyring, wrap(id))),
        ),
      from,
    );
  const wrapsOf = ({ data: { wraps } }: Copy & { data: { wraps?: object } }): string[] =>
    Object.keys(wraps ?? {}).sort();
  const theirs = adding('johan', base, 'new-kit', 'third');
  const merged = merge(base, adding('sara', base, 'new-phrase'), theirs);
  expect(wrapsOf(merged)).toEqual(['new-kit', 'new-phrase', 'old', 'third']);
  const without = device('sara', 6_000).write(adding('sara', base, 'new-phrase'), (record) =>
    valueOf(withoutWraps(record as unknown as Keyring, ['old'])),
  );
  expect(wrapsOf(merge(base, without, theirs))).toEqual(['new-kit', 'new-phrase', 'third']);
  // The server has the kit, and the answer that said so never came: to its own device it looks like
  // somebody's news.
  const added = adding('sara', base, 'lost-kit');
  const taken = device('sara', 6_000).write(added, (record) =>
    valueOf(withoutWraps(record as unknown as Keyring, ['lost-kit'])),
  );
  for (const end of [merge(base, taken, added), merge(base, added, taken)])
    expect(wrapsOf(end)).toEqual(['old']);
  // Nobody knows any more what was agreed on, and either wrote what the other has not got: an old
  // copy brings back none.
  const turned = device('johan', 7_000).write(base, (record) => {
    const keys = { vaultKey: 'k2', workspaceKey: 'w2', before: 'w1' };
    const other = valueOf(withOtherKeys(record as unknown as Keyring, keys, [wrap('turned')]));
    return valueOf(withoutWraps(other, ['old']));
  });
  for (const end of [merge(undefined, turned, added), merge(undefined, added, turned)]) {
    expect(wrapsOf(end)).toEqual(['lost-kit', 'turned']);
    expect(wrapsOf(merge(undefined, end, base))).toEqual(['lost-kit', 'turned']);
    expect(merge(undefined, end, base)).toEqual(end);
  }
  // Whatever is named there, what opens the rest is never the last to go.
  const none = { ...taken, data: { ...taken.data, wrapsTakenOff: { old: true } } } as Copy;
  expect(wrapsOf(merge(undefined, none, base))).toEqual(['old']);
});

describe('X8: what the app remembers by itself, and tells in no history', () => {
  const remembering = (by: string, now: number, from: Copy, ...sheets: string[]): Copy =>
    device(by, now).write(from, (record) => {
      const { mappings, ...rest } = (record as Workspace).data;
      const added = Object.fromEntries(sheets.map((sheet) => [sheet, { Kod: `${by} ${now}` }]));
      return {
        ...record,
        data: { ...rest, mappings: { ...mappings, ...added } } as Workspace['data'],
      };
    });
  const sheetsOf = (copy: Copy): string[] => Object.keys((copy as Workspace).data.mappings).sort();
  const base = (): Copy => recordOf(newWorkspace('Nordby', ['apple-credit']));

  test('A5: a mapping stays that a server forgot which went back, also when its device’s clock is behind', () => {
    const known = remembering('sara', 5_000, base(), 'forgotten');
    const mine = remembering('sara', 5_100, known, 'mine');
    const theirs = remembering('johan', 90_000, base(), 'theirs');
    for (const merged of [
      merge(known, mine, theirs),
      merge(known, known, theirs),
      merge(undefined, theirs, known),
    ])
      expect(sheetsOf(merged)).toEqual(expect.arrayContaining(['forgotten', 'theirs']));
    expect(sheetsOf(merge(known, mine, theirs))).toEqual(['forgotten', 'mine', 'theirs']);
  });

  test('A5: so does one that looks older than the agreed one, and for one sheet the newer mapping wins', () => {
    const behind = remembering('sara', 5_000, base(), 'behind', 'both');
    const known = remembering('johan', 90_000, base(), 'known', 'both');
    const merged = merge(known, known, behind);
    expect(sheetsOf(merged)).toEqual(['behind', 'both', 'known']);
    expect((merged as Workspace).data.mappings.both).toEqual({ Kod: 'johan 90000' });
    expect(merged.updatedAt).toBeGreaterThan(known.updatedAt);
  });

  test('X18: that someone opened the codes stays beside a colleague’s device that has not heard of it', () => {
    const person = recordOf(newPerson('eva', 'Eva'));
    const opening = device('eva', 5_000).write(person, (record) =>
      valueOf(noteOpened(record as Person, 'w1', '2026-11-20')),
    );
    const renamed = device('johan', 90_000).write(person, (record) =>
      valueOf(renamePerson(record as Person, 'Eva N')),
    );
    for (const merged of [merge(opening, opening, renamed), merge(undefined, renamed, opening)])
      expect(merged.data).toMatchObject({ name: 'Eva N', opened: { w1: '2026-11-20' } });
  });
});

describe('X8: whatever two devices wrote', () => {
  const FIELDS = ['amount', 'orderNumber', 'creditNumber', 'reseller'] as const;
  const change = fc.oneof(
    fc.record({ field: fc.constantFrom(...FIELDS), value: fc.integer({ min: 1, max: 4 }) }),
    fc.record({
      step: fc.constantFrom('validated' as const, 'ready' as const, 'downloaded' as const),
    }),
  );
  const history = fc.array(change, { maxLength: 6 });
  type Written = typeof change extends fc.Arbitrary<infer T> ? T : never;
  const apply = (copy: Copy, who: ReturnType<typeof device>, all: readonly Written[]): Copy =>
    all.reduce(
      (now, entry) =>
        'step' in entry
          ? who.step(now, entry.step, '2026-11-01')
          : who.edit(now, { [entry.field]: `${entry.value}.00` }),
      copy,
    );

  test.each([true, false])(
    'X8: it is the same from both sides, and nothing is lost (agreed state known: %s)',
    (known) => {
      fc.assert(
        fc.property(history, history, fc.integer({ min: -500, max: 500 }), (a, b, apart) => {
          const start = agreed();
          const [mine, theirs] = [
            apply(start, device('sara', 5_000), a),
            apply(start, device('johan', 5_000 + apart), b),
          ];
          const base = known ? start : undefined;
          const [one, other] = [merge(base, mine, theirs), merge(base, theirs, mine)];
          expect(isSame(one, other)).toBe(true);
          for (const side of [mine, theirs]) {
            expect(one.steps.map(({ id }) => id)).toEqual(
              expect.arrayContaining(side.steps.map(({ id }) => id)),
            );
            for (const field of FIELDS) {
              const value = data(side)[field];
              const isOld = value === data(start)[field];
              const kept = [
                data(one)[field],
                ...one.clashes.flatMap(({ field: name, answers }) =>
                  name === field ? answers.map((answer) => answer.value) : [],
                ),
              ];
              expect(isOld || kept.includes(value)).toBe(true);
            }
          }
          const again = merge(base, one, theirs);
          // Where no history tells that theirs is in it already, it is only written again: with
          // another moment.
          const isAnew =
            again.updatedAt > one.updatedAt && again.history.length === theirs.history.length;
          expect(isSame(isAnew ? { ...again, ...momentOf(one) } : again, one)).toBe(true);
        }),
        { numRuns: 400 },
      );
    },
  );
});
