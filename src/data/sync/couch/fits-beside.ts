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

/** Half of what one question can have: each device gives one. */
const MOST_NEW_ANSWERS = 100;

/**
 * As JSON, in bytes: what is smaller is that however often its values stand in what two of them
 * become.
 */
const LIGHT = 2 ** 19;

/**
 * From here on a record takes in no more than a little at once: room is left for what people write
 * on it.
 */
const [HEAVY, LITTLE] = [4 * 2 ** 20, 100_000];

/**
 * What an import wrote is one record, with a line of each row, and nobody writes on it any more.
 */
const IMPORT_RUN = 'import-run';

/**
 * Whether a state that comes has room beside what this device has of the record, so that what both
 * become can be read. Whoever fills a record with made-up steps, questions or texts, each state in
 * form, would otherwise make it one that nobody can read or send wherever someone wrote meanwhile.
 * By how much it is, never by dates or who they say wrote it: those anybody chooses. `agreed` tells
 * what both sides agreed on last, and is asked only where it matters. What is here and cannot be
 * read blocks nothing.
 */
export const fitsBeside = async (
  own: Copy,
  copy: Copy,
  agreed: () => Promise<Copy | undefined>,
): Promise<boolean> => {
  if (own._deleted === true || copy._deleted === true || isSmall(own, copy)) return true;
  if (!isInForm(contentOf(own))) return true;
  if (!fitsAtOnce(own, copy)) return false;
  // As devices meet it that know nothing of what was agreed on, and as this one does.
  return [undefined, await agreed()].every((known) => isWhole(merge(known, own, copy)));
};

/**
 * Whether a state brings no more to another one than what people write before a device hears of it.
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
 * As nearly all records are, so that nothing more is asked of them. What is stored here may have
 * any form.
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
 * What a state asks that another one neither asks nor has answered: how many questions that are,
 * and answers.
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
