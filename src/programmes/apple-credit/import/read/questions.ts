import type { Question } from '#core/import/file-question.ts';
import { writtenQuestions } from './habits.ts';
import { numberQuestions } from './number-question.ts';
import { sumsAskedIn, type SumsAsked } from './sum-question.ts';
import type { RecognisedSheet } from './values.ts';

/** What is unclear in the file, each once for all its rows. */
export const questionsOf = (
  sheets: readonly RecognisedSheet[],
  { questions }: Pick<SumsAsked, 'questions'> = sumsAskedIn(sheets),
): Question[] => [...numberQuestions(sheets), ...writtenQuestions(sheets), ...questions];
