import type { LifeRow, LifeStage } from '#programmes/apple-credit/rules/order/life-line.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { type Day, addDays } from '#core/day/day.ts';
import { urgencyOf } from '#core/reminder/deadline.ts';
import { inboxCount } from '#programmes/apple-credit/rules/order/order-life.ts';
import { WARNING_DAYS } from '#programmes/apple-credit/rules/editions.ts';
import type { App } from '#ui/app.svelte.ts';
import type { LifeStep } from '#ui/tape/life-step.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import { saidDay } from '#core/import/import-steps.ts';
import { nameOf } from '#workspace/screens/people/who.ts';

/**
 * What a row's menu may do; `enter` is for a day that is not given yet, `reject` for Apple's other
 * answer.
 */
export type LifeAction = 'enter' | 'reject' | 'correct' | 'take-back';

/** What the words of a life line are made of. */
type Means = {
  readonly app: Pick<App, 'people'>;
  readonly text: Texts;
  readonly today: Day;
  readonly mayChange: boolean;
  onaction(action: LifeAction, row: LifeRow): void;
};

/** Stages that a person may say themselves, before or after what they are about. */
const ENTERED: readonly LifeStage[] = ['validated', 'ready', 'resent', 'downloaded'];

/** One row of the life line as it is drawn. */
export const lifeStep = (row: LifeRow, order: CreditOrder, means: Means, at: number): LifeStep => {
  const { text, today } = means;
  const words = text.credit.life;
  const stage = words.stages[row.stage];
  const title = row.state === 'now' ? stage.now : row.state === 'later' ? stage.later : stage.done;
  const menu = menuOf(row, inboxCount(order.data, order.steps) !== undefined, means);
  return {
    // A step can be called anything, also as a row that has none.
    id: row.step === undefined ? `${row.stage}-${at}` : `step ${row.step.id}`,
    state: row.state === 'ended' ? 'stopped' : row.state,
    title,
    stateLabel: words[row.state === 'ended' ? 'stopped' : row.state],
    ...dateOf(row, text, today),
    ...present('note', noteOf(row, order, means)),
    ...(menu.length === 0 ? {} : { menu: { label: words.menu(title), items: menu } }),
  };
};

const present = <Key extends string>(key: Key, value: string): Partial<Record<Key, string>> =>
  (value === '' ? {} : { [key]: value }) as Partial<Record<Key, string>>;

const dateOf = (
  row: LifeRow,
  { credit, format }: Texts,
  today: Day,
): Pick<LifeStep, 'date' | 'urgency'> => {
  if (row.on !== undefined) return { date: format.dayShort(row.on, today) };
  if (row.lastDay === undefined) return row.state === 'done' ? { date: credit.life.noDay } : {};
  const day = format.dayShort(row.lastDay, today);
  const { lastDay, lastDayProvisional, wasLastDay } = credit.life;
  const urgency = urgencyOf(
    { on: row.lastDay, warnFrom: addDays(row.lastDay, -WARNING_DAYS) },
    today,
  );
  return {
    date: row.isLate ? wasLastDay(day) : (row.provisional ? lastDayProvisional : lastDay)(day),
    urgency,
  };
};

const noteOf = (row: LifeRow, order: CreditOrder, { app, text }: Means): string => {
  const { life } = text.credit;
  const { step } = row;
  const note = step?.note ?? '';
  if (row.state === 'later') return '';
  if (row.state === 'now')
    return row.stage === 'downloaded' && !row.isLate ? life.containsCode : '';
  const own: Partial<Record<LifeStage, string>> = {
    ordered: life.orderedBy(
      step === undefined ? '' : nameOf(app, step.by, text.credit.code),
      life.channels[order.data.channel],
    ),
    validated: step === undefined ? '' : life.validated,
    ready: step === undefined ? '' : life.mailTo(order.data.purchaserAppleId),
    resent: life.mailTo(order.data.purchaserAppleId),
    redeemed: life.redeemedOn(step?.data?.account ?? '', step?.data?.place ?? ''),
  };
  const by = step === undefined ? '' : nameOf(app, step.by, text.credit.code);
  const unsaid = step !== undefined && saidDay(step) === '' ? life.dayUnsaid : '';
  const corrected = step?.corrects === undefined ? '' : life.corrected(step.reason ?? '');
  return [note || (own[row.stage] ?? by), unsaid, corrected]
    .filter((part) => part !== '')
    .join(' · ');
};

const menuOf = (row: LifeRow, isOrdered: boolean, { text, mayChange, onaction }: Means) => {
  if (!mayChange) return [];
  const words = text.credit.life;
  const item = (action: LifeAction, label: string) => ({
    label,
    onpress: () => onaction(action, row),
  });
  if (row.step !== undefined)
    return [item('correct', words.correct), item('take-back', words.takeBack)];
  // The mail may come before Apple's check was noted; what else is ahead waits for its turn.
  const isTurn = row.state !== 'later' || (row.stage === 'ready' && isOrdered);
  if (!isTurn || !ENTERED.includes(row.stage)) return [];
  const other = row.stage === 'validated' ? [item('reject', text.credit.menu.rejected)] : [];
  return [item('enter', words.enterDay), ...other];
};
