import type { LicenceWords } from '#programmes/apple-licences/words/load.ts';
import { sentenceFor } from '#core/language/sentence.ts';
import { ownEntry } from '#core/own-entry.ts';
import type {
  LicenceRefused,
  AtAppleRefused,
} from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import { refusedWords } from '#ui/say-refused.ts';
import type { Texts } from '#ui/text.ts';
import type { WritesTexts } from '../at-apple/load-writes-text.ts';

/** A refusal as a sentence that says what to do. */
export const licenceProblem = (
  problem: LicenceRefused,
  words: LicenceWords,
  text: Pick<Texts, 'shell'>,
): string => sentenceFor(words.problems, problem) ?? refusedWords(problem, text);

/** Why Apple was not asked. */
export const notAskedWords = (
  problem: AtAppleRefused,
  { writes }: Pick<WritesTexts, 'writes'>,
  text: Pick<Texts, 'shell'>,
): string => ownEntry<string>(writes.problems, problem.code) ?? refusedWords(problem, text);

/** The same of what goes through Apple: also why Apple was not asked. */
export const atAppleProblem = (
  problem: AtAppleRefused,
  { writes, words }: Pick<WritesTexts, 'writes'> & { readonly words: LicenceWords },
  text: Pick<Texts, 'shell'>,
): string =>
  ownEntry<string>(writes.problems, problem.code) ??
  sentenceFor(words.problems, problem) ??
  refusedWords(problem, text);
