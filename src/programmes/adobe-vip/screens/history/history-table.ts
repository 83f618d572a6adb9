import { historyLines } from '#programmes/adobe-vip/rules/order/history-lines.ts';
import type { CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { renewalEnds } from '#programmes/adobe-vip/rules/renewal/renewal-end.ts';
import type { AsOf } from '#core/day/local-time.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { namesOfPeople } from '../customer/names-of-people.ts';
import { csvTable, saveTable } from '#ui/csv-table.ts';
import { loadAdobeVipWords, type VipTableWords } from '#programmes/adobe-vip/words/load.ts';

type Given = { readonly words: VipTableWords['history']; readonly language: Texts['language'] };

/**
 * A customer's history as a csv file (C8), a line for each product; `who` answers the name of a
 * person.
 */
export const historyTable = (
  book: CustomerBook,
  who: (person: string) => string,
  asOf: AsOf,
  { words, language }: Given,
): Promise<string> => {
  const { heads, kinds, states } = words;
  return csvTable(
    [
      [heads.on, ({ on }) => on],
      [heads.kind, ({ kind }) => kinds[kind]],
      [heads.product, ({ product }) => product],
      [heads.sku, ({ sku }) => sku],
      [heads.quantity, ({ quantity }) => quantity],
      [heads.orderNumber, ({ orderNumber }) => orderNumber],
      [heads.purchaseOrderNumber, ({ purchaseOrderNumber }) => purchaseOrderNumber],
      [heads.requestNumber, ({ requestNumber }) => requestNumber],
      [heads.reference, ({ reference }) => reference],
      [heads.state, ({ state }) => state && states[state]],
      [heads.lastDay, ({ lastDay }) => lastDay],
      [heads.returnUntil, ({ returnUntil }) => returnUntil],
      [heads.by, ({ by }) => who(by)],
    ],
    historyLines(book, asOf, renewalEnds(book, asOf)),
    language,
  );
};

/** Hands a customer's history to the device as a file of its name and the day. */
export const saveHistory = async (
  { records, today, hour }: Pick<App, 'records' | 'today' | 'hour'>,
  book: CustomerBook,
  { language }: Pick<Texts, 'language'>,
): Promise<void> => {
  const [{ history: words }, who] = await Promise.all([
    loadAdobeVipWords(language, 'vipTables'),
    namesOfPeople(records),
  ]);
  // What a name may have and a file may not.
  const { data } = book.customer;
  const name = (data.name || data.vipId).replace(/[\\/:*?"<>|\s]+/g, '-');
  saveTable(words.file(name), today, await historyTable(book, who, hour, { words, language }));
};
