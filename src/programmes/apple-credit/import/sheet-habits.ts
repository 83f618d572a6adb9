import type { Answers, Question } from '#core/import/file-question.ts';
import {
  habitsIn,
  questionsIn,
  type AllWritten,
  type Habits,
  type Written,
} from '#core/import/written-habits.ts';
import { seenText } from './code-text.ts';
import type { RecognisedSheet } from './recognised-sheet.ts';

/**
 * How the file writes sums and dates. A date as `31/12/2026` or a sum as `1.250,50` settles what is
 * unclear elsewhere.
 */
export const habitsOf = (sheets: readonly RecognisedSheet[], answers: Answers): Habits =>
  habitsIn(allWritten(sheets), answers);

/** What is unclear in the file, once for each mark: the first place, and what it can mean there. */
export const questionsOf = (sheets: readonly RecognisedSheet[]): Question[] =>
  questionsIn(allWritten(sheets));

const allWritten = (sheets: readonly RecognisedSheet[]): AllWritten => ({
  amounts: writtenIn(sheets, ['amount']),
  days: writtenIn(sheets, ['orderDate', 'readyOn']),
});

/**
 * The texts under some fields, cells stored as numbers left out: those are no one's way of writing.
 */
const writtenIn = (sheets: readonly RecognisedSheet[], fields: readonly string[]): Written[] =>
  sheets.flatMap(({ name, columns, rows, preamble }) => {
    const indexes = columns.filter(({ field }) => fields.includes(field)).map(({ index }) => index);
    const above = preamble.filter(({ field, isNumber }) => fields.includes(field) && !isNumber);
    const below = indexes.length === 0 ? [] : rows;
    return [
      ...above.map(({ row, written }) => ({ sheet: name, row, written })),
      ...below.flatMap(({ number, cells, numbers }) =>
        indexes
          .filter((index) => !numbers?.includes(index))
          .map((index) => ({ sheet: name, row: number, written: seenText(cells[index] ?? '') })),
      ),
    ].filter(({ written }) => written !== '');
  });
