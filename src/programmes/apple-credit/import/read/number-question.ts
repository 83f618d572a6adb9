import type { Answers, Question } from '#core/import/file-question.ts';
import type { RecognisedSheet } from './values.ts';

const ID = 'order-number';

/**
 * Whether the numbers that stand alone among codes are those of orders: one question for all of them.
 * A number may be a code after all, so that the question does not say it.
 */
export const numberQuestions = (sheets: readonly RecognisedSheet[]): Question[] =>
  sheets
    .flatMap(({ name, numberRows: [row] = [] }) =>
      row === undefined ? [] : [{ sheet: name, row, written: '' }],
    )
    .slice(0, 1)
    .map((place) => ({
      id: ID,
      kind: 'order-number',
      ...place,
      choices: ['yes', 'no'].map((id) => ({ id, reads: '' })),
    }));

/** Whether someone said that such numbers are those of the codes below them. */
export const areOrderNumbers = (answers: Answers): boolean => answers[ID] === 'yes';
