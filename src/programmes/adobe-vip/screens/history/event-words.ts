import type { VipEvent } from '#programmes/adobe-vip/rules/customer/customer-history.ts';
import { linesOnce } from '#programmes/adobe-vip/rules/order/lines-once.ts';
import { isInvoiced } from '#programmes/adobe-vip/rules/reconcile/invoiced-line.ts';
import { returnState } from '#programmes/adobe-vip/rules/return/return-deadlines.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { RenewalEnd } from '#programmes/adobe-vip/rules/renewal/renewal-end.ts';
import { leftToRenew } from '#programmes/adobe-vip/rules/renewal/renewal-need.ts';
import type { Day } from '#core/day/day.ts';
import type { Texts } from '#ui/text.ts';
import { productWords } from '../vip-words.ts';

type Words = Pick<Texts, 'vip' | 'format'>;
type EventWords = { readonly title: string; readonly details: readonly string[] };

const linesOf = ({ data }: Pick<VipOrder, 'data'>) =>
  linesOnce(data.lines).map(({ line: { product, sku, quantity } }) => ({
    product: product || sku,
    left: quantity,
  }));

/** One thing of a customer's history in words; `who` is the name of who did it, or ''. */
export const eventWords = (event: VipEvent, who: string, text: Words, today: Day): EventWords => {
  const { history } = text.vip;
  switch (event.kind) {
    case 'ordered':
    case 'renewed':
      return orderWords(event, who, text, today);
    case 'withdrawn':
    case 'expired':
      return {
        title: history[event.kind],
        details: [history.by(productWords(event.lines, text), who)],
      };
    case 'removed': {
      const { product, quantity } = event;
      return {
        title: history.removed,
        details: [history.by(text.vip.authorization.what(quantity, product), who)],
      };
    }
    case 'renewal-closed':
    case 'renewal-declined':
      return endWords(event.end, who, text, today);
    default: {
      const lines = event.order?.data.lines ?? {};
      const asked = Object.entries(event.request.data.lines).map(([id, left]) => ({
        product: lines[id]?.product ?? '',
        left,
      }));
      const { reference } = event.request.data;
      // Once Adobe answered, its number is with the answer.
      const isLast = event.kind === `return-${returnState(event.request)}`;
      const number = isLast && reference !== '' ? history.referenceIs(reference) : '';
      return {
        title: history[event.kind],
        details: [history.by(productWords(asked, text), who), number],
      };
    }
  }
};

const endWords = (end: RenewalEnd, who: string, text: Words, today: Day): EventWords => {
  const { history } = text.vip;
  const { kind, plans, lastDay, losing, unnamed } = end;
  const what = text.format.list(
    plans.map((plan) => text.vip.authorization.what(leftToRenew(plan), plan.product)),
  );
  const sentence = (today > lastDay ? history.lapsed : history.lapses)(
    what,
    text.format.dayShort(lastDay, today),
  );
  const more =
    unnamed === 0 ? [] : [losing.length === 0 ? history.users(unnamed) : history.others(unnamed)];
  const names = [...losing, ...more];
  return {
    title: history.by(history[kind], who),
    details: [sentence, names.length === 0 ? '' : history.without(text.format.list(names))],
  };
};

const orderWords = (
  {
    kind,
    order,
    returnUntil,
  }: Extract<VipEvent, { readonly order: VipOrder; readonly returnUntil: Day }>,
  who: string,
  text: Words,
  today: Day,
): EventWords => {
  const { history } = text.vip;
  const { data } = order;
  const lines = linesOf(order);
  const number = data.orderNumber === '' ? '' : history.number(data.orderNumber);
  // Who reads a list in has not placed what is in it.
  const by =
    who === ''
      ? ''
      : history[
          data.origin !== undefined ? 'listedBy' : isInvoiced(data) ? 'invoicedBy' : 'placedBy'
        ](who);
  const until = returnUntil === '' ? '' : untilWords(returnUntil, text, today);
  if (kind === 'renewed') {
    const [first] = Object.values(data.lines);
    const level = data.level === '' ? '' : history.level(data.level);
    const count = lines.reduce((sum, { left }) => sum + left, 0);
    return {
      title: history.renewed(count),
      details: [[level, first?.sku ?? ''].filter(Boolean).join(' · '), number],
    };
  }
  return {
    title: history.ordered(productWords(lines, text)),
    details: [[number, by].filter(Boolean).join(' '), until],
  };
};

const untilWords = (lastDay: Day, { vip: { history }, format }: Words, today: Day): string =>
  lastDay >= today
    ? history.returnUntil(format.day(lastDay, today))
    : history.returnClosed(format.day(lastDay, today));
