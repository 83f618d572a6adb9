import { grouped } from '#core/grouped.ts';
import type { CreditDryRun } from '#programmes/apple-credit/work/import/trial.ts';
import type { Texts } from '#ui/text.ts';
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
        choices: first.question.orders.map((order) => ({
          id: order,
          label: describeOrder(order, run, text),
        })),
      },
    ];
  });
};

/** What distinguishes orders with the same number: purchaser, value, day. */
const describeOrder = (id: string, { known }: CreditDryRun, { format }: Texts): string => {
  const order = known.orders.find((record) => record.id === id);
  if (order === undefined) return '';
  const { purchaserName, purchaserAppleId, amount, currency, orderDate, orderNumber } = order.data;
  const parts = [purchaserName || purchaserAppleId, format.money(amount, currency), orderDate];
  return parts.filter((part) => part !== '').join(', ') || orderNumber;
};
