import { addDays, type Day } from '#core/day/day.ts';
import { newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import type { CreditOrderData } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { draftOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { RedemptionCodeData } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { madeOf, stepOf, type Example, type ExampleMeans } from '#core/example.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import { bjorkdalen } from '#data/demo/bjorkdalen.ts';
import { bjorkdalenCredit, type DemoBatch, type DemoOrder } from './bjorkdalen-credit.ts';

type Means = Omit<ExampleMeans, 'keyedId'>;

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/**
 * The credit of the example workspace, its days counted back from today, so that every state is to
 * be seen.
 */
export const creditExample = async (means: Means): Promise<Draft[]> => {
  const orders = bjorkdalenCredit.orders.map((order) => orderDraft(order, means.doing));
  const credit = await Promise.all(
    bjorkdalenCredit.orders.flatMap(({ hasCode }, at) =>
      hasCode ? [creditCode(orders[at] as Draft<CreditOrderData>, means)] : [],
    ),
  );
  const batches = await Promise.all(
    bjorkdalenCredit.batches.map((batch) => batchDrafts(batch, means)),
  );
  return [...orders, ...credit, ...batches.flat()];
};

const orderDraft = (order: DemoOrder, doing: Doing): Draft<CreditOrderData> => {
  const ago = (days: number): Day => addDays(doing.today, -days);
  const { purchaserName, purchaserAppleId, buyerAppleId, inboxLink, reseller } = bjorkdalenCredit;
  const { orderNumber, amount, channel } = order;
  const draft = madeOf(
    draftOrder(
      doing.newId(),
      {
        orderNumber,
        amount,
        channel,
        institution: bjorkdalen.workspace,
        purchaserName,
        purchaserAppleId,
        inboxLink,
        currency: 'SEK',
        ...(channel === 'reseller' ? { reseller } : { buyerAppleId }),
        orderDate: ago(order.arrived + 7),
      },
      doing,
    ),
  );
  const road = [
    { kind: 'ordered', ago: order.arrived + 7 },
    { kind: 'validated', ago: order.arrived + 4 },
    { kind: 'ready', ago: order.arrived },
  ];
  return {
    ...draft,
    steps: [...road, ...order.then].map((step) => stepOf(step.kind, ago(step.ago), doing)),
  };
};

const madeUpCode = (start: string, length: number, { randomIndex }: Means): string =>
  start + Array.from({ length }, () => LETTERS[randomIndex(LETTERS.length)]).join('');

const codeDraft = async (
  code: string,
  parent: string,
  data: Pick<RedemptionCodeData, 'usage' | 'number'>,
  means: Means,
): Promise<Draft<RedemptionCodeData>> => {
  const id = await means.fingerprint(code);
  const sealed = await means.seal(code, { id, field: 'sealed' });
  return {
    id,
    kind: 'redemption-code',
    programme: 'apple-credit',
    parent,
    data: { v: 1, ...data, sealed },
    steps: [],
  };
};

const creditCode = async (order: Draft<CreditOrderData>, means: Means): Promise<Draft> => {
  const code = await codeDraft(
    madeUpCode('XFAKEDEMO', 8, means),
    order.id,
    { usage: 'credit', number: 1 },
    means,
  );
  const redeemed = (order.steps ?? []).find(({ kind }) => kind === 'redeemed');
  if (redeemed === undefined) return code;
  const data = { account: order.data.purchaserAppleId, place: 'Apple School Manager' };
  return { ...code, steps: [stepOf('redeemed', redeemed.on, means.doing, data)] };
};

const batchDrafts = async (batch: DemoBatch, means: Means): Promise<Draft[]> => {
  const { doing } = means;
  const bought = addDays(doing.today, -batch.bought);
  const made = newBatch(doing.newId(), {
    name: batch.name,
    product: batch.name,
    orderNumber: batch.orderNumber,
    purchaseDate: bought,
    owner: doing.by,
  });
  const count = batch.redeemed + batch.handedOut + batch.free;
  const codes = await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const code = await codeDraft(
        madeUpCode('FAKE', 8, means),
        made.id,
        { usage: 'app', number: at + 1 },
        means,
      );
      return { ...code, steps: stepsOfCode(at, batch, bought, doing) };
    }),
  );
  return [made, ...codes];
};

const stepsOfCode = (at: number, batch: DemoBatch, bought: Day, doing: Doing): Step[] => {
  if (at >= batch.redeemed + batch.handedOut) return [];
  const to = `Klass ${(at % 9) + 1}A`;
  const given = addDays(bought, Math.min(batch.bought, 2 + at));
  const handedOut = stepOf('handed-out', given, doing, { to });
  return at < batch.redeemed
    ? [handedOut, stepOf('redeemed', given, doing, { account: to, place: '' })]
    : [handedOut];
};

/** The credit of the example. */
export const example: Example = { records: creditExample };
