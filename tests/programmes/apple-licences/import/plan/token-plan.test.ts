import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_CHOICE } from '#core/import/choice.ts';
import { planLists } from '#programmes/apple-licences/import/plan/plan.ts';
import type { TokenPlan } from '#programmes/apple-licences/import/plan/planned.ts';
import type { GraphToken } from '#programmes/apple-licences/import/read/graph-lists.ts';
import type { ListValue } from '#programmes/apple-licences/import/read/values.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  BLANK_TOKEN,
  renewToken,
  takeToken,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { noteFinding } from '#programmes/apple-licences/rules/token/token-findings.ts';
import { tokensToRenew } from '#programmes/apple-licences/rules/token/token-recognised.ts';
import { twinOf } from '#programmes/apple-licences/rules/token/token-recognised.ts';
import { textOf } from '#programmes/apple-licences/rules/token/token-past-files.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { readOn } from '#tests/factories/read-on.ts';

const IN_2025 = 'apple-licences.accounts-2025';
const doing = doingOn();
const idOf = (key: readonly string[]): string => key.join(' ');

const SAID: GraphToken = {
  id: '1',
  displayName: 'Gymnasiet',
  organizationName: 'Nordby kommun',
  locationName: 'Nordby gymnasium',
  appleId: 'vpp@nordby.example',
  accountType: 'education',
  country: 'SE',
  state: 'valid',
  syncStatus: 'completed',
  expires: '2027-06-08T09:26:53Z',
  lastSynced: '2026-11-20T02:10:00Z',
  lastModified: '2026-11-19T02:10:00Z',
};

const rowOf = (token: Partial<GraphToken>, at: number): ListValue => ({
  outcome: 'value',
  sheet: 'tokens.json',
  row: at + 1,
  locationId: '',
  notes: [],
  is: 'token',
  token: { ...SAID, ...token },
});

const planned = (
  given: readonly Partial<GraphToken>[],
  tokens: readonly ContentToken[] = [],
  edition = IN_2025,
) =>
  planLists(
    { name: 'tokens.json', file: 'f', rows: given.map(rowOf), whole: [] },
    {
      apps: [],
      users: [],
      licences: [],
      tokens,
      edition,
      strange: new Set<string>(),
      idOf,
      ...readOn(),
    },
    NO_CHOICE,
  );

const fileUntil = (lastDay: string, fingerprint = lastDay) => ({
  file: { organization: 'Nordby kommun', lastDay, expiresAt: `${lastDay}T09:26:53Z` },
  fingerprint,
  innerFingerprint: `${fingerprint} within`,
});

const tokenWith = (
  id: string,
  lastDay: string,
  given: Partial<typeof BLANK_TOKEN> = {},
): ContentToken =>
  recordOf(
    valueOf(
      takeToken(
        id,
        { ...BLANK_TOKEN, name: id, appleId: SAID.appleId, ...given },
        fileUntil(lastDay, id),
        { edition: IN_2025, knowsForGood: true, others: [] },
        doing,
      ),
    ),
  );

/** The records after an import wrote what it planned. */
const written = (
  plans: readonly TokenPlan[],
  before: readonly ContentToken[],
): readonly ContentToken[] => {
  const byId = new Map(before.map((token) => [token.id, token]));
  for (const { id, data, steps } of plans) {
    const known = byId.get(id);
    const draft = {
      id,
      kind: 'content-token',
      programme: 'apple-licences' as const,
      parent: '',
      data: { ...known?.data, ...data } as ContentToken['data'],
      steps: [
        ...(known?.steps ?? []),
        ...steps.map((step) => ({
          ...step,
          on: doing.today,
          id: doing.newId(),
          at: doing.now,
          by: 'sara',
        })),
      ],
    };
    byId.set(id, recordOf(draft));
  }
  return [...byId.values()];
};

const outcomes = (
  given: readonly Partial<GraphToken>[],
  tokens: readonly ContentToken[] = [],
): string[] => planned(given, tokens).rows.map(({ outcome, why }) => why?.code ?? outcome);

describe('B9: which token a row is about', () => {
  const here = tokenWith('here', '2027-06-08');
  const there = tokenWith('there', '2026-12-14');

  test.each<[string, Partial<GraphToken>[], ContentToken[], string[]]>([
    ['none is here', [{}], [], ['new']],
    ['the only one of its organisation and account', [{}], [here], ['changed']],
    ['of two the one with its end', [{}], [there, here], ['changed']],
    [
      'of two none with its end',
      [{ expires: '2026-01-01T00:00:00Z' }],
      [there, here],
      ['several-tokens'],
    ],
    ['two with its end', [{}], [here, tokenWith('twin', '2027-06-08')], ['several-tokens']],
    ['another account', [{ appleId: 'other@nordby.example' }], [here], ['new']],
    ['another organisation', [{ organizationName: 'Annan kommun' }], [here], ['new']],
    ['another location', [{}], [tokenWith('x', '2027-06-08', { location: 'Förskolor' })], ['new']],
    ['its letters do not matter', [{ appleId: 'VPP@Nordby.example' }], [here], ['changed']],
    ['no account, and so no telling', [{ appleId: '' }], [here], ['new']],
    ['one in the trash is none', [{}], [{ ...here, trashedOn: '2026-11-01' }], ['new']],
    [
      'two rows, of which one has the end',
      [{ id: '2', expires: '2026-01-01T00:00:00Z' }, {}],
      [here],
      ['new', 'changed'],
    ],
    [
      'two rows for one, neither with its end',
      [
        { id: '2', expires: '2026-01-01T00:00:00Z' },
        { id: '3', expires: '2026-02-01T00:00:00Z' },
      ],
      [here],
      ['several-tokens', 'several-tokens'],
    ],
    [
      'the same one twice',
      [{}, { lastSynced: '2026-11-21T02:10:00Z' }],
      [],
      ['same-token-as-row', 'new'],
    ],
    ['without its end', [{ expires: undefined }], [], ['token-end-missing']],
  ])('B9: %s', (_, given, tokens, ends) => {
    expect(outcomes(given, tokens)).toEqual(ends);
  });

  test('B9: what a newer app wrote in its place is left', () => {
    const rows = [rowOf({}, 0)];
    const known = {
      apps: [],
      users: [],
      licences: [],
      tokens: [],
      strange: new Set(['content-token intune 1']),
      idOf,
      ...readOn(),
    };
    const file = { name: '', file: '', rows, whole: [] };
    expect(planLists(file, known, NO_CHOICE).rows[0]?.why?.code).toBe('record-not-understood');
  });
});

describe('B2, B9: what Intune found out of a token', () => {
  const FULL = { location: 'Nordby gymnasium', system: 'intune' } as const;
  const here = tokenWith('here', '2027-06-08', FULL);
  const note = (token: ContentToken, kind: 'revoked' | 'found-valid'): ContentToken =>
    recordOf(valueOf(noteFinding(token, { kind, on: doing.today }, doing)));
  const invalid = (token: ContentToken): ContentToken => {
    const { tokens } = planned(
      [{ state: 'invalid', lastSynced: '2026-11-01T00:00:00Z', lastModified: undefined }],
      [token],
    );
    return written(tokens, [token])[0]!;
  };
  const LATER = { lastSynced: '2027-01-01T00:00:00Z' };

  test.each<[string, Partial<GraphToken>, ContentToken, string[]]>([
    ['it is valid', {}, here, []],
    ['it is invalid', { state: 'invalid' }, here, ['invalid']],
    ['another system has it', { state: 'other-mdm' }, here, ['claimed']],
    ['it is there twice', { state: 'duplicate' }, here, ['duplicate']],
    ['it has expired, which its end says', { state: 'expired' }, here, []],
    ['it is of an earlier file', { state: 'invalid', expires: '2026-06-08T09:26:53Z' }, here, []],
    ['it is known', { state: 'invalid', ...LATER }, invalid(here), []],
    ['it is valid again', LATER, invalid(here), ['found-valid']],
    [
      'an older list says so',
      { lastSynced: '2026-10-01T00:00:00Z', lastModified: undefined },
      invalid(here),
      [],
    ],
    ['a person found out more', { state: 'invalid' }, note(here, 'revoked'), []],
    [
      'a person said since that it counts',
      { state: 'invalid' },
      note(invalid(here), 'found-valid'),
      [],
    ],
    [
      'it is so later all the same',
      { state: 'invalid', ...LATER },
      note(invalid(here), 'found-valid'),
      ['invalid'],
    ],
    ['what a person found out is not taken back', LATER, note(here, 'revoked'), []],
  ])('B2: %s', (_, given, token, found) => {
    const { tokens } = planned([given], [token]);
    expect(tokens.flatMap(({ steps }) => steps.map(({ kind }) => kind))).toEqual(found);
  });

  test.each([
    ['2027-06-09T02:00:00Z', []],
    ['2028-06-08T09:26:53Z', [{ code: 'newer-file-in-intune', params: { day: '2028-06-08' } }]],
    ['2026-06-08T09:26:53Z', [{ code: 'older-file-in-intune', params: { day: '2026-06-08' } }]],
  ])('B9: an end of %s beside the file here', (expires, notes) => {
    const plan = planned([{ expires }], [here]);
    expect([plan.rows[0]?.notes, plan.tokens]).toEqual([notes, []]);
  });
});

describe('B6, B9: a token without its file', () => {
  const [noted] = written(planned([{}]).tokens, []);
  const [other] = written(planned([{ id: '2', locationName: 'Förskolor' }]).tokens, []);

  test('B9: gets a later end from a later list', () => {
    const plan = planned([{ expires: '2028-06-08T09:26:53Z' }], [noted!]);
    expect(plan.rows[0]?.changes).toEqual([
      { field: 'expiresAt', from: '2027-06-08T09:26:53Z', to: '2028-06-08T09:26:53Z' },
    ]);
    expect(plan.tokens[0]?.data).toMatchObject({ lastDay: '2028-06-08' });
    expect(planned([{ expires: '2026-06-08T09:26:53Z' }], [noted!]).tokens).toEqual([]);
  });

  test('B6: two are not the same one, and a file is offered to both', () => {
    expect(twinOf(noted!, [noted!, other!])).toBeUndefined();
    expect(textOf(noted!)).toBe('none');
    expect(tokensToRenew(fileUntil('2027-06-08'), [noted!, other!])).toHaveLength(2);
    expect(tokensToRenew(fileUntil('2027-06-07'), [noted!, other!])).toEqual([]);
  });

  test('B6: its file is the first one, and the end is that of the file from then on', () => {
    const taken = recordOf(valueOf(renewToken(noted!, fileUntil('2027-06-08'), [other!], doing)));
    expect(taken.steps.map(({ kind }) => kind)).toEqual(['taken']);
    expect(textOf(taken)).toBe('thrown');
    expect(planned([{ expires: '2028-06-08T09:26:53Z' }], [taken]).rows[0]).toMatchObject({
      outcome: 'same',
      notes: [{ code: 'newer-file-in-intune' }],
    });
  });
});

const anyToken = fc.record({
  id: fc.constantFrom('1', '2', '3'),
  displayName: fc.constantFrom('', 'Gymnasiet'),
  organizationName: fc.constantFrom('', 'Nordby kommun', 'Annan kommun'),
  locationName: fc.constantFrom('', 'Nordby gymnasium', 'Förskolor'),
  appleId: fc.constantFrom('', 'vpp@nordby.example', 'VPP@nordby.example'),
  state: fc.constantFrom('valid', 'expired', 'invalid', 'other-mdm', 'duplicate', 'unknown'),
  expires: fc.constantFrom(undefined, '2027-06-08T09:26:53Z', '2026-12-14T09:26:53Z'),
  lastSynced: fc.constantFrom(undefined, '2026-11-20T02:10:00Z', '2026-11-21T02:10:00Z'),
  lastModified: fc.constantFrom(undefined, '2026-11-20T05:10:00Z'),
}) as fc.Arbitrary<Partial<GraphToken>>;

const anyHere = fc.subarray([
  tokenWith('a', '2027-06-08'),
  tokenWith('b', '2026-12-14', { location: 'Förskolor', system: 'jamf' }),
  tokenWith('c', '2027-06-08', { system: 'intune', location: 'Nordby gymnasium' }),
]);

test('B9: the same file twice changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyToken, { maxLength: 5 }), anyHere, (given, here) => {
      const first = planned(given, here);
      const again = planned(given, written(first.tokens, here));
      expect(again.tokens).toEqual([]);
      const taken = ['new', 'changed', 'same'];
      for (const [at, { outcome }] of first.rows.entries())
        if (taken.includes(outcome)) expect(again.rows[at]?.outcome).toBe('same');
    }),
    { numRuns: 1_000 },
  );
});

test('B9: as many tokens as a tenant may have find those that are here, each by its location', () => {
  const here = Array.from({ length: 3_000 }, (_, at) =>
    tokenWith(`t${at}`, '2027-06-08', { location: `Plats ${at}` }),
  );
  const rows = here.map(({ data }, at) => ({ id: String(at), locationName: data.location }));
  expect(planned(rows, here).counts).toMatchObject({ changed: 3_000 });
});
