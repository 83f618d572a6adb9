import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { Day } from '#core/day/day.ts';
import { saidDay } from '#core/import/import-steps.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import type { Change } from '#core/record/record.ts';
import { WITHDRAWN, type Step } from '#core/record/step.ts';
import type { App } from '#ui/app.svelte.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import { nameOf } from '#workspace/screens/people/who.ts';

/** One line of an order's history: what happened, who did it and when. */
export type HistoryLine = {
  readonly id: string;
  readonly at: number;
  readonly what: string;
  readonly who: string;
};

type Means = { readonly app: Pick<App, 'people'>; readonly text: Texts; readonly today: Day };

/** Changed fields, corrected steps and steps taken back, newest first. */
export const historyLines = (order: CreditOrder, means: Means): HistoryLine[] =>
  [
    ...order.history
      .filter(({ field }) => field !== TRASHED_ON)
      .map((change) => line(change, changeWords(change, order, means), means)),
    ...order.steps.flatMap((step) => {
      const what = stepWords(step, order, means);
      return what === undefined ? [] : [line(step, what, means)];
    }),
  ].sort((a, b) => b.at - a.at);

const line = (
  entry: { id: string; at: number; by: string },
  what: string,
  { app, text }: Means,
): HistoryLine => ({
  id: entry.id,
  at: entry.at,
  what,
  who: nameOf(app, entry.by, text.credit.code),
});

/** Fields that name someone of the workspace by id. */
const PEOPLE = ['owner', 'deputy'];

const changeWords = (
  { field, from, to, asked }: Change,
  order: CreditOrder,
  { app, text, today }: Means,
): string => {
  const words = text.credit.history;
  const name = ownEntry<string>(words.fields, field) ?? words.otherField;
  const say = (value: unknown): string =>
    PEOPLE.includes(field) && typeof value === 'string' && value !== ''
      ? nameOf(app, value, text.credit.code)
      : valueWords(field, value, order.data, text, today);
  if (asked !== undefined) {
    const saying = (value: unknown): string => say(value) || words.nothing;
    const others = asked.map(saying).filter((other) => other !== saying(to));
    const isSecret = from === undefined && to === undefined;
    return words.answered(
      name,
      isSecret ? '' : saying(to),
      text.format.list(others),
      others.length,
    );
  }
  return from === undefined && to === undefined
    ? words.changedSecret(name)
    : words.changed(name, say(from), say(to));
};

const valueWords = (
  field: string,
  value: unknown,
  data: CreditOrderData,
  text: Texts,
  today: Day,
): string => {
  if (typeof value !== 'string' || value === '') return '';
  if (field === 'amount') return text.format.money(value, data.currency);
  if (field === 'orderDate') return text.format.dayShort(value, today);
  return (
    (field === 'channel' ? ownEntry<string>(text.credit.facts.channels, value) : undefined) ?? value
  );
};

const stepWords = (step: Step, order: CreditOrder, { text, today }: Means): string | undefined => {
  const { history, life } = text.credit;
  const isBack = step.kind === WITHDRAWN;
  if (!isBack && step.corrects === undefined) return undefined;
  const about = isBack ? order.steps.find(({ id }) => id === step.withdraws) : step;
  // The record's full history has words for whether it is another order, and for what a newer
  // version wrote.
  const stage = ownEntry<{ readonly done: string }>(life.stages, about?.kind ?? '')?.done;
  if (stage === undefined) return undefined;
  const { reason = '' } = step;
  if (isBack) return history.stepTakenBack(stage, reason);
  const on = saidDay(step);
  return history.stepCorrected(stage, on === '' ? '' : text.format.dayShort(on, today), reason);
};
