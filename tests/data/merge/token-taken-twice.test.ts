import { expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  BLANK_TOKEN,
  forgetText,
  renewToken,
  takeToken,
  undoRenewal,
  type TakenFile,
  type TokenInput,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { filesTaken } from '#programmes/apple-licences/rules/token/token-past-files.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { valueOf } from '#tests/factories/credit.ts';

const SAID: TokenInput = { ...BLANK_TOKEN, name: 'Grundskolor', appleId: 'vpp@nordby.example' };
const file = (fingerprint: string, innerFingerprint: string, lastDay: string): TakenFile => ({
  file: { organization: 'Nordby kommun', lastDay, expiresAt: `${lastDay}T09:26:53Z` },
  fingerprint,
  innerFingerprint,
  sealed: { key: 'v1', iv: 'AAAA', text: textOf(fingerprint) },
});
/** The sealed text of a file: each has its own. */
const textOf = (fingerprint: string): string => `text-of-${fingerprint}`;
const FIRST = file('aa', 'inner-a', '2026-12-14');
const NEXT = file('bb', 'inner-b', '2027-12-13');
const doingOf = (by: string, now: number) => ({
  today: '2026-11-20',
  now,
  by,
  newId: () => `${by}-${now}`,
});
/**
 * A device that knows of no other one takes the file: the record has the id of the token within.
 */
const takenBy = (by: string, now: number, input: Partial<TokenInput> = {}, taken = FIRST): Copy => {
  const given = { edition: 'apple-licences.accounts-2016', knowsForGood: true, others: [] };
  const draft = takeToken('id-of-inner-a', { ...SAID, ...input }, taken, given, doingOf(by, now));
  return stored(valueOf(draft), undefined, doingOf(by, now));
};
const met = (mine: Copy, theirs: Copy): Copy => {
  const both = merge(undefined, mine, theirs);
  expect(merge(undefined, theirs, mine)).toEqual(both);
  expect(keptOf(both)).toEqual([
    fileOf(both as ContentToken).fingerprint,
    fileOf(both as ContentToken).lastDay,
  ]);
  return both;
};
/**
 * Of which file the fields beside the steps are; its text, where it is kept, is that file's own.
 */
const keptOf = ({ data }: Copy): readonly string[] => {
  const { fingerprint, lastDay, sealed } = data as ContentToken['data'];
  expect(sealed?.text ?? textOf(fingerprint)).toBe(textOf(fingerprint));
  return [fingerprint, lastDay];
};
const renewedBy = (by: string, now: number, before: Copy, taken: TakenFile): Copy =>
  stored(
    valueOf(renewToken(before as ContentToken, taken, [], doingOf(by, now))),
    before,
    doingOf(by, now),
  );
const asked = ({ clashes }: Copy): readonly string[] => clashes.map(({ field }) => field);

test('B3, X8: a file that two devices took is one token: who looks after it is asked, and nothing that they agree on', () => {
  const both = met(
    takenBy('sara', 1_000, { holders: { sara: 'Sara' }, system: 'jamf' }),
    takenBy('johan', 2_000, { holders: { johan: 'Johan' }, appleId: 'VPP@nordby.example' }),
  );
  expect(asked(both)).toEqual(['owner']);
  expect(both.data).toMatchObject({ system: 'jamf', holders: { sara: 'Sara', johan: 'Johan' } });
  expect(filesTaken(both)).toHaveLength(1);
});

test('B3, X8: taken twice by the same person nothing is asked', () => {
  expect(asked(met(takenBy('sara', 1_000), takenBy('sara', 2_000)))).toEqual([]);
});

test('B3, X8: names that differ, and accounts that are not the same, are asked about', () => {
  const both = met(
    takenBy('sara', 1_000),
    takenBy('sara', 2_000, { name: 'Skolor', appleId: 'annan@nordby.example' }),
  );
  expect(asked(both).toSorted()).toEqual(['appleId', 'name']);
});

test('B2, X8: two dresses of one token, each taken by a device, are one token, and the file that was taken last counts', () => {
  const both = met(
    takenBy('sara', 1_000),
    takenBy('sara', 2_000, {}, file('cc', 'inner-a', '2027-01-31')),
  );
  expect(fileOf(both as ContentToken).lastDay).toBe('2027-01-31');
});

test('B6, X8: renewed on one device, and its first file taken elsewhere later, the new file counts', () => {
  const renewed = renewedBy('sara', 1_500, takenBy('sara', 1_000), NEXT);
  const both = met(renewed, takenBy('sara', 2_000));
  expect([fileOf(both as ContentToken).fingerprint, both.dueOn]).toEqual(['bb', '2027-12-13']);
  expect((both as ContentToken).data.sealed?.text).toBe(textOf('bb'));
});

test('B1, X8: renewed with its text kept, and thrown away elsewhere before that was known, the new text stays', () => {
  const first = takenBy('sara', 1_000);
  const renewed = renewedBy('sara', 1_500, first, NEXT);
  const thrown = stored(valueOf(forgetText(first as ContentToken)), first, doingOf('johan', 2_000));
  const both = merge(first, renewed, thrown);
  expect(merge(first, thrown, renewed)).toEqual(both);
  expect((both as ContentToken).data.sealed?.text).toBe(textOf('bb'));
});

test('B1, X8: renewed twice, the later time without its text: the earlier file’s text does not stay', () => {
  const first = takenBy('sara', 1_000);
  const { sealed: _text, ...untold } = file('dd', 'inner-d', '2028-01-14');
  const both = merge(
    first,
    renewedBy('sara', 3_500, first, untold),
    renewedBy('johan', 3_000, first, NEXT),
  );
  expect(fileOf(both as ContentToken).fingerprint).toBe('dd');
  expect((both as ContentToken).data).toMatchObject({
    fingerprint: 'dd',
    innerFingerprint: 'inner-d',
  });
  expect((both as ContentToken).data.sealed).toBeUndefined();
});

test('B6, X8: a file that neither copy has in its fields counts by their steps, and is kept without a text', () => {
  const first = takenBy('sara', 1_000);
  const renewed = renewedBy('sara', 1_500, first, NEXT);
  const later = renewedBy('sara', 2_500, renewed, file('dd', 'inner-d', '2028-01-14'));
  const undone = stored(
    valueOf(undoRenewal(later as ContentToken, doingOf('sara', 3_000))),
    later,
    doingOf('sara', 3_000),
  );
  // As a version before wrote it: the fields of the first file beside the steps of the next.
  const old = { ...undone, data: { ...undone.data, ...first.data } } as Copy;
  const both = met(old, takenBy('johan', 4_000));
  expect((both as ContentToken).data).toMatchObject({ fingerprint: 'bb', lastDay: '2027-12-13' });
  expect((both as ContentToken).data.sealed).toBeUndefined();
});
