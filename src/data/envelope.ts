import { NOTHING_DUE, type Day } from '#domain/day.ts';
import type { Doing } from '#domain/kind.ts';
import { kindOf } from '#domain/kinds.ts';
import { NEWEST_BASE, type Draft, type VolymRecord } from '#domain/record.ts';
import { changesBetween, keepNewest, withoutUndefined } from './history.ts';

/** Earliest open deadline of a record, derived when written so that home is an index query and not a scan (design §4). */
export const dueOn = (record: VolymRecord): Day => {
  if (record.trashedOn !== '') return NOTHING_DUE;
  const days = (kindOf(record.kind)?.deadlines(record) ?? []).map(({ on }) => on);
  return days.reduce((earliest, day) => (day < earliest ? day : earliest), NOTHING_DUE);
};

/**
 * The stored form of a draft: computed fields set, changes of `data` written to the history. `updatedAt` always
 * rises, at least by one, whatever the clock says.
 */
export const stored = (draft: Draft, before: VolymRecord | undefined, doing: Doing): VolymRecord => {
  const updatedAt = Math.max(doing.now, (before?.updatedAt ?? 0) + 1);
  const changes = before === undefined ? [] : changesBetween(draft.kind, before.data, draft.data, doing);
  const { id, kind, programme, parent, data } = draft;
  const record: VolymRecord = withoutUndefined({
    ...before,
    ...{ id, kind, programme, parent, data },
    steps: draft.steps ?? before?.steps ?? [],
    trashedOn: draft.trashedOn ?? before?.trashedOn ?? '',
    history: keepNewest([...(before?.history ?? []), ...changes]),
    clashes: before?.clashes ?? [],
    ...{ updatedAt, updatedBy: doing.by, newestFirst: NEWEST_BASE - updatedAt, dueOn: NOTHING_DUE },
  });
  return { ...record, dueOn: dueOn(record) };
};
