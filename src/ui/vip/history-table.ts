import { historyLines } from '#domain/adobe-vip/history-lines.ts';
import type { CustomerBook } from '#domain/adobe-vip/plans.ts';
import type { Day } from '#domain/day.ts';
import { separatedText } from '#domain/sheet.ts';
import { saveFile } from '#platform/save-file.ts';
import type { App } from '../app.svelte.ts';
import type { Texts } from '../text.ts';
import { loadVipTablesText, type VipTableWords } from './load-vip-tables-text.ts';

/** A Byte Order Mark, without which Excel takes å for two letters. */
const BOM = '\ufeff';

const HEADS = [
  ...(['on', 'kind', 'product', 'sku', 'quantity', 'orderNumber', 'purchaseOrderNumber', 'requestNumber'] as const),
  ...(['reference', 'state', 'lastDay', 'returnUntil', 'by'] as const),
] as const;

type Given = { readonly words: VipTableWords['history']; readonly language: Texts['language'] };

/** A customer's history as a csv file (C8), a line for each product; `who` answers the name of a person. */
export const historyTable = (
  book: Omit<CustomerBook, 'customer'>,
  who: (person: string) => string,
  today: Day,
  { words, language }: Given,
): string => {
  const rows = historyLines(book, today).map((line) => {
    const { kind, state, by, quantity } = line;
    const said = { kind: words.kinds[kind], state: state && words.states[state], by: who(by), quantity: `${quantity}` };
    return HEADS.map((head) => ({ ...line, ...said })[head]);
  });
  const heads = HEADS.map((head) => words.heads[head]);
  return BOM + separatedText([heads, ...rows], language === 'sv' ? ';' : ',');
};

/** Hands a customer's history to the device as a file of its name and the day. */
export const saveHistory = async (
  { people, today }: Pick<App, 'people' | 'today'>,
  { customer, ...book }: CustomerBook,
  { language }: Pick<Texts, 'language'>,
): Promise<void> => {
  const { history: words } = await loadVipTablesText(language);
  const who = (id: string): string => people.find((person) => person.id === id)?.data.name ?? '';
  // What a name may have and a file may not.
  const name = (customer.data.name || customer.data.vipId).replace(/[\\/:*?"<>|\s]+/g, '-');
  saveFile(`${words.file(name)}-${today}.csv`, historyTable(book, who, today, { words, language }), 'text/csv');
};
