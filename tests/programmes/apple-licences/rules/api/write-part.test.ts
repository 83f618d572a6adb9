import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FALLBACK_LIMITS } from '#programmes/apple-licences/rules/api/limits.ts';
import { readReply, type ReplyFailure } from '#programmes/apple-licences/rules/api/reply.ts';
import {
  afterRefusal,
  allOf,
  bodyOf,
  partsOf,
  pathOf,
  sentBy,
  type Wish,
} from '#programmes/apple-licences/rules/api/write-part.ts';

const [pages, numbers] = [
  { adamId: '361309726', pricingParam: 'STDQ' },
  { adamId: '361304891', pricingParam: 'STDQ' },
];
const give: Wish = {
  act: 'associate',
  assets: [pages, numbers],
  clientUserIds: ['u-1', 'u-2'],
  serialNumbers: [],
};
const people: Wish = {
  act: 'create',
  users: ['a', 'b', 'c'].map((clientUserId) => ({ clientUserId })),
};

const refusedWith = (errorNumber: number, status = 400): ReplyFailure => {
  const read = readReply(
    { status, headers: {}, body: { errorNumber } },
    { now: 0, tries: 1, random: 1 },
  );
  if (read.ok) throw new Error('It is an answer');
  return read;
};

describe('a request', () => {
  test.each([
    ['associate', '/assets/associate'],
    ['disassociate', '/assets/disassociate'],
    ['revoke', '/assets/revoke'],
    ['create', '/users/create'],
    ['update', '/users/update'],
    ['retire', '/users/retire'],
  ])('B10: to %s goes to %s', (act, path) => {
    expect(pathOf({ ...give, act } as Wish)).toBe(path);
  });

  test('B10: names nobody in an empty list, and of who retires only the id', () => {
    expect(bodyOf(give)).toEqual({ assets: [pages, numbers], clientUserIds: ['u-1', 'u-2'] });
    expect(bodyOf({ act: 'revoke', clientUserIds: [], serialNumbers: ['S'] })).toEqual({
      serialNumbers: ['S'],
    });
    const user = { clientUserId: 'a', email: 'a@nordby.example' };
    expect(bodyOf({ act: 'update', users: [user] })).toEqual({ users: [user] });
    expect(bodyOf({ act: 'retire', users: [user] })).toEqual({ users: [{ clientUserId: 'a' }] });
  });

  test('B10: each row of a wish is in one part, for every act', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 12 });
    const limits = {
      ...FALLBACK_LIMITS,
      maxAssets: 2,
      maxClientUserIds: 3,
      maxSerialNumbers: 4,
      maxUsers: 2,
    };
    const acts = fc.constantFrom(
      'associate',
      'disassociate',
      'revoke',
      'create',
      'update',
      'retire',
    );
    fc.assert(
      fc.property(acts, ids, ids, ids, (act, adamIds, clientUserIds, serialNumbers) => {
        const assets = adamIds.map((adamId) => ({ adamId, pricingParam: 'STDQ' }));
        const users = clientUserIds.map((clientUserId) => ({ clientUserId }));
        const wish = {
          act,
          ...(/e$/.test(act) && !act.endsWith('iate') && act !== 'revoke'
            ? { users }
            : { clientUserIds, serialNumbers, ...(act === 'revoke' ? {} : { assets }) }),
        } as Wish;
        const rows = (wish: Wish) =>
          allOf(wish, 'ok').map(({ asset, target }) => JSON.stringify([asset, target]));
        // Without an app there is nothing to give: then no part is left of it.
        const expected = 'assets' in wish && wish.assets.length === 0 ? [] : rows(wish);
        expect(partsOf(wish, limits).flatMap(rows).sort()).toEqual([...expected].sort());
        for (const part of partsOf(wish, limits)) expect(part.act).toBe(act);
      }),
    );
  });
});

describe('what follows when a request is not taken', () => {
  test.each([9706, 9707, 9709])(
    'B10: for %i its apps are asked for in halves, and one alone fails',
    (number) => {
      expect(afterRefusal(give, refusedWith(number))).toEqual({
        next: 'send',
        parts: [
          { ...give, assets: [pages] },
          { ...give, assets: [numbers] },
        ],
      });
      expect(afterRefusal({ ...give, assets: [pages] }, refusedWith(number))).toEqual({
        next: 'fail',
        number,
      });
    },
  );

  test.each([9609, 9716, 9717])('B12: for %i its people are', (number) => {
    expect(afterRefusal(people, refusedWith(number))).toMatchObject({
      next: 'send',
      parts: [
        { users: [{ clientUserId: 'a' }, { clientUserId: 'b' }] },
        { users: [{ clientUserId: 'c' }] },
      ],
    });
    expect(
      afterRefusal({ act: 'create', users: [{ clientUserId: 'a' }] }, refusedWith(number)),
    ).toEqual({
      next: 'fail',
      number,
    });
    expect(afterRefusal(give, refusedWith(number))).toMatchObject({
      parts: [{ clientUserIds: ['u-1'] }, { clientUserIds: ['u-2'] }],
    });
  });

  test.each([9700, 9701, 9702, 9714])('B10: for %i it is cut to other limits', (number) => {
    expect(afterRefusal(give, refusedWith(number))).toEqual({ next: 'cut' });
  });

  test.each([9602, 9637, 9645, 9718, 9999])('B10: for %i all of it fails', (number) => {
    expect(afterRefusal(give, refusedWith(number))).toEqual({ next: 'fail', number });
  });

  test.each([
    [9621, 401],
    [9622, 200],
    [9625, 401],
    [9643, 400],
    [9646, 429],
    [9603, 500],
  ])('B10: for %i it is left for another time', (number, status) => {
    expect(afterRefusal(give, refusedWith(number, status))).toEqual({ next: 'stop' });
  });

  test('B10: in the rows of people there is no app', () => {
    expect(sentBy(people)).toEqual({ clientUserIds: ['a', 'b', 'c'], serialNumbers: [] });
    expect(allOf(people, 'failed', 9717)[0]).toEqual({
      asset: undefined,
      target: { clientUserId: 'a' },
      outcome: 'failed',
      number: 9717,
    });
  });
});
