import { linesOnce } from '#programmes/adobe-vip/rules/order/lines-once.ts';
import type { OrderLine, VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { RenewalEvent } from '#programmes/adobe-vip/rules/renewal/renewal-history.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import type { App } from '#ui/app.svelte.ts';
import { csvTable, saveTable } from '#ui/csv-table.ts';
import type { Texts } from '#ui/text.ts';

/** A product of an order that renewed, or a customer that did not. */
type Line = {
  readonly event: RenewalEvent;
  readonly ordered: { readonly order: VipOrder['data']; readonly line: OrderLine } | undefined;
};

const linesOf = (event: RenewalEvent): Line[] => {
  if (event.kind === 'declined') return [{ event, ordered: undefined }];
  const order = event.order.data;
  return linesOnce(order.lines).map(({ line }) => ({ event, ordered: { order, line } }));
};

/**
 * The history of renewals as a csv file, a line for each product of an order and one for each
 * customer that did not renew.
 */
export const renewalHistoryTable = (
  events: readonly RenewalEvent[],
  { vipRenewals: words, language }: Pick<Texts, 'vipRenewals' | 'language'>,
): Promise<string> => {
  const heads = words.csvHeads;
  const stateOf = (event: RenewalEvent): string => {
    if (event.kind === 'declined') return words.event.declined;
    return event.timing === undefined ? '' : words.timing[event.timing];
  };
  return csvTable<Line>(
    [
      [heads.customer, ({ event }) => event.customer.data.name],
      [heads.vipId, ({ event }) => event.customer.data.vipId],
      [heads.on, ({ event }) => event.on],
      [heads.state, ({ event }) => stateOf(event)],
      [heads.anniversary, ({ ordered }) => ordered?.order.renews ?? ''],
      [heads.orderNumber, ({ ordered }) => ordered?.order.orderNumber ?? ''],
      [heads.purchaseOrderNumber, ({ ordered }) => ordered?.order.purchaseOrderNumber ?? ''],
      [heads.product, ({ ordered }) => ordered?.line.product ?? ''],
      [heads.level, ({ ordered }) => ordered?.order.level ?? ''],
      [heads.sku, ({ ordered }) => ordered?.line.sku ?? ''],
      [heads.renewed, ({ ordered }) => ordered?.line.quantity ?? ''],
    ],
    events.flatMap(linesOf),
    language,
  );
};

/** Hands the history of renewals to the device as a file of the day. */
export const saveRenewalHistory = async (
  { today }: Pick<App, 'today'>,
  events: readonly RenewalEvent[],
  { language }: Pick<Texts, 'language'>,
): Promise<void> => {
  const vipRenewals = await loadAdobeVipWords(language, 'vipRenewals');
  const table = await renewalHistoryTable(events, { vipRenewals, language });
  saveTable(vipRenewals.historyName, today, table);
};
