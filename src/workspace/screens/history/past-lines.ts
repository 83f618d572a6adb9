import { foreignText } from '#core/text/foreign-text.ts';
import type { Day } from '#core/day/day.ts';
import type { LocalTime } from '#core/day/local-time.ts';
import { pastOf, type PastEntry } from '#core/record/past.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import type { Change, VolymRecord } from '#core/record/record.ts';
import { saidDay } from '#core/import/import-steps.ts';
import { WITHDRAWN } from '#core/record/step.ts';
import { isSameValue } from '#core/record/same-value.ts';
import { fieldOf, isWrittenByHand } from '#programmes/write-field.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import { ownEntry } from '#core/own-entry.ts';
import { answerWords } from '../questions/answer-words.ts';
import type { Texts } from '#ui/text.ts';
import { fieldTitle } from './field-title.ts';

/** A value that a field had and can have again. */
export type BroughtBack = {
  readonly field: string;
  readonly fieldName: string;
  readonly value: unknown;
  readonly label: string;
};

/** One line of a record's history, in words. */
export type PastLine = {
  readonly id: string;
  readonly at: number;
  /** Person id, or '' when nobody knows. */
  readonly by: string;
  /** What it tells of. */
  readonly of: 'record' | 'step' | 'field' | 'trash';
  readonly title: string;
  /** What a field was and became; of a secret one nothing. */
  readonly values?: { readonly from: string; readonly to: string } | 'hidden';
  /** The day, the receiver, the reason: additional notes. */
  readonly notes: readonly string[];
  readonly back: readonly BroughtBack[];
};

/**
 * What the lines are put into words with; `run` is the import that brought the record, where one
 * did.
 */
export type PastMeans = {
  readonly text: Texts;
  readonly today: Day;
  /** Where a moment has its day; without it moments have the day of UTC. */
  readonly time?: Pick<LocalTime, 'dayOf'> | undefined;
  readonly people: readonly Person[];
  readonly run?: ImportRun | undefined;
};

/** A record's history in words, the newest first. */
export const pastLines = (record: VolymRecord, means: PastMeans): PastLine[] => {
  const lines = pastOf(record).map((entry) => lineOf(entry, record, means));
  const born = bornOf(record, means);
  return born === undefined ? lines : [...lines.filter(({ id }) => id !== record.id), born];
};

const lineOf = (entry: PastEntry, record: VolymRecord, means: PastMeans): PastLine => {
  const { id, at, by } = entry;
  const worded =
    entry.is === 'made'
      ? { of: 'record' as const, title: means.text.history.made, notes: [], back: [] }
      : entry.is === 'step'
        ? { of: 'step' as const, ...stepWords(entry, record, means), back: [] }
        : changeWords(entry.change, record, means);
  return { id, at, by, ...worded };
};

/** How an import brought the record, when it has been that import's from the start. */
const bornOf = (record: VolymRecord, { text, run }: PastMeans): PastLine | undefined => {
  const origin = fieldOf(record, 'origin') as
    | { readonly run: string; readonly row: number }
    | undefined;
  const started = run?.steps.find(({ kind }) => kind === 'started');
  if (run === undefined || started === undefined || origin?.run !== run.id) return undefined;
  if (record.history.some(({ field }) => field === 'origin')) return undefined;
  const { at, by } = started;
  const notes = [text.history.importedFrom(foreignText(run.data.fileName), origin.row)];
  return { id: record.id, at, by, of: 'record', title: text.history.made, notes, back: [] };
};

type LineWords = Pick<PastLine, 'of' | 'title' | 'notes' | 'back' | 'values'>;

const changeWords = (change: Change, record: VolymRecord, means: PastMeans): LineWords => {
  const { text } = means;
  const { field, from, to, asked } = change;
  const words = text.history;
  const say = (value: unknown): string =>
    choiceIn(field, value, words) ?? answerWords(record, field, value, means);
  const others = notChosen(change, say);
  const notes =
    asked === undefined ? [] : [words.answered(text.format.list(others), others.length)];
  // No command writes the version: that someone put the record back does.
  if (field === 'v') return { of: 'record', title: words.putBack, notes, back: [] };
  if (field === TRASHED_ON) {
    const stayed = asked === undefined ? words.restored : words.kept;
    return { of: 'trash', title: to === '' ? stayed : words.trashed, notes, back: [] };
  }
  const title = fieldTitle(field, text);
  if (!('from' in change) && !('to' in change))
    return { of: 'field', title, values: 'hidden', notes, back: [] };
  const shown = (value: unknown): string => (isSameValue(value, '') ? words.empty : say(value));
  return {
    of: 'field',
    title,
    values: { from: shown(from), to: shown(to) },
    notes,
    back: backOf(change, title, record, say),
  };
};

/** A choice that no form offers: what a licence is given to. */
const choiceIn = (field: string, value: unknown, { to }: Texts['history']): string | undefined =>
  field === 'to' && typeof value === 'string' ? ownEntry<string>(to, value) : undefined;

/** The answers to a question that were not chosen, in words; none for a secret field. */
const notChosen = ({ asked = [], to }: Change, say: (value: unknown) => string): string[] => [
  ...new Set(asked.map(say).filter((words) => words !== say(to))),
];

/**
 * The values before the change, or those that a question was about: each that is not the field's
 * already.
 */
const backOf = (
  { field, from, asked }: Change,
  fieldName: string,
  record: VolymRecord,
  say: (value: unknown) => string,
): BroughtBack[] => {
  if (record.trashedOn !== '' || !isWrittenByHand(record.kind, field)) return [];
  const now = fieldOf(record, field);
  return (asked ?? [from])
    .filter((value) => !isSameValue(value, now))
    .map((value) => ({ field, fieldName, value, label: say(value) }));
};

const stepWords = (
  { step, about }: Extract<PastEntry, { is: 'step' }>,
  record: VolymRecord,
  { text, today, time }: PastMeans,
): Pick<LineWords, 'title' | 'notes' | 'values'> => {
  const words = text.history;
  const isBack = step.kind === WITHDRAWN;
  const name = stepName(isBack ? (about?.kind ?? '') : step.kind, record.kind, text);
  const title = isBack
    ? words.takenBack(name)
    : step.corrects === undefined
      ? name
      : words.corrected(name);
  const telling = ownEntry(text.recordWords.steps, record.kind);
  const values = telling?.values?.(step, text);
  if (values !== undefined) return { title, notes: [], values };
  const day = saidDay(step);
  const { account = '', place = '', count = '', note = '', ...rest } = step.data ?? {};
  const until = telling?.until?.(step, time ?? today) ?? '';
  const to = until === '' ? (rest.to ?? '') : text.format.day(until, today);
  const why = telling?.why?.(step) ?? '';
  const earlier = telling?.earlier?.(record, step, time ?? today) ?? '';
  const notes = [
    isBack ? '' : day === '' ? words.dayUnsaid : text.format.day(day, today),
    earlier === '' ? '' : words.earlierFile(text.format.day(earlier, today)),
    licencesIn(count, words),
    to,
    account,
    place,
    why,
    step.note ?? note,
  ];
  if (step.reason !== undefined) notes.push(words.reason(step.reason));
  return { title, notes: notes.filter((note) => note !== '') };
};

const licencesIn = (count: string, { licences }: Texts['history']): string =>
  count === '' ? '' : licences(Number(count));

/** What a step of a record of some kind is called. */
export const stepName = (kind: string, of: string, text: Texts): string =>
  ownEntry(text.recordWords.steps, of)?.name?.(kind, text) ??
  ownEntry<string>(text.history.steps, kind) ??
  text.history.otherStep;
