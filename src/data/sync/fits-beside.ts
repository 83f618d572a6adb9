import { mostStepsOf } from '#domain/kinds.ts';
import type { Clash } from '#domain/record.ts';
import { missingIn } from '#domain/step.ts';
import { contentOf, type Copy } from '../merge/copy.ts';
import { merge } from '../merge/merge.ts';
import { isInForm } from '../read-record.ts';

/** What comes at once may bring so much of what a record can have (a quarter): people write tens of steps, and a sync two a day. */
const AT_ONCE = 4;

/** So few answers, on both sides together, are never too many. */
const FEW_ANSWERS = 200;

/** Far more questions than any kind has fields. */
const MOST_NEW_QUESTIONS = 50;

/**
 * Whether a state that comes has room beside what this device has of the record, so that what both become can be read. Whoever fills a
 * record with made-up steps or questions, each state in form, would otherwise make it one that nobody can read wherever somebody wrote
 * meanwhile. By how many they are, never by their dates or who they say wrote them: those anybody chooses. What is here and cannot be read lies in the way of nothing.
 */
export const fitsBeside = (own: Copy, copy: Copy): boolean => {
  if (own._deleted === true || copy._deleted === true || isSmall(own, copy)) return true;
  if (!isInForm(contentOf(own))) return true;
  const most = mostStepsOf(copy.kind);
  const steps = missingIn(own.steps, copy.steps).length;
  if (steps > most / AT_ONCE || (steps > 0 && own.steps.length + steps > most)) return false;
  if (newIn(own.clashes, copy.clashes) > MOST_NEW_QUESTIONS) return false;
  if (answersIn(own) + answersIn(copy) <= FEW_ANSWERS) return true;
  return isInForm(contentOf(merge(undefined, own, copy)));
};

/** As nearly all records are, so that nothing more is asked of them. What is stored here may have any form. */
const isSmall = (own: Copy, copy: Copy): boolean =>
  [own, copy].every(({ steps, clashes }) => steps?.length < FEW_ANSWERS && clashes?.length === 0);

const newIn = (own: readonly Clash[], more: readonly Clash[]): number => {
  const known = new Set(own.map(({ id }) => id));
  return more.filter(({ id }) => !known.has(id)).length;
};

const answersIn = ({ clashes }: Copy): number => clashes.reduce((sum, { answers }) => sum + answers.length, 0);
