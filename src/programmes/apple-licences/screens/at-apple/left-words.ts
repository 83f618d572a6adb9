import type { FailureCode } from '#programmes/apple-licences/rules/api/failure-code.ts';
import { meaningOf } from '#programmes/apple-licences/rules/api/error-numbers.ts';
import type { Texts } from '#ui/text.ts';
import type { WritesTexts } from './load-writes-text.ts';
import { noAnswerWords } from './no-answer-words.ts';

const MINUTE = 60_000;

/**
 * Why Apple did not finish, and what to do. Nothing that is written goes on by itself, as a sync
 * does: what passes is gone on with by a person, after the wait that Apple asks for.
 */
export const leftWords = (
  failure: FailureCode,
  { writes, noAnswer }: WritesTexts,
  format: Texts['format'],
): { readonly means: string; readonly todo: string } => {
  const { code, number, waitMs = 0 } = failure;
  if (code === 'stopped') return writes.stopped;
  if (code === 'vault-locked') return writes.locked;
  const { means, todo } = noAnswerWords(
    { code, ...(number === undefined ? {} : { number }) },
    noAnswer,
    format,
  );
  const isPassing =
    number === undefined ? waitMs > 0 || code === 'no-reply' : meaningOf(number).mayPass;
  if (!isPassing) return { means, todo };
  const minutes = Math.ceil(waitMs / MINUTE);
  const time = `${format.number(minutes)} ${format.plural(minutes, noAnswer.others.minutes)}`;
  return { means, todo: waitMs < MINUTE ? writes.later : writes.laterThan(time) };
};
