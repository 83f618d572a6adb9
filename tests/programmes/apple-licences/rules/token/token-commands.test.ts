import { describe, expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  BLANK_TOKEN,
  compareToken,
  editToken,
  forgetText,
  renewToken,
  takeToken,
  tickRenewal,
  hasFewHolders,
  untickRenewal,
  type TakenFile,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { noteFinding } from '#programmes/apple-licences/rules/token/token-findings.ts';
import { filesTaken } from '#programmes/apple-licences/rules/token/token-past-files.ts';
import { renewalOf, tokenState } from '#programmes/apple-licences/rules/token/token-life.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

const IN_2016 = 'apple-licences.accounts-2016';
const IN_2025 = 'apple-licences.accounts-2025';

const fileOf = (
  fingerprint: string,
  lastDay: string,
  organization = 'Nordby kommun',
): TakenFile => ({
  file: { organization, lastDay, expiresAt: `${lastDay}T09:26:53Z` },
  fingerprint,
});
const FILE = fileOf('aa', '2026-12-14');
const DOING = doingOn();
const SEALED = { key: 'v1', iv: 'AAAA', text: 'BBBB' };
const SAID = { ...BLANK_TOKEN, name: 'Grundskolor', appleId: 'vpp@nordby.example' };

const take = (
  {
    file = FILE,
    edition = IN_2016,
    knowsForGood = true,
    others = [] as readonly ContentToken[],
    input = SAID,
  } = {},
  id = 'token-1',
) => takeToken(id, input, file, { edition, knowsForGood, others }, DOING);
const token = (given: Parameters<typeof take>[0] = {}, id = 'token-1'): ContentToken =>
  recordOf(valueOf(take(given, id))) as ContentToken;
const codeOf = (answer: { ok: boolean; problem?: { code: string } }): string | undefined =>
  answer.problem?.code;

describe('B1–B3: a token is taken', () => {
  test('B2: with what its file says and what the dialog asks', () => {
    expect(token().data).toMatchObject({
      name: 'Grundskolor',
      appleId: 'vpp@nordby.example',
      organization: 'Nordby kommun',
      lastDay: '2026-12-14',
      fingerprint: 'aa',
      owner: 'sara',
      edition: IN_2016,
    });
    expect(token().steps).toMatchObject([{ kind: 'taken', on: '2026-11-20' }]);
  });

  test('B1: its text is sealed or thrown away, and may be thrown away later', () => {
    expect(Object.keys(token().data)).not.toContain('sealed');
    const kept = token({ file: { ...FILE, sealed: SEALED } });
    expect(kept.data.sealed).toEqual(SEALED);
    expect(Object.keys(valueOf(forgetText(kept)).data)).not.toContain('sealed');
    expect(codeOf(forgetText(token()))).toBe('nothing-to-take-back');
  });

  test.each([
    ['token-name-needed', { input: { ...SAID, name: ' ' } }],
    ['not-an-apple-id', { input: { ...SAID, appleId: 'vpp' } }],
    ['day-in-the-future', { input: { ...SAID, downloadedOn: '2026-11-21' } }],
    ['account-is-for-good', { knowsForGood: false }],
    ['token-is-here', { others: [token()] }],
    ['one-token-only', { others: [token()], file: fileOf('bb', '2027-01-01') }],
  ])('B1, B3: it is refused with %s', (code, given) => {
    expect(codeOf(take(given))).toBe(code);
  });

  test('B3: the later edition takes a second one, and asks no tick', () => {
    const second = {
      edition: IN_2025,
      knowsForGood: false,
      others: [token()],
      file: fileOf('bb', '2027-01-01'),
    };
    expect(take(second).ok).toBe(true);
    expect(codeOf(take({ ...second, file: FILE }))).toBe('token-is-here');
  });

  test('B3: one in the trash does not count', () => {
    expect(take({ others: [{ ...token(), trashedOn: '2026-11-20' }] }).ok).toBe(true);
  });
});

describe('B3: the account', () => {
  test('B3: stays the one it was in the 2016 edition, whatever its letters', () => {
    expect(codeOf(editToken(token(), { ...SAID, appleId: 'other@nordby.example' }, DOING))).toBe(
      'account-stays',
    );
    expect(editToken(token(), { ...SAID, appleId: 'VPP@nordby.example' }, DOING).ok).toBe(true);
  });

  test('B3: may be another one in the later edition', () => {
    const later = token({ edition: IN_2025 });
    const edited = valueOf(editToken(later, { ...SAID, appleId: 'other@nordby.example' }, DOING));
    expect(edited.data.appleId).toBe('other@nordby.example');
  });
});

describe('B6: a renewal', () => {
  test.each([
    ['renews', fileOf('bb', '2027-12-13')],
    ['same-file', FILE],
    ['other-organization', fileOf('bb', '2027-12-13', 'Sydby kommun')],
    ['not-later', fileOf('bb', '2026-12-14')],
  ])('B6: %s is what the comparison on the device says', (verdict, file) => {
    expect(compareToken(token(), file).verdict).toBe(verdict);
    expect(codeOf(renewToken(token(), file, [], DOING))).toBe(
      verdict === 'renews' ? undefined : `token-${verdict}`,
    );
  });

  test('B6: the new file replaces the old one in the same record, and its last day is in the step', () => {
    const old = token({ file: { ...FILE, sealed: SEALED } });
    const renewed = recordOf(
      valueOf(renewToken(old, fileOf('bb', '2027-12-13'), [], DOING)),
    ) as ContentToken;
    expect(renewed).toMatchObject({
      id: 'token-1',
      data: { lastDay: '2027-12-13', fingerprint: 'bb' },
    });
    // The old text opens nothing any more.
    expect(Object.keys(renewed.data)).not.toContain('sealed');
    expect(filesTaken(renewed)).toMatchObject([
      { on: '2026-11-20', until: '2027-12-13' },
      { on: '2026-11-20', until: '2026-12-14' },
    ]);
  });

  test('B6: a file that another record has is refused', () => {
    const other = token({ file: fileOf('bb', '2027-12-13'), edition: IN_2025 }, 'token-2');
    expect(codeOf(renewToken(token(), fileOf('bb', '2027-12-13'), [other], DOING))).toBe(
      'token-is-here',
    );
  });

  test('B6: steps are ticked once, the last one after the file, and a tick is taken back', () => {
    const signed = recordOf(valueOf(tickRenewal(token(), 'signed-in', DOING))) as ContentToken;
    expect(codeOf(tickRenewal(signed, 'signed-in', DOING))).toBe('already-done');
    expect(codeOf(tickRenewal(signed, 'checked', DOING))).toBe('file-first');
    const back = recordOf(valueOf(untickRenewal(signed, 'signed-in', DOING))) as ContentToken;
    expect(renewalOf(back.steps)[0]?.done).toBeUndefined();
    expect(codeOf(untickRenewal(back, 'signed-in', DOING))).toBe('nothing-to-take-back');
  });
});

test('B6: the tick that ended a renewal is taken back too, as long as nothing was said since', () => {
  const renewed = recordOf(
    valueOf(renewToken(token(), fileOf('bb', '2027-12-13'), [], DOING)),
  ) as ContentToken;
  const ended = recordOf(valueOf(tickRenewal(renewed, 'checked', DOING))) as ContentToken;
  expect(renewalOf(ended.steps).some(({ done }) => done !== undefined)).toBe(false);
  const back = recordOf(valueOf(untickRenewal(ended, 'checked', DOING))) as ContentToken;
  expect(renewalOf(back.steps).find(({ kind }) => kind === 'renewed')?.done).toBeDefined();
  const next = recordOf(valueOf(tickRenewal(ended, 'signed-in', DOING))) as ContentToken;
  expect(codeOf(untickRenewal(next, 'checked', DOING))).toBe('nothing-to-take-back');
});

test('B2: what someone found out is written down with its day', () => {
  const revoked = recordOf(
    valueOf(noteFinding(token(), { kind: 'revoked', on: '2026-11-19', note: 'i portalen' }, DOING)),
  ) as ContentToken;
  expect(tokenState(revoked.data, revoked.steps, '2026-11-20')).toBe('revoked');
  expect(codeOf(noteFinding(token(), { kind: 'revoked', on: '2026-11-21' }, DOING))).toBe(
    'day-in-the-future',
  );
});

test('B4: fewer than two who have access are too few', () => {
  expect(hasFewHolders({})).toBe(true);
  expect(hasFewHolders({ sara: 'Sara' })).toBe(true);
  expect(hasFewHolders({ sara: 'Sara', johan: 'Johan' })).toBe(false);
});
