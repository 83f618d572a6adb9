import { NUMBERED } from '#programmes/apple-licences/rules/api/failure-code.ts';
import type { FailedRow } from '#programmes/apple-licences/rules/sync/apple-rows.ts';
import type { WorkedOff } from '#programmes/apple-licences/work/through-apple/work-off.ts';
import type { Texts } from '#ui/text.ts';
import type { WritesTexts } from './load-writes-text.ts';
import { noAnswerWords } from './no-answer-words.ts';

/** Those who failed for one reason, with what it means and what to do. */
export type FailedGroup = {
  readonly number: number;
  readonly means: string;
  readonly todo: string;
  readonly rows: readonly FailedRow[];
};

/** The failed rows by Apple's number, the number that most failed with first. */
export const failedGroups = (
  failed: readonly FailedRow[],
  { writes, noAnswer }: WritesTexts,
  format: Texts['format'],
): FailedGroup[] => {
  const byNumber = new Map<number, FailedRow[]>();
  for (const row of failed) byNumber.set(row.number, [...(byNumber.get(row.number) ?? []), row]);
  return [...byNumber]
    .map(([number, rows]) => {
      const sentences =
        number === 0
          ? writes.noNumber
          : noAnswerWords({ code: NUMBERED, number }, noAnswer, format);
      return { number, means: sentences.means, todo: sentences.todo, rows };
    })
    .toSorted((a, b) => b.rows.length - a.rows.length);
};

/** Whether all went as wished: nothing has to be told but that. */
export const wentWell = ({ failed, unclear, left, problem }: WorkedOff): boolean =>
  failed.length === 0 && unclear.length === 0 && left === 0 && problem === undefined;

/** How many it was about in all. */
export const allOf = ({ ok, failed, unclear, left }: WorkedOff): number =>
  ok.length + failed.length + unclear.length + left;
