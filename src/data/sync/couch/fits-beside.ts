import { mostStepsOf } from '#programmes/kinds.ts';
import { answerKey, type Clash } from '#core/record/record.ts';
import { missingIn, STEPS_FOR_YEARS } from '#core/record/step.ts';
import { contentOf, type Copy } from '../../merge/copy.ts';
import { merge } from '../../merge/merge.ts';
import { isOfNewerVersion } from '../../merge/newer-version.ts';
import { isWhole } from '../../merge/readable.ts';
import { bytesOf, isHeavier } from '../../merge/weight.ts';
import { isInForm } from '../../records/read-record.ts';

/**
 * What comes at once may bring so much of what a record can have (a quarter): people write tens of
 * steps, and a sync two a day.
 */
const AT_ONCE = 4;

/** So few steps and answers are never too many, whatever meets them. */
const FEW_STEPS = 200;

/** Half of what a record can have: two that have fewer never have too many together. */
const FEW_FIELDS = 40;

/** Far more questions than any kind has fields. */
const MOST_NEW_QUESTIONS = 50;

/** Half of what one question can hold: each device gives one answer. */
const MOST_NEW_ANSWERS = 100;

/**
 * As JSON, in bytes: a record smaller than this stays within the limit, however often its values
 * appear in the merge of two states.
 */
const LIGHT = 2 ** 19;

/**
 * From this size on a record accepts only a little at once: room is left for what people write on
 * it.
 */
const [HEAVY, LITTLE] = [4 * 2 ** 20, 100_000];

/**
 * An import writes one record with a line for each row, and nobody writes on it later.
 */
const IMPORT_RUN = 'import-run';

/**
 * Whether an incoming state can be merged with this device's record so that the result is readable.
 * Otherwise someone could fill a record with made-up steps, questions or texts, each state
 * well-formed, and nobody could read or send it wherever someone wrote meanwhile. Judged by size,
 * never by dates or authors: anyone can forge those. `agreed` returns the last agreed state, and is
 * called only where it matters. An unreadable record here blocks nothing.
 */
export const fitsBeside = async (
  own: Copy,
  copy: Copy,
  agreed: () => Promise<Copy | undefined>,
): Promise<boolean> => {
  if (own._deleted === true || copy._deleted === true || isSmall(own, copy)) return true;
  if (!isInForm(contentOf(own))) return true;
  if (!fitsAtOnce(own, copy)) return false;
  // As a device without the agreed state merges it, and as this one does.
  return [undefined, await agreed()].every((known) => isWhole(merge(known, own, copy)));
};

/**
 * Whether a state adds no more to another one than people write before a device hears of it.
 */
export const fitsAtOnce = (own: Copy, copy: Copy): boolean => {
  const most = mostStepsTogether(own, copy);
  const steps = missingIn(own.steps, copy.steps).length;
  if (steps > most / AT_ONCE || (steps > 0 && own.steps.length + steps > most)) return false;
  const { questions, answers } = newsOfQuestions(own, copy);
  if (questions > MOST_NEW_QUESTIONS || answers > MOST_NEW_ANSWERS) return false;
  return copy.kind === IMPORT_RUN || !isHeavier(copy, HEAVY) || !isMuchHeavier(copy, own);
};

/** A newer version may have more. */
const mostStepsTogether = (own: Copy, copy: Copy): number =>
  [own, copy].some(isOfNewerVersion) ? STEPS_FOR_YEARS : mostStepsOf(copy.kind);

/**
 * True for nearly all records, which then need no further checks. A stored record may have any
 * form.
 */
const isSmall = (own: Copy, copy: Copy): boolean =>
  [own, copy].every(
    (copy) =>
      copy.steps?.length < FEW_STEPS &&
      copy.clashes?.length === 0 &&
      Object.keys(copy.data ?? {}).length < FEW_FIELDS &&
      !isHeavier(copy, LIGHT),
  );

const isMuchHeavier = (copy: Copy, own: Copy): boolean => bytesOf(copy) - bytesOf(own) > LITTLE;

type Asked = { readonly question: string; readonly answer: string };

/**
 * How many questions and answers a state has that another one neither has nor has answered.
 */
const newsOfQuestions = (
  own: Copy,
  copy: Copy,
): { readonly questions: number; readonly answers: number } => {
  const known = new Set(askedIn(own.clashes).map(({ answer }) => answer));
  for (const { field, settles = [] } of own.history)
    for (const key of settles) known.add(`${field}|${key}`);
  const fresh = askedIn(copy.clashes).filter(({ answer }) => !known.has(answer));
  return { questions: new Set(fresh.map(({ question }) => question)).size, answers: fresh.length };
};

const askedIn = (clashes: readonly Clash[]): Asked[] =>
  clashes.flatMap(({ id, field, answers }) =>
    answers.map((answer) => ({ question: id, answer: `${field}|${answerKey(answer)}` })),
  );
