import type { Day } from '#core/day/day.ts';
import { sentenceFor } from '#core/language/sentence.ts';
import type { Problem } from '#core/result.ts';
import { refusedWords } from '#ui/say-refused.ts';
import type { Texts } from '#ui/text.ts';
import { daysWritten } from './days-written.ts';

/** A refusal as a sentence that says what to do; the days in it as people write them. */
export const vipProblem = (
  problem: Problem,
  text: Pick<Texts, 'vip' | 'format' | 'shell'>,
  today: Day,
): string =>
  sentenceFor(text.vip.problems, daysWritten(problem, text, today)) ?? refusedWords(problem, text);
