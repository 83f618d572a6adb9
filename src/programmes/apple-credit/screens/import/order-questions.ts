import { grouped } from '#core/grouped.ts';
import type { CreditDryRun } from '#programmes/apple-credit/work/import/trial.ts';
import type { Texts } from '#ui/text.ts';
import { toldApart } from '#workspace/screens/import/dry-run/questions/told-apart.ts';
import type { RowQuestion } from '#workspace/screens/import/importing.ts';

/** Names of all orders and batches that a dry run knows, by id. */
export const namesIn = ({ known, plan }: CreditDryRun): ReadonlyMap<string, string> => {
  const names = new Map(known.orders.map(({ id, data }) => [id, data.orderNumber]));
  for (const { id, data } of known.batches) names.set(id, data.name);
  for (const { id, name } of plan.parents) names.set(id, name);
  return names;
};

/** Which of several orders the rows mean that have their number: one question for each number. */
export const orderQuestions = (run: CreditDryRun, text: Texts): readonly RowQuestion[] => {
  const words = text.import;
  const asking = grouped(run.plan.rows, ({ question }) => question?.id ?? '');
  return [...asking].flatMap(([id, rows]): RowQuestion[] => {
    const [first] = rows;
    if (first?.question === undefined) return [];
    return [
      {
        id,
        title: words.asksOrder(first.row, first.orderNumber),
        why: words.asksOrderWhy,
        chosen: first.question.chosen,
        sheets: [...new Set(rows.map(({ sheet }) => sheet))],
        choices: choicesOf(first.question.orders, run, text),
      },
    ];
  });
};

/** Orders with the same number, by what distinguishes them: purchaser, value, day. */
const choicesOf = (
  ids: readonly string[],
  { known }: CreditDryRun,
  { format }: Texts,
): RowQuestion['choices'] => {
  const labels = toldApart(
    ids.map((id) => {
      const order = known.orders.find((record) => record.id === id);
      if (order === undefined) return { label: '', more: [] };
      const { purchaserName, purchaserAppleId, amount, currency, orderDate } = order.data;
      const { orderNumber, institution, purchaseOrderNumber, reseller } = order.data;
      const money = format.money(amount, currency);
      const parts = [purchaserName || purchaserAppleId, money, orderDate];
      return {
        label: parts.filter((part) => part !== '').join(', ') || orderNumber,
        more: [institution, purchaserAppleId, purchaseOrderNumber, reseller],
      };
    }),
  );
  return ids.map((id, at) => ({ id, label: labels[at] ?? '' }));
};
