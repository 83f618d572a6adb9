import { TRASHED_ON } from '#core/record/trash.ts';
import type { Answer, Clash } from '#core/record/record.ts';

/**
 * The answers of a question, each value once, as it was given last. Whoever deleted a record, and
 * on whatever day: it is one answer.
 */
export const distinctAnswers = ({ field, answers }: Clash): Answer[] => {
  const saying = ({ value }: Answer): string =>
    field === TRASHED_ON ? `${value === ''}` : JSON.stringify(value);
  return [...new Map(answers.map((answer) => [saying(answer), answer])).values()];
};
