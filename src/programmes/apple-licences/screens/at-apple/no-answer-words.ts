import { NUMBERED, type FailureCode } from '#programmes/apple-licences/rules/api/failure-code.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Texts } from '#ui/text.ts';
import type { NoAnswerTexts } from './load-no-answer-text.ts';

/** Why Apple did not answer, as it is kept on a record. */
export type KeptFailure = FailureCode & {
  readonly params?: Readonly<Record<string, string | number>> | undefined;
};

/** What it means and what to do, in sentences; Apple's number where one came. */
export type NoAnswerWords = {
  readonly means: string;
  readonly todo: string;
  readonly number?: number;
};

type Sentences = Pick<NoAnswerWords, 'means' | 'todo'>;

type Format = Pick<Texts['format'], 'number' | 'plural'>;

const MINUTE = 60_000;

/**
 * The words for why Apple did not answer. A code that this version does not know is named in a
 * sentence of its own.
 */
export const noAnswerWords = (
  failure: KeptFailure,
  words: NoAnswerTexts,
  format: Format,
): NoAnswerWords => {
  const { number, waitMs = 0 } = failure;
  const { means, todo } = sentencesOf(failure, words);
  // What passes within the minute is waited for, not written down.
  const wait = waitMs < MINUTE ? '' : ` ${waits(Math.ceil(waitMs / MINUTE), words, format)}`;
  return { means, todo: `${todo}${wait}`, ...(number === undefined ? {} : { number }) };
};

const waits = (minutes: number, { others }: NoAnswerTexts, { number, plural }: Format): string =>
  others.waits(`${number(minutes)} ${plural(minutes, others.minutes)}`);

const sentencesOf = (
  { code, number, params = {} }: KeptFailure,
  { errors, others }: NoAnswerTexts,
): Sentences => {
  if (code === NUMBERED && number !== undefined) return numbered(number, errors);
  const sentences = ownEntry(others.ours, code);
  if (sentences !== undefined) {
    const named = {
      now: textOf(params['now']),
      next: textOf(params['next']),
      name: textOf(params['name']),
    };
    return { means: sentences.means(named), todo: sentences.todo };
  }
  const found =
    ownEntry(others.none, code) ??
    ownEntry(others.relay, behind('relay-', code)) ??
    ownEntry(errors.replies, behind('reply-', code)) ??
    ownEntry(errors.reading, behind('reading-', code)) ??
    ownEntry(errors.reading, behind('form-', code));
  return found ?? { means: others.unknown.means(code), todo: others.unknown.todo };
};

const numbered = (number: number, { numbers, unknown }: NoAnswerTexts['errors']): Sentences =>
  ownEntry(numbers, String(number)) ?? { means: unknown.means(number), todo: unknown.todo };

/** '' where the code is of another sort. */
const behind = (prefix: string, code: string): string =>
  code.startsWith(prefix) ? code.slice(prefix.length) : '';

const textOf = (value: string | number | undefined): string =>
  value === undefined ? '' : String(value);
