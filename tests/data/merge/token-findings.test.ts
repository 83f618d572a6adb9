import { describe, expect, test } from 'vitest';
import { endSync } from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import {
  contentToken,
  type ContentToken,
} from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  BLANK_TOKEN,
  renewToken,
  takeToken,
  undoRenewal,
  type TakenFile,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { noteFinding } from '#programmes/apple-licences/rules/token/token-findings.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import {
  FINDINGS,
  findingOf,
  tokenState,
  type Finding,
} from '#programmes/apple-licences/rules/token/token-life.ts';
import { tokenFor } from '#programmes/apple-licences/rules/token/token-for.ts';
import type { Draft } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { valueOf } from '#tests/factories/credit.ts';

const TODAY = '2026-11-20';
const SEALED = { key: 'v1', iv: 'AAAA', text: 'BBBB' };
const OLD = { fingerprint: 'aa', lastDay: '2026-12-14' };
const NEW = { fingerprint: 'bb', lastDay: '2027-12-13' };

const fileWith = ({ fingerprint, lastDay }: typeof OLD): TakenFile => ({
  file: { organization: 'Nordby kommun', lastDay, expiresAt: `${lastDay}T09:26:53Z` },
  fingerprint,
  sealed: SEALED,
});
const doingOf = (by: string, now: number) => {
  let made = 0;
  return { today: TODAY, now, by, newId: () => `${by}-${now}-${(made += 1)}` };
};
type Command = (
  token: ContentToken,
  doing: ReturnType<typeof doingOf>,
) => Result<Draft<ContentToken['data']>>;

/** What a person writes on a copy at a moment. */
const write = (copy: Copy, by: string, now: number, command: Command): Copy =>
  stored(valueOf(command(copy as ContentToken, doingOf(by, now))), copy, doingOf(by, now));
const taken = (): Copy => {
  const input = { ...BLANK_TOKEN, name: 'Grundskolor', appleId: 'vpp@nordby.example' };
  const given = { edition: 'apple-licences.accounts-2025', knowsForGood: true, others: [] };
  return stored(
    valueOf(takeToken('token-1', input, fileWith(OLD), given, doingOf('eva', 1_000))),
    undefined,
    doingOf('eva', 1_000),
  );
};
const renew: Command = (token, doing) => renewToken(token, fileWith(NEW), [], doing);
const note =
  (kind: Finding | 'found-valid'): Command =>
  (token, doing) =>
    noteFinding(token, { kind, on: TODAY }, doing);
const revokedAtApple: Command = (token, doing) =>
  endSync(
    token,
    undefined,
    {
      ok: false,
      code: 'reply-number',
      number: 9625,
      params: {},
      verdict: 'revoked',
      mayPass: false,
    },
    doing,
  );
const stateOf = (copy: Copy): string =>
  tokenState(fileOf(copy as ContentToken), (copy as ContentToken).steps, TODAY);

/** What two devices' copies become, whichever of them does the merging. */
const met = (base: Copy, mine: Copy, theirs: Copy): readonly Copy[] => [
  merge(base, mine, theirs),
  merge(base, theirs, mine),
];

describe('B2, X8: a finding is about one file, not about the next one in its place', () => {
  test.each(FINDINGS)(
    'B2: %s of the old file, noted by someone who had not heard of the renewal, is not applied to the new',
    (kind) => {
      const base = taken();
      for (const both of met(
        base,
        write(base, 'sara', 5_000, renew),
        write(base, 'johan', 6_000, note(kind)),
      )) {
        expect([stateOf(both), both.dueOn]).toEqual(['valid', NEW.lastDay]);
        expect(contentToken.deadlines(both as ContentToken)[0]?.on).toBe(NEW.lastDay);
        expect(tokenFor([both as ContentToken], { location: '', locationId: '' }, TODAY)?.id).toBe(
          'token-1',
        );
      }
    },
  );

  test('B2: nor what a sync of the old file was told, elsewhere and later', () => {
    const base = taken();
    const synced = write(base, 'johan', 6_000, revokedAtApple);
    expect(stateOf(synced)).toBe('revoked');
    for (const both of met(base, write(base, 'sara', 5_000, renew), synced))
      expect(stateOf(both)).toBe('valid');
  });

  test('B5: if a sync found the old file used elsewhere, the next sync finds so of the new one', () => {
    const heldElsewhere: Command = (token, doing) => {
      const facts = {
        uId: 'uid',
        locationName: '',
        invitation: '',
        holder: { id: 'other-mdm', name: 'Mosyle' },
      };
      return endSync(token, facts, { ok: true, apps: 1, licences: 1, users: 1 }, doing);
    };
    const inJamf: Command = (token) => ({
      ok: true,
      value: { ...token, data: { ...token.data, system: 'jamf' } },
    });
    const base = write(taken(), 'eva', 2_000, inJamf);
    const elsewhere = write(base, 'johan', 6_000, heldElsewhere);
    expect(stateOf(elsewhere)).toBe('claimed');
    for (const both of met(base, write(base, 'sara', 5_000, renew), elsewhere)) {
      expect(stateOf(both)).toBe('valid');
      expect(stateOf(write(both, 'sara', 7_000, heldElsewhere))).toBe('claimed');
    }
  });

  test('B2: it is valid after all, noted of the old file, takes nothing back of the new one', () => {
    const base = write(taken(), 'eva', 2_000, note('invalid'));
    const mine = write(write(base, 'sara', 5_000, renew), 'sara', 5_500, note('revoked'));
    for (const both of met(base, mine, write(base, 'johan', 6_000, note('found-valid'))))
      expect(stateOf(both)).toBe('revoked');
  });

  test('B2: a finding of the new file holds, whoever noted it', () => {
    const base = write(taken(), 'sara', 5_000, renew);
    for (const both of met(base, write(base, 'sara', 5_500, note('revoked')), base))
      expect(stateOf(both)).toBe('revoked');
  });

  test('B6: whoever renewed may take that back though the old file was revoked since: it shows as revoked again', () => {
    const base = taken();
    const [both] = met(
      base,
      write(base, 'sara', 5_000, renew),
      write(base, 'johan', 6_000, note('revoked')),
    );
    const back = write(both as Copy, 'sara', 7_000, undoRenewal);
    expect([fileOf(back as ContentToken).fingerprint, stateOf(back)]).toEqual(['aa', 'revoked']);
  });

  test('B2: what older versions noted names no file, and is of the one that came before it', () => {
    const unnamed: Command = (token, doing) => {
      const noted = valueOf(note('revoked')(token, doing));
      const steps = noted.steps?.map(({ data, ...step }) =>
        step.kind === 'revoked' ? step : { ...step, ...(data && { data }) },
      );
      return { ok: true, value: { ...noted, ...(steps && { steps }) } };
    };
    const renewed = write(taken(), 'sara', 5_000, renew);
    expect(findingOf(write(renewed, 'johan', 6_000, unnamed).steps)?.kind).toBe('revoked');
    expect(
      findingOf(write(write(taken(), 'johan', 4_000, unnamed), 'sara', 5_000, renew).steps),
    ).toBeUndefined();
  });
});
