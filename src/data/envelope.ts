import { NOTHING_DUE, type Day } from '#domain/day.ts';
import type { Doing } from '#domain/kind.ts';
import { openDeadlines } from '#domain/question.ts';
import { NEWEST_BASE, type Change, type Clash, type Draft, type VolymRecord } from '#domain/record.ts';
import { changesBetween, keepNewest, withoutUndefined } from './history.ts';

/** Earliest open deadline of a record, derived when written so that home is an index query and not a scan (design §4). */
export const dueOn = (record: VolymRecord): Day => {
  if (record.trashedOn !== '') return NOTHING_DUE;
  const days = openDeadlines(record).map(({ on }) => on);
  return days.reduce((earliest, day) => (day < earliest ? day : earliest), NOTHING_DUE);
};

/**
 * The questions that a write leaves open, and what the history must say of those it answered: a question is closed by any
 * later write of its field, also by one that keeps the value (data/merge), so that an answer is an entry of its own.
 */
const answeredBy = (
  draft: Draft,
  before: VolymRecord | undefined,
  changes: readonly Change[],
  doing: Doing,
): { readonly clashes: readonly Clash[]; readonly answers: readonly Change[] } => {
  const open = before?.clashes ?? [];
  if (open.length === 0) return { clashes: [], answers: [] };
  const written = new Set(changes.map(({ field }) => field));
  const left = new Set((draft.clashes ?? open).map(({ id }) => id));
  const answered = open.filter(({ id, field }) => !left.has(id) && !written.has(field));
  return {
    clashes: open.filter(({ id, field }) => left.has(id) && !written.has(field)),
    answers: answered.map(({ field, answers: [{ value: from }, { at: newest }] }) => {
      // After both answers, also on a device whose clock is behind.
      const at = Math.max(doing.now, newest + 1);
      return { id: doing.newId(), at, by: doing.by, field, from, to: fieldIn(draft, field) };
    }),
  };
};

const fieldIn = ({ data, parent, trashedOn }: Draft, field: string): unknown =>
  ({ parent, trashedOn, ...(data as Readonly<Record<string, unknown>>) })[field];

/**
 * The stored form of a draft: computed fields set, changes of `data` written to the history. `updatedAt` always
 * rises, at least by one, whatever the clock says.
 */
export const stored = (draft: Draft, before: VolymRecord | undefined, doing: Doing): VolymRecord => {
  const updatedAt = Math.max(doing.now, (before?.updatedAt ?? 0) + 1);
  const changes = before === undefined ? [] : changesBetween(draft.kind, before.data, draft.data, doing);
  const { clashes, answers } = answeredBy(draft, before, changes, doing);
  const { id, kind, programme, parent, data } = draft;
  const record: VolymRecord = withoutUndefined({
    ...before,
    ...{ id, kind, programme, parent, data },
    steps: draft.steps ?? before?.steps ?? [],
    trashedOn: draft.trashedOn ?? before?.trashedOn ?? '',
    history: keepNewest([...(before?.history ?? []), ...changes, ...answers]),
    clashes,
    ...{ updatedAt, updatedBy: doing.by, newestFirst: NEWEST_BASE - updatedAt, dueOn: NOTHING_DUE },
  });
  return { ...record, dueOn: dueOn(record) };
};
