import type { Answers, Question } from '#core/import/file-question.ts';
import {
  habitsIn,
  questionsIn,
  writtenUnder,
  type AllWritten,
  type Habits,
  type Written,
} from '#core/import/written-habits.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { seenText } from './code-text.ts';
import type { RecognisedSheet } from './values.ts';

/**
 * How the file writes sums and dates. A date as `31/12/2026` or a sum as `1.250,50` settles what is
 * unclear elsewhere.
 */
export const habitsOf = (sheets: readonly RecognisedSheet[], answers: Answers): Habits =>
  habitsIn(allWritten(sheets), answers);

/** What sums and dates are unclear in the file, once for each mark: the first place, and what it can mean there. */
export const writtenQuestions = (sheets: readonly RecognisedSheet[]): Question[] =>
  questionsIn(allWritten(sheets));

const allWritten = (sheets: readonly RecognisedSheet[]): AllWritten => ({
  amounts: writtenIn(sheets, ['amount']),
  days: writtenIn(sheets, ['orderDate', 'readyOn']),
});

/** The texts in some fields, and what lines above the headings say about them. */
const writtenIn = (sheets: readonly RecognisedSheet[], fields: readonly string[]): Written[] =>
  sheets.flatMap(({ name, columns, rows, preamble }) => {
    const indexes = columns.filter(({ field }) => fields.includes(field)).map(({ index }) => index);
    const above = preamble
      .filter(
        ({ field, isNumber, written }) => fields.includes(field) && !isNumber && written !== '',
      )
      .map(({ row, written }) => ({ sheet: name, row, written }));
    const textOf = ({ cells }: SheetRow, index: number): string => seenText(cells[index] ?? '');
    return [...above, ...writtenUnder({ name, rows }, indexes, textOf)];
  });
