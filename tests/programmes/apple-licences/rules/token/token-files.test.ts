import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contentToken,
  type ContentToken,
} from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  BLANK_TOKEN,
  renewToken,
  takeToken,
  tickRenewal,
  undoRenewal,
  untickRenewal,
  type TakenFile,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { noteFinding } from '#programmes/apple-licences/rules/token/token-findings.ts';
import { endSync } from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import {
  filesTaken,
  renewalToUndo,
  textOf,
} from '#programmes/apple-licences/rules/token/token-past-files.ts';
import { findingOf, renewalOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import { missingIn } from '#core/record/step.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

const SEALED = { key: 'v1', iv: 'AAAA', text: 'BBBB' };
const file = (fingerprint: string, lastDay: string, more: Partial<TakenFile> = {}): TakenFile => ({
  file: { organization: 'Nordby kommun', lastDay, expiresAt: `${lastDay}T09:26:53Z` },
  fingerprint,
  ...more,
});
const doing = doingOn();
const again = (answer: Result<Draft<ContentToken['data']>>): ContentToken =>
  recordOf(valueOf(answer));
const given = { edition: 'apple-licences.accounts-2025', knowsForGood: true, others: [] };
const taken = (first = file('aa', '2026-12-14', { sealed: SEALED })): ContentToken =>
  again(
    takeToken(
      'token-1',
      { ...BLANK_TOKEN, name: 'G', appleId: 'vpp@nordby.example' },
      first,
      given,
      doing,
    ),
  );
const renewed = (
  token = taken(),
  next = file('bb', '2027-12-13', { sealed: SEALED }),
): ContentToken => again(renewToken(token, next, [], doing));
const FIRST = { fingerprint: 'aa', lastDay: '2026-12-14', expiresAt: '2026-12-14T09:26:53Z' };
const codeOf = (answer: { ok: boolean; problem?: { code: string } }): string | undefined =>
  answer.problem?.code;

describe('B6: a renewal is taken back', () => {
  test('B6: last day, expiry and fingerprint are what they were, and so is the deadline', () => {
    const back = again(undoRenewal(renewed(), doing));
    expect(back.data).toMatchObject(FIRST);
    expect(fileOf(back)).toEqual(FIRST);
    expect(contentToken.deadlines(back)).toEqual(contentToken.deadlines(taken()));
    expect(renewalOf(back.steps).find(({ kind }) => kind === 'renewed')?.done).toBeUndefined();
    expect(filesTaken(back)).toMatchObject([{ on: '2026-11-20', until: '2026-12-14' }]);
  });

  test('B6: the day of the download is that of the new file, where its tick tells it, and goes back with it', () => {
    const first = { ...taken(), data: { ...taken().data, downloadedOn: '2025-12-14' } };
    expect(renewed(first).data.downloadedOn).toBe('');
    const ticked = again(tickRenewal(first, 'downloaded', doing));
    expect(renewed(ticked).data.downloadedOn).toBe('2026-11-20');
    expect(again(undoRenewal(renewed(ticked), doing)).data.downloadedOn).toBe('2025-12-14');
  });

  test('B6: no step is erased: what was done and taken back is shown', () => {
    const back = again(undoRenewal(renewed(), doing));
    expect(back.steps.map(({ kind }) => kind)).toEqual(['taken', 'renewed', 'withdrawn']);
    expect(back.steps[2]?.withdraws).toBe(back.steps[1]?.id);
  });

  test('B6: neither file’s text is kept, and the record says that it is gone, until a new file comes', () => {
    const back = again(undoRenewal(renewed(), doing));
    expect(Object.keys(back.data)).not.toContain('sealed');
    expect([textOf(taken()), textOf(taken(file('aa', '2026-12-14'))), textOf(back)]).toEqual([
      'sealed',
      'thrown',
      'gone',
    ]);
    expect(textOf(renewed(back, file('cc', '2027-12-13')))).toBe('thrown');
  });

  test('B6: what was found of the old file holds again', () => {
    const revoked = again(noteFinding(taken(), { kind: 'revoked', on: '2026-11-19' }, doing));
    expect(findingOf(renewed(revoked).steps)).toBeUndefined();
    expect(findingOf(again(undoRenewal(renewed(revoked), doing)).steps)?.kind).toBe('revoked');
  });

  test.each<[string, (token: ContentToken) => ContentToken]>([
    ['a check', (token) => again(tickRenewal(token, 'checked', doing))],
    ['the next renewal', (token) => again(tickRenewal(token, 'signed-in', doing))],
    [
      'a finding',
      (token) => again(noteFinding(token, { kind: 'claimed', on: '2026-11-20' }, doing)),
    ],
    [
      'an old day',
      (token) => again(noteFinding(token, { kind: 'claimed', on: '2026-01-20' }, doing)),
    ],
  ])('B6: once %s came after it, it stays', (_, change) => {
    expect(renewalToUndo(change(renewed()).steps)).toBeUndefined();
    expect(codeOf(undoRenewal(change(renewed()), doing))).toBe('renewal-stays');
  });

  test('B6: a tick of the same renewal, and one that was taken back, are no reason', () => {
    const uploaded = again(tickRenewal(renewed(), 'uploaded', doing));
    const unchecked = again(
      untickRenewal(again(tickRenewal(uploaded, 'checked', doing)), 'checked', doing),
    );
    expect(fileOf(again(undoRenewal(unchecked, doing)))).toEqual(FIRST);
  });

  test('B6: the first file stays, and a renewal is taken back once, one after the other', () => {
    expect(codeOf(undoRenewal(taken(), doing))).toBe('renewal-stays');
    const twice = renewed(renewed(), file('cc', '2028-12-12'));
    const once = again(undoRenewal(twice, doing));
    expect(fileOf(once).fingerprint).toBe('bb');
    const none = again(undoRenewal(once, doing));
    expect(fileOf(none)).toEqual(FIRST);
    expect(codeOf(undoRenewal(none, doing))).toBe('renewal-stays');
  });

  test('B6: one that two devices made with the same file is taken back whole', () => {
    const first = renewed();
    const [step] = first.steps.slice(-1);
    const elsewhere = { ...step!, id: 'elsewhere', by: 'johan', at: step!.at + 5_000 };
    const both = { ...first, steps: [...first.steps, elsewhere] };
    const back = again(undoRenewal(both, doing));
    expect(fileOf(back)).toEqual(FIRST);
    expect(back.data).toMatchObject(FIRST);
    expect(filesTaken(back)).toHaveLength(1);
    expect(codeOf(undoRenewal(back, doing))).toBe('renewal-stays');
    const checked = again(tickRenewal(first, 'checked', doing));
    const late = { ...elsewhere, at: doing.now };
    expect(renewalToUndo([...checked.steps, late])).toBeUndefined();
    // A file that came in between is the one before.
    const third = again(renewToken(both, file('cc', '2028-12-12'), [], doing));
    expect(fileOf(again(undoRenewal(third, doing))).fingerprint).toBe('bb');
  });

  test('B6: a device whose day is behind brings no file before the first', () => {
    const behind = { ...doingOn('2026-11-18'), now: doing.now };
    const token = again(renewToken(taken(), file('bb', '2027-12-13'), [], behind));
    expect(fileOf(token).fingerprint).toBe('bb');
    expect(fileOf(again(undoRenewal(token, behind)))).toEqual(FIRST);
  });

  test('B6: a record from before its steps kept what its files say shows its fields, and its renewal stays', () => {
    const old = ({ steps, ...token }: ContentToken): ContentToken => ({
      ...token,
      steps: steps.map((step) => ({ ...step, data: { to: step.data?.to ?? '' } })),
    });
    expect(fileOf(old(renewed())).fingerprint).toBe('bb');
    expect(codeOf(undoRenewal(old(renewed()), doing))).toBe('renewal-stays');
  });
});

describe('B6: a step of the renewal that two devices ticked', () => {
  const tickedTwice = (token: ContentToken, kind: 'uploaded' | 'checked'): ContentToken => {
    const ticked = again(tickRenewal(token, kind, doing));
    const [step] = ticked.steps.slice(-1);
    return {
      ...ticked,
      steps: [...ticked.steps, { ...step!, id: 'elsewhere', by: 'johan', at: step!.at + 1 }],
    };
  };
  const isDone = ({ steps }: ContentToken, kind: string): boolean =>
    renewalOf(steps).find((step) => step.kind === kind)?.done !== undefined;

  test('B6: its tick is taken back with one press', () => {
    const both = tickedTwice(renewed(), 'uploaded');
    expect([
      isDone(both, 'uploaded'),
      isDone(again(untickRenewal(both, 'uploaded', doing)), 'uploaded'),
    ]).toEqual([true, false]);
  });

  test('B6: so is the last one, which ended the renewal, and no tick of the renewal before', () => {
    const once = again(tickRenewal(renewed(), 'checked', doing));
    const next = renewed(once, file('cc', '2028-12-12'));
    const back = again(untickRenewal(tickedTwice(next, 'checked'), 'checked', doing));
    expect([isDone(back, 'renewed'), isDone(back, 'checked')]).toEqual([true, false]);
    expect(back.steps.filter(({ kind }) => kind === 'withdrawn')).toHaveLength(2);
  });
});

describe('B6: a check of one file and a renewal with another, on two devices', () => {
  const doingAs = (by: string): Doing => {
    const counted = doingOn('2026-11-21', by);
    return { ...counted, newId: () => `${by}-${counted.newId()}` };
  };
  const [sync, own] = [doingAs('johan'), doingAs('sara')];
  const base = renewed();
  const SYNCED = { ok: true, apps: 1, licences: 1, users: 1 } as const;
  const synced = (token: ContentToken): ContentToken =>
    again(endSync(token, undefined, SYNCED, sync));
  const byHand = (token: ContentToken): ContentToken => again(tickRenewal(token, 'checked', sync));
  const met = (one: ContentToken, other: ContentToken): ContentToken => {
    const added = missingIn(one.steps, other.steps).map((step) => ({
      ...step,
      at: step.at + 1_000,
    }));
    return { ...one, steps: [...one.steps, ...added] };
  };
  const doneIn = ({ steps }: ContentToken): readonly string[] =>
    renewalOf(steps).flatMap((step) => (step.done === undefined ? [] : [step.kind]));
  const third = (token: ContentToken): ContentToken =>
    again(renewToken(token, file('cc', '2028-12-12'), [], own));

  test.each([
    ['a sync', synced],
    ['a person', byHand],
  ])(
    'B6: what %s checked is its file alone: the other is unchecked, and its renewal is undone',
    (_, check) => {
      const both = met(third(base), check(base));
      expect([fileOf(both).fingerprint, doneIn(both)]).toEqual(['cc', ['renewed']]);
      expect(synced(both).steps.at(-1)?.kind).toBe('checked');
      const back = again(undoRenewal(both, own));
      expect([fileOf(back).fingerprint, doneIn(back)]).toEqual(['bb', []]);
      expect(codeOf(undoRenewal(back, own))).toBe('renewal-stays');
    },
  );

  test('B6: a check by an older version, which named no file, counts as it did', () => {
    const older = synced(base);
    const unnamed = {
      ...older,
      steps: older.steps.map(({ data, ...step }) =>
        step.kind === 'checked' || data === undefined ? step : { ...step, data },
      ),
    };
    const both = met(third(base), unnamed);
    expect([doneIn(both), codeOf(undoRenewal(both, own))]).toEqual([[], 'renewal-stays']);
  });

  test('B6: one of the same token in another dress counts, and so does one that came twice', () => {
    const inner = { innerFingerprint: 'token' };
    const one = renewed(taken(), file('bb', '2027-12-13', inner));
    const dressed = { ...one.steps.at(-1)!, id: 'elsewhere', at: one.steps.at(-1)!.at + 500 };
    const two = {
      ...one,
      steps: [...one.steps, { ...dressed, data: { ...dressed.data, fingerprint: 'b2' } }],
    };
    expect([fileOf(two).fingerprint, doneIn(met(two, synced(one)))]).toEqual(['b2', []]);
    expect(doneIn(synced(met(synced(one), byHand(one))))).toEqual([]);
  });

  test('B6: ticks and their undo pass by a check of another file', () => {
    const both = met(again(tickRenewal(third(base), 'uploaded', own)), synced(base));
    expect(codeOf(untickRenewal(both, 'checked', own))).toBe('nothing-to-take-back');
    expect(doneIn(again(untickRenewal(both, 'uploaded', own)))).toEqual(['renewed']);
    const checked = met(again(tickRenewal(third(base), 'checked', own)), synced(base));
    const back = again(untickRenewal(checked, 'checked', own));
    expect([doneIn(checked), doneIn(back)]).toEqual([[], ['renewed']]);
    expect(doneIn(again(undoRenewal(back, own)))).toEqual([]);
  });

  test('B6: it ends no renewal that someone began since', () => {
    const signed = again(tickRenewal(base, 'signed-in', own));
    expect(doneIn(met(signed, synced(base)))).toEqual(['signed-in']);
  });
});

test('B1, B6: a step keeps of its file what is no secret, and never its text', () => {
  const letters = fc.stringMatching(/^[A-Za-z0-9+/]{24,64}$/);
  fc.assert(
    fc.property(letters, (text) => {
      const kept = file('aa', '2026-12-14', { sealed: { ...SEALED, text } });
      const token = renewed(taken(kept), {
        ...kept,
        ...file('bb', '2027-12-13', { sealed: { ...SEALED, text } }),
      });
      expect(JSON.stringify(token.steps)).not.toContain(text);
    }),
  );
});
