import { expect, test } from 'vitest';
import { roundToGoOn, type SyncRound } from '#programmes/apple-licences/work/sync/round.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 20, 12);
const YEAR = 365 * 24 * 60 * MINUTE;
const kept: SyncRound = {
  startedAt: NOON,
  fingerprint: 'f1',
  users: 3,
  versions: { users: 'u1', assignments: 'a1', wholeAt: NOON - 60 * MINUTE },
};
const WHOLE = { users: '', assignments: '', wholeAt: NOON + MINUTE };
const fresh: SyncRound = { startedAt: NOON + MINUTE, fingerprint: 'f1', versions: WHOLE };

test.each<[string, SyncRound | undefined, SyncRound, boolean]>([
  ['none', undefined, fresh, false],
  ['of the same file, a minute ago', kept, fresh, true],
  ['of another file', kept, { ...fresh, fingerprint: 'f2' }, false],
  ['two hours ago', kept, { ...fresh, startedAt: NOON + 120 * MINUTE }, false],
  ['in doubt since it began', kept, { ...fresh, doubt: NOON + 1 }, false],
  ['in doubt since, by a clock that is behind', kept, { ...fresh, doubt: NOON - YEAR }, false],
  ['in doubt when it began', { ...kept, doubt: NOON }, { ...fresh, doubt: NOON }, true],
  [
    'in doubt when it began, by a clock that is ahead',
    { ...kept, doubt: NOON + YEAR },
    { ...fresh, doubt: NOON + YEAR },
    true,
  ],
  [
    'in doubt when it began, and again since',
    { ...kept, doubt: NOON - 1 },
    { ...fresh, doubt: NOON },
    false,
  ],
])('B7: a kept round, %s', (_, before, now, goesOn) => {
  expect(roundToGoOn(before, now)).toBe(goesOn ? before : now);
});
