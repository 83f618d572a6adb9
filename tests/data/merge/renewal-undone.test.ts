import { describe, expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  BLANK_TOKEN,
  editToken,
  renewToken,
  takeToken,
  undoRenewal,
  type TakenFile,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { filesTaken } from '#programmes/apple-licences/rules/token/token-past-files.ts';
import type { Draft } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { valueOf } from '#tests/factories/credit.ts';

type Token = Draft<ContentToken['data']>;
const file = (fingerprint: string, lastDay: string): TakenFile => ({
  fingerprint,
  file: { organization: 'Nordby kommun', lastDay, expiresAt: `${lastDay}T09:26:53Z` },
});
const A = file('aa', '2026-12-14');
const B = file('bb', '2027-12-13');
const C = file('cc', '2027-12-20');

/** What someone writes at a moment. */
const by =
  (person: string, now: number) =>
  (
    copy: Copy,
    command: (token: ContentToken, doing: ReturnType<typeof doingOf>) => Result<Token>,
  ): Copy =>
    stored(
      valueOf(command(copy as ContentToken, doingOf(person, now))) as Draft,
      copy,
      doingOf(person, now),
    );
const doingOf = (person: string, now: number) => ({
  today: '2026-11-20',
  now,
  by: person,
  newId: () => `${person}-${now}`,
});
const input = { ...BLANK_TOKEN, name: 'Grundskolor', appleId: 'vpp@nordby.example' };
const given = { edition: 'apple-licences.accounts-2025', knowsForGood: true, others: [] };
const taken = (): Copy =>
  stored(
    valueOf(takeToken('token-1', input, A, given, doingOf('eva', 1_000))) as Draft,
    undefined,
    doingOf('eva', 1_000),
  );
const renew =
  (next: TakenFile) =>
  (token: ContentToken, doing: ReturnType<typeof doingOf>): Result<Token> =>
    renewToken(token, next, [], doing);
const count = (copy: Copy): string => fileOf(copy as ContentToken).fingerprint;

describe('B6, X8: a renewal that was taken back meets what another device did', () => {
  /** Agreed on: A was renewed to B. */
  const renewed = (): Copy => by('sara', 5_000)(taken(), renew(B));

  test.each([
    ['before', 6_000, 7_000],
    ['after', 7_000, 6_000],
  ])(
    'B6, X8: renewed elsewhere %s it was taken back here: the new file counts',
    (_, elsewhere, here) => {
      const base = renewed();
      const mine = by('sara', here)(base, undoRenewal);
      const theirs = by('johan', elsewhere)(base, renew(C));
      for (const merged of [merge(base, mine, theirs), merge(base, theirs, mine)]) {
        expect(count(merged)).toBe('cc');
        expect(filesTaken(merged).map(({ until }) => until)).toEqual(['2027-12-20', '2026-12-14']);
        expect([merged.dueOn, merged.clashes]).toEqual(['2027-12-20', []]);
      }
    },
  );

  test('B6, X8: taken back on two devices it is taken back once', () => {
    const base = renewed();
    const merged = merge(
      base,
      by('sara', 6_000)(base, undoRenewal),
      by('johan', 6_500)(base, undoRenewal),
    );
    expect([count(merged), merged.dueOn]).toEqual(['aa', '2026-12-14']);
  });

  test('B6, X8: renewed on two devices the later file counts, and without it the other one', () => {
    const base = taken();
    const mine = by('sara', 5_000)(base, renew(B));
    const theirs = by('johan', 6_000)(base, renew(C));
    // Sara corrects a name later: that is no word about the file.
    const edited = by('sara', 7_000)(mine, (token, _) =>
      editToken(token, { ...input, location: 'Nordby' }, doingOf('sara', 7_000)),
    );
    const merged = merge(base, edited, theirs);
    expect(count(merged)).toBe('cc');
    const back = by('johan', 9_000)(merged, undoRenewal);
    expect([count(back), back.dueOn]).toEqual(['bb', '2027-12-13']);
  });
});
