import type { Day } from '#core/day/day.ts';
import { sentenceFor, type Sentences } from '#core/language/sentence.ts';
import type { CommonProblem, Problem } from '#core/result.ts';
import { refusedWords } from '#ui/say-refused.ts';
import type { Texts } from '#ui/text.ts';
import { daysWritten } from './days-written.ts';

/**
 * What VIP has a sentence for, and what the words of every screen say: a refusal that neither knows
 * does not compile. That there was nothing to follow is never reported.
 */
export type VipSaid = Problem<
  keyof Texts['vip']['problems'] | CommonProblem['code'] | 'nothing-to-follow' | 'changed-in-part'
>;

type Words = Pick<Texts, 'vip' | 'format' | 'shell'>;

/** A refusal as a sentence that says what to do; the days in it as people write them. */
export const vipProblem = (problem: VipSaid, text: Words, today: Day): string =>
  vipSentence(daysWritten(problem, text, today), text);

/**
 * The same on a screen with sentences of its own, which come first: `own` has one for each code
 * that VIP has none for.
 */
export const problemOfScreen = <More extends string>(
  problem: Problem<VipSaid['code'] | More>,
  own: Sentences<More>,
  text: Words,
  today: Day,
): string => {
  const written = daysWritten(problem, text, today);
  return sentenceFor(own, written) ?? vipSentence(written, text);
};

const vipSentence = <Code extends string>(written: Problem<Code>, text: Words): string =>
  sentenceFor(text.vip.problems, written) ?? refusedWords(written, text);
