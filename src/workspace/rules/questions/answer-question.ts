import type { Doing } from '#core/record/kind.ts';
import { after } from '#core/day/moment.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import type { Answer, Clash, Data, Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { isSameValue } from '#core/record/same-value.ts';
import type { BesideField, FieldProblem } from '#programmes/ground.ts';
import { fieldOf, isContradicted, isWrittenByHand, writeField } from '#programmes/write-field.ts';

const PARENT = 'parent';

/** Why an answer is not taken: the question went, or what the form of its field says. */
export type AnswerProblem = Problem<FieldProblem['code'] | 'question-is-gone'>;

/** The answer to a question; `reason` is there where the trade asks for one. */
export type QuestionAnswer = {
  readonly clash: string;
  readonly value: unknown;
  readonly reason: string;
};

/**
 * Answers one question about a record: the value is set, the question is closed, and both answers
 * stay in the history. A third value is accepted for fields that people write, and refused as in
 * its form; so is one of the two if something else contradicts it by now, unless it is the current
 * value. Refuses with `question-is-gone` when it was answered meanwhile.
 */
export const answerQuestion = (
  record: VolymRecord,
  { clash: id, value, reason }: QuestionAnswer,
  doing: Doing,
  beside: BesideField = {},
): Result<Draft, AnswerProblem> => {
  const clash = record.clashes.find((clash) => clash.id === id);
  if (clash === undefined) return refuse('question-is-gone');
  const { field, answers } = clash;
  const clashes: readonly Clash[] = record.clashes.filter((clash) => clash.id !== id);
  const isOffered = answers.some((answer) => isSameValue(answer.value, value));
  if (isWrittenByHand(record.kind, field)) {
    const written = writeField(record, { field, value, reason }, doing, beside);
    if (written.ok) return ok({ ...written.value, clashes });
    const stays = isSameValue(value, standingValue(record, field));
    if (!isOffered || (!stays && isContradicted(written))) return written;
  } else if (!isOffered) return refuse('not-an-ordinary-field');
  // Into the trash again, after all: from today on, or its time there would be over already.
  const chosen = field === TRASHED_ON && value !== '' ? doing.today : value;
  return ok({ ...withValue(record, field, chosen), clashes });
};

/** What a field of a question holds now; a record may be asked about where it is, too. */
export const standingValue = (record: VolymRecord, field: string): unknown =>
  field === TRASHED_ON
    ? record.trashedOn
    : field === PARENT
      ? record.parent
      : fieldOf(record, field);

/** An answer that is taken back: its question, the value before it and what it wrote. */
export type TakenBack = {
  readonly clash: Clash;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string;
};

/**
 * Takes an answer back: the field gets its former value, and the question is asked again. Refuses
 * with `changed-since` if someone has written the field since, or something else contradicts the
 * former value by now.
 */
export const takeAnswerBack = (
  record: VolymRecord,
  { clash, before, after, reason }: TakenBack,
  doing: Doing,
  beside: BesideField = {},
): Result<Draft, Problem<'changed-since'>> => {
  const { field } = clash;
  const isOpen = record.clashes.some((clash) => clash.field === field);
  if (isOpen || !isSameValue(standingValue(record, field), after)) return refuse('changed-since');
  const reopened = askedAgain(record, clash, doing.now);
  const clashes = [...record.clashes, reopened];
  const written = isWrittenByHand(record.kind, field)
    ? writeField(record, { field, value: before, reason }, doing, beside)
    : undefined;
  if (written !== undefined && isContradicted(written)) return refuse('changed-since');
  return ok({ ...(written?.ok ? written.value : withValue(record, field, before)), clashes });
};

/**
 * The same question again: dated later than everything written to its field, or the withdrawn
 * answer would close it on the next device (data/merge). The original moment of each value is kept
 * separately.
 */
const askedAgain = ({ history, updatedAt }: VolymRecord, clash: Clash, now: number): Clash => {
  const at = history.reduce(
    (latest, change) => (change.field === clash.field ? Math.max(latest, change.at) : latest),
    Math.max(now, after(updatedAt)),
  );
  const answers: readonly Answer[] = clash.answers.map((answer) => ({
    ...answer,
    at,
    said: answer.said ?? answer.at,
  }));
  return { ...clash, id: `${clash.id}|${at}`, answers: answers as Clash['answers'] };
};

const withValue = <D extends Data>(
  record: VolymRecord<D>,
  field: string,
  value: unknown,
): VolymRecord<D> => {
  if (field === TRASHED_ON || field === PARENT) return { ...record, [field]: value as string };
  return { ...record, data: { ...record.data, [field]: value } };
};
