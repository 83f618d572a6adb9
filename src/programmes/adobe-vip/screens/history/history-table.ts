import { historyLines } from '#programmes/adobe-vip/rules/order/history-lines.ts';
import type { CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { renewalEnds } from '#programmes/adobe-vip/rules/renewal/renewal-end.ts';
import type { AsOf } from '#core/day/local-time.ts';
import { saveFile } from '#platform/browser/save-file.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { namesOfPeople } from '../customer/names-of-people.ts';
import { sheetText } from '#ui/sheet-text.ts';
import { loadVipTablesText, type VipTableWords } from '#programmes/adobe-vip/words/load.ts';

const HEADS = [
  'on',
  'kind',
  'product',
  'sku',
  'quantity',
  'orderNumber',
  'purchaseOrderNumber',
  'requestNumber',
  'reference',
  'state',
  'lastDay',
  'returnUntil',
  'by',
] as const;

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
): string => {
  const rows = historyLines(book, asOf, renewalEnds(book, asOf)).map((line) => {
    const { kind, state, by, quantity } = line;
    const texts = {
      kind: words.kinds[kind],
      state: state && words.states[state],
      by: who(by),
      quantity: `${quantity}`,
    };
    const written = { ...line, ...texts };
    return HEADS.map((head) => written[head]);
  });
  const heads = HEADS.map((head) => words.heads[head]);
  return sheetText([heads, ...rows], language);
};

/** Hands a customer's history to the device as a file of its name and the day. */
export const saveHistory = async (
  { records, today, hour }: Pick<App, 'records' | 'today' | 'hour'>,
  book: CustomerBook,
  { language }: Pick<Texts, 'language'>,
): Promise<void> => {
  const [{ history: words }, who] = await Promise.all([
    loadVipTablesText(language),
    namesOfPeople(records),
  ]);
  // What a name may have and a file may not.
  const { data } = book.customer;
  const name = (data.name || data.vipId).replace(/[\\/:*?"<>|\s]+/g, '-');
  saveFile(
    `${words.file(name)}-${today}.csv`,
    historyTable(book, who, hour, { words, language }),
    'text/csv',
  );
};
