import { NEEDS_A_HAND, NOTHING_DUE, type Day } from '#core/day/day.ts';
import { fieldsOf } from '#core/record/fields.ts';
import type { Doing } from '#core/record/kind.ts';
import { hasKnownForm, kindOf } from '#programmes/kinds.ts';
import { isDayOrNone } from '#core/day/likely-day.ts';
import { after } from '#core/day/moment.ts';
import { openDeadlines } from '#workspace/rules/questions/question.ts';
import {
  answerKey,
  NEWEST_BASE,
  type Change,
  type Clash,
  type Draft,
  type VolymRecord,
} from '#core/record/record.ts';
import { changesBetween, keepNewest, withoutUndefined } from './history.ts';

/**
 * Earliest open deadline of a record, derived when written so that home is an index query and not a
 * scan (docs/decisions/records.md). If this app does not know the content, the newer app's value is
 * kept.
 */
export const dueOn = (record: VolymRecord): Day => {
  if (record.trashedOn !== '') return NOTHING_DUE;
  // A day calculated from the last accepted days may lie beyond them, and would make the record
  // invalid.
  const days = openDeadlines(record).flatMap(({ on }) =>
    on === NEEDS_A_HAND || isDayOrNone(on) ? [on] : [],
  );
  const known = hasKnownForm(record) ? NOTHING_DUE : record.dueOn;
  return days.reduce((earliest, day) => (day < earliest ? day : earliest), known);
};

/**
 * The questions that a write leaves open, and the history with an entry for each that it answered:
 * a question is closed by any later write of its field by someone who knew its answers, even one
 * that keeps the value (data/merge), so an answer needs its own entry.
 */
const answeredBy = (
  draft: Draft,
  open: readonly Clash[],
  changes: readonly Change[],
  doing: Doing,
): { readonly clashes: readonly Clash[]; readonly entries: readonly Change[] } => {
  const asked = draft.clashes ?? open;
  if (open.length + asked.length === 0) return { clashes: open, entries: changes };
  const written = new Map(changes.map((change) => [change.field, change]));
  const closed = open.filter(
    ({ id, field }) => written.has(field) || asked.every((clash) => clash.id !== id),
  );
  const entries = closed.map(({ field, answers }) => {
    const [{ value: from }] = answers;
    const at = Math.max(...answers.map((answer) => answer.at));
    // For a secret the history shows no value, only that the question was answered.
    const hasValues = !kindOf(draft.kind)?.secretFields.includes(field);
    const values = hasValues ? { from, to: fieldIn(draft, field) } : {};
    const entry = written.get(field) ?? { id: doing.newId(), by: doing.by, field, ...values };
    written.delete(field);
    const asked = hasValues ? answers.map(({ value }) => value) : [];
    // After all answers, even on a device whose clock is slow.
    return { ...entry, at: Math.max(doing.now, after(at)), asked, settles: answers.map(answerKey) };
  });
  return {
    clashes: asked.filter((clash) => !closed.includes(clash)),
    entries: [...written.values(), ...entries],
  };
};

const fieldIn = ({ data, parent, trashedOn }: Draft, field: string): unknown =>
  ({ parent, trashedOn, ...fieldsOf(data) })[field];

/**
 * The stored form of a draft: computed fields set, changes of `data` written to the history.
 * `updatedAt` always rises, at least by one, whatever the clock says.
 */
export const stored = (
  draft: Draft,
  before: VolymRecord | undefined,
  doing: Doing,
): VolymRecord => {
  const updatedAt = Math.max(doing.now, after(before?.updatedAt ?? 0));
  const { id, kind, programme, parent, data } = draft;
  // Later than everything known, like the record itself: what is written after a clock went back
  // must not become older history.
  const risen = { ...doing, now: updatedAt };
  const trashedOn = draft.trashedOn ?? before?.trashedOn ?? '';
  // That it went to the trash, or came from there, is history like any field.
  const changes =
    before === undefined
      ? []
      : changesBetween(
          kind,
          { ...before.data, trashedOn: before.trashedOn },
          { ...data, trashedOn },
          risen,
        );
  const { clashes, entries } = answeredBy(draft, before?.clashes ?? [], changes, risen);
  const record: VolymRecord = withoutUndefined({
    ...before,
    id,
    kind,
    programme,
    parent,
    data,
    steps: draft.steps ?? before?.steps ?? [],
    trashedOn,
    history: keepNewest([...(before?.history ?? []), ...entries], updatedAt),
    clashes,
    updatedAt,
    updatedBy: doing.by,
    newestFirst: NEWEST_BASE - updatedAt,
    dueOn: NOTHING_DUE,
  });
  return { ...record, dueOn: dueOn(record) };
};
