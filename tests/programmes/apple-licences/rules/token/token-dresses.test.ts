import { describe, expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { judgeLocation } from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import {
  BLANK_TOKEN,
  compareToken,
  renewToken,
  takeToken,
  undoRenewal,
  type TakenFile,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { noteFinding } from '#programmes/apple-licences/rules/token/token-findings.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { findingOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import { filesTaken } from '#programmes/apple-licences/rules/token/token-past-files.ts';
import { sealedTextOf } from '#programmes/apple-licences/rules/token/sealed-text.ts';
import {
  takeTokenAgain,
  tokenHere,
  tokensToRenew,
} from '#programmes/apple-licences/rules/token/token-recognised.ts';
import type { Draft } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

const IN_2016 = 'apple-licences.accounts-2016';
const IN_2025 = 'apple-licences.accounts-2025';
const SAID = { ...BLANK_TOKEN, name: 'Grundskolor', appleId: 'vpp@nordby.example' };
const SEALED = { key: 'v1', iv: 'AAAA', text: 'BBBB' };

/**
 * A file by the hash of its text, and that of the token within; without one as an older version
 * kept it.
 */
const file = (
  fingerprint: string,
  inner: string,
  lastDay = '2026-12-14',
  organization = 'Nordby kommun',
): TakenFile => ({
  file: { organization, lastDay, expiresAt: `${lastDay}T09:26:53Z` },
  fingerprint,
  ...(inner === '' ? {} : { innerFingerprint: inner }),
});
const FIRST = file('aa', 'inner-a');
const NEXT = file('bb', 'inner-b', '2027-12-13');
const doing = doingOn();
const after = (draft: Result<Draft<ContentToken['data']>>): ContentToken =>
  recordOf(valueOf(draft)) as ContentToken;
const takeAs = (id: string, from: TakenFile) =>
  takeToken(id, SAID, from, { edition: IN_2025, knowsForGood: true, others: [] }, doing);
const taken = (): ContentToken => after(takeAs('id-a', FIRST));
const again = (answer: Result<Draft<ContentToken['data']>>): ContentToken =>
  recordOf(valueOf(answer)) as ContentToken;
const taking = (taken: TakenFile, others: readonly ContentToken[] = [], edition = IN_2025) =>
  takeToken(
    'token-2',
    { ...SAID, name: 'Gymnasiet' },
    taken,
    { edition, knowsForGood: true, others },
    doing,
  );
const token = (taken = FIRST, id = 'token-1'): ContentToken =>
  again(takeToken(id, SAID, taken, { edition: IN_2025, knowsForGood: true, others: [] }, doing));
const renewed = (next = NEXT, of = token()): ContentToken => again(renewToken(of, next, [], doing));
const codeOf = (answer: { ok: boolean; problem?: { code: string } }): string | undefined =>
  answer.problem?.code;

describe('B2: the same inner token is recognised in any dress', () => {
  test.each([
    ['the very file', FIRST, 'token-is-here'],
    ['another date', file('cc', 'inner-a', '2027-05-01'), 'token-in-other-file'],
    ['other white space', file('cc', 'inner-a'), 'token-in-other-file'],
    ['another token', file('cc', 'inner-c'), undefined],
  ])('B2: taken as new, %s', (_, taken, code) => {
    expect(codeOf(taking(taken, [token()]))).toBe(code);
    expect(tokenHere(taken, [token()])).toEqual(
      code && { code, params: { name: 'Grundskolor', id: 'token-1' } },
    );
  });

  test.each([
    ['the very file', FIRST, 'same-file'],
    ['a later date', file('cc', 'inner-a', '2027-12-13'), 'same-token-later'],
    ['an earlier date', file('cc', 'inner-a', '2026-12-01'), 'same-token'],
    ['other white space', file('cc', 'inner-a'), 'same-token'],
    ['another token', NEXT, 'renews'],
  ])('B2, B6: as the new file of a renewal, %s', (_, next, verdict) => {
    expect(compareToken(token(), next).verdict).toBe(verdict);
    expect(codeOf(renewToken(token(), next, [], doing))).toBe(
      verdict === 'renews' ? undefined : `token-${verdict}`,
    );
  });

  test('B2, B6: the same token with a later date counts once somebody says that it is meant, and nothing else does', () => {
    const later = file('cc', 'inner-a', '2027-12-13');
    const meant = again(renewToken(token(), { ...later, isMeant: true }, [], doing));
    expect(fileOf(meant)).toMatchObject({ fingerprint: 'cc', lastDay: '2027-12-13' });
    expect(meant.data).not.toHaveProperty('isMeant');
    for (const wrong of [FIRST, file('cc', 'inner-a'), file('ee', 'inner-e', '2026-12-01')])
      expect(renewToken(token(), { ...wrong, isMeant: true }, [], doing).ok).toBe(false);
    const other = token(file('dd', 'inner-a', '2027-12-01'), 'token-3');
    expect(codeOf(renewToken(token(), { ...later, isMeant: true }, [other], doing))).toBe(
      'token-in-other-file',
    );
  });

  test('B2, B6: another record’s token is recognised in a renewal, whatever its dress', () => {
    const other = token(file('dd', 'inner-b', '2027-12-01'), 'token-3');
    expect(codeOf(renewToken(token(), NEXT, [other], doing))).toBe('token-in-other-file');
  });

  test('B2: a record of an older version, which kept no hash of the token within, is known by its text alone', () => {
    const old = token(file('aa', ''));
    expect(codeOf(taking(FIRST, [old]))).toBe('token-is-here');
    expect(codeOf(taking(file('cc', 'inner-a'), [old]))).toBeUndefined();
    expect(compareToken(old, file('cc', '', '2027-12-13')).verdict).toBe('renews');
  });

  test('B2, B6: after a renewal was taken back the token within is that of the file before', () => {
    const back = again(undoRenewal(renewed(), doing));
    expect([fileOf(back).innerFingerprint, back.data.innerFingerprint]).toEqual([
      'inner-a',
      'inner-a',
    ]);
    const old = again(undoRenewal(renewed(NEXT, token(file('aa', ''))), doing));
    expect(fileOf(old)).not.toHaveProperty('innerFingerprint');
    expect(old.data).not.toHaveProperty('innerFingerprint');
  });

  test('B2: the file that a token began with is not taken as another token once it was renewed', () => {
    expect(codeOf(taking(FIRST, [renewed()]))).toBe('token-was-here');
    expect(codeOf(taking(file('cc', 'inner-a'), [renewed()]))).toBe('token-was-here');
    expect(codeOf(taking(FIRST, [{ ...renewed(), trashedOn: '2026-11-20' }]))).toBeUndefined();
  });

  test('B2: a wrong file that a token was renewed with, and that was taken back, is free for its own', () => {
    expect(codeOf(taking(NEXT, [again(undoRenewal(renewed(), doing))]))).toBeUndefined();
  });

  test('B2: a finding names one dress, and holds of the token in another', () => {
    const revoked = again(noteFinding(renewed(), { kind: 'revoked', on: '2026-11-20' }, doing));
    const other = {
      ...revoked.steps.find(({ kind }) => kind === 'renewed')!,
      id: 'later',
      at: 9_999_999_999_999,
    };
    const steps = [
      ...revoked.steps,
      { ...other, data: { ...other.data, fingerprint: 'bb-again' } },
    ];
    expect(fileOf({ ...revoked, steps }).fingerprint).toBe('bb-again');
    expect(findingOf(steps)?.kind).toBe('revoked');
  });
});

describe('B3: what two devices took is one token', () => {
  const takenTwice = (of: ContentToken): ContentToken => {
    const [first] = of.steps;
    return { ...of, steps: [...of.steps, { ...first!, id: 'elsewhere', at: 9_999_999_999_999 }] };
  };

  test('B6: the file that a record began with counts before each that it was renewed with, whenever another device took it', () => {
    expect(fileOf(takenTwice(renewed())).fingerprint).toBe('bb');
    expect(filesTaken(takenTwice(renewed())).map(({ until }) => until)).toEqual([
      '2027-12-13',
      '2026-12-14',
    ]);
  });

  test('B2: the one file that both took is shown once', () => {
    expect(filesTaken(takenTwice(token()))).toMatchObject([{ until: '2026-12-14' }]);
  });

  test('B2: of two tokens of a location the one that was taken first goes on, whatever their ids', () => {
    const at = (id: string, moment: number): ContentToken => {
      const made = token(file(id, id), id);
      return {
        ...made,
        data: { ...made.data, locationId: 'uid' },
        steps: made.steps.map((step) => ({ ...step, at: moment })),
      };
    };
    const [older, newer] = [at('f', 1_000), at('0', 2_000)];
    expect(judgeLocation(newer, { uId: 'uid', locationName: '' }, [older, newer])?.code).toBe(
      'duplicate-location',
    );
    expect(judgeLocation(older, { uId: 'uid', locationName: '' }, [older, newer])).toBeUndefined();
  });
});

describe('B3, B6: a newer file that is taken as new may be a renewal', () => {
  const others = [
    token(file('dd', 'inner-d', '2027-03-01'), 'later'),
    token(FIRST, 'first'),
    token(file('ee', 'inner-e', '2026-12-14', 'Sydby kommun'), 'other-organization'),
    token(file('ff', 'inner-f', '2027-12-13'), 'same-day'),
    { ...token(file('gg', 'inner-g'), 'trashed'), trashedOn: '2026-11-20' },
  ];

  test('B6: of the tokens of its organisation those that end earlier are offered, the first to end first', () => {
    expect(tokensToRenew(NEXT, others).map(({ id }) => id)).toEqual(['first', 'later']);
    expect(tokensToRenew(file('cc', 'inner-d', '2027-12-13'), others).map(({ id }) => id)).toEqual([
      'first',
    ]);
  });
});

describe('B3: a token in the trash', () => {
  const trashed = (): ContentToken => {
    const made = token({ ...FIRST, sealed: SEALED });
    const noted = again(noteFinding(made, { kind: 'claimed', on: '2026-11-20' }, doing));
    return {
      ...noted,
      trashedOn: '2026-11-20',
      data: { ...noted.data, location: 'Nordby', locationId: 'uid', system: 'jamf' },
    };
  };

  test('B3: taken again it comes out of the trash as it is written now, and keeps what is known of it', () => {
    const draft = valueOf(
      taking({ ...FIRST, sealed: { ...SEALED, text: 'CCCC' } }, [trashed()], IN_2016),
    );
    const back = again(takeTokenAgain(trashed(), draft));
    expect(back.trashedOn).toBe('');
    expect(back.data).toMatchObject({
      name: 'Gymnasiet',
      location: 'Nordby',
      locationId: 'uid',
      system: 'jamf',
      edition: IN_2016,
      sealed: { text: 'CCCC' },
    });
    expect(back.steps.map(({ kind }) => kind)).toEqual(['taken', 'claimed', 'taken']);
    expect(findingOf(back.steps)?.kind).toBe('claimed');
  });

  test('B2, B6: the file that it is taken again with counts, with its text, also after a renewal', () => {
    const later = file('cc', 'inner-a', '2027-05-01');
    const gone = {
      ...again(renewToken(token(), { ...later, isMeant: true }, [], doing)),
      trashedOn: '2026-11-20',
    };
    const dress = { ...file('dd', 'inner-a', '2027-01-31'), sealed: SEALED };
    const back = again(takeTokenAgain(gone, valueOf(taking(dress, [gone]))));
    expect(fileOf(back)).toMatchObject({ fingerprint: 'dd', lastDay: '2027-01-31' });
    expect([back.data.fingerprint, sealedTextOf(back)]).toEqual(['dd', SEALED]);
    expect(filesTaken(back).map(({ until }) => until)).toEqual([
      '2027-01-31',
      '2027-05-01',
      '2026-12-14',
    ]);
    // The facts of the file before it are in its step, as after any renewal.
    expect(fileOf(again(undoRenewal(back, doing))).fingerprint).toBe('cc');
  });

  test('B2, B6: nor does the same file as before its time in the trash need another step to count', () => {
    const gone = { ...renewed(), trashedOn: '2026-11-20' };
    const back = again(takeTokenAgain(gone, valueOf(taking({ ...NEXT, sealed: SEALED }, [gone]))));
    expect([fileOf(back).fingerprint, sealedTextOf(back)]).toEqual(['bb', SEALED]);
    expect(filesTaken(back).map(({ until }) => until)).toEqual(['2027-12-13', '2026-12-14']);
  });

  test('B4: who had access to the account stays, beside those who are named now', () => {
    const held = (holders: Record<string, string>): ContentToken => {
      const gone = trashed();
      return { ...gone, data: { ...gone.data, holders } };
    };
    const draft = valueOf(taking(FIRST, [trashed()]));
    const taken = (gone: ContentToken, holders: Record<string, string>) =>
      again(takeTokenAgain(gone, { ...draft, data: { ...draft.data, holders } })).data.holders;
    const two = { eva: 'Eva', johan: 'Johan' };
    expect(taken(held(two), {})).toEqual(two);
    expect(taken(held(two), { sara: 'Sara', eva: 'Eva Ek' })).toEqual({
      ...two,
      eva: 'Eva Ek',
      sara: 'Sara',
    });
  });

  test('B1: its text is not kept where it is taken without', () => {
    const back = again(takeTokenAgain(trashed(), valueOf(taking(FIRST, [trashed()]))));
    expect(Object.keys(back.data)).not.toContain('sealed');
  });
});

test('B3: the file of a renewal before the last one is not taken as a new token, in no dress, nor as another one’s renewal', () => {
  const renewed = after(renewToken(taken(), NEXT, [], doing));
  const again = after(renewToken(renewed, file('cc', 'inner-c', '2028-12-13'), [], doing));
  expect(tokenHere(NEXT, [again])?.code).toBe('token-was-here');
  expect(tokenHere(file('bx', 'inner-b', '2029-01-01'), [again])?.code).toBe('token-was-here');
  const other = { ...after(takeAs('other', file('dd', 'inner-d'))), id: 'other' };
  expect(renewToken(other, NEXT, [again], doing)).toMatchObject({
    ok: false,
    problem: { code: 'token-was-here' },
  });
});

test('B6: the token that a record began with, in a later dress, is no renewal and is not offered as one', () => {
  const renewed = after(renewToken(taken(), NEXT, [], doing));
  const dress = file('ax', 'inner-a', '2029-01-01');
  expect(compareToken(renewed, dress).verdict).toBe('same-token-later');
  expect(renewToken(renewed, dress, [], doing).ok).toBe(false);
  expect(tokensToRenew(dress, [renewed])).toEqual([]);
});

test('B6: a file that ends later on the same day is offered as the renewal that it is', () => {
  const later: TakenFile = { ...NEXT, file: { ...FIRST.file, expiresAt: '2026-12-14T15:00:00Z' } };
  expect(compareToken(taken(), later).verdict).toBe('renews');
  expect(tokensToRenew(later, [taken()])).toHaveLength(1);
});
