import type { ReconcileRow } from '#programmes/adobe-vip/rules/reconcile/row.ts';
import type { Day } from '#core/day/day.ts';
import type { Texts } from '#ui/text.ts';

type Person = { readonly id: string; readonly data: { readonly name: string } };

/** What was answered about a row, by whom and when; '' where nothing was. */
export const answerWords = (
  { answer, isPairedByHand }: ReconcileRow,
  people: readonly Person[],
  { vipReconcile: { answers }, format }: Pick<Texts, 'vipReconcile' | 'format'>,
  today: Day,
): string => {
  if (answer === undefined) return isPairedByHand ? answers.paired : '';
  const who = people.find(({ id }) => id === answer.by)?.data.name ?? '';
  return answers.by(answers[answer.kind], who, format.dayShort(answer.on, today));
};
