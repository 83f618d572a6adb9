import { codeBooks } from './code-books.ts';
import { codeSheets } from './code-sheets.ts';
import { codeWritings } from './code-writings.ts';
import { creditBooks } from './credit-books.ts';
import { creditOrders } from './credit-orders.ts';
import { hardBooks } from './hard-books.ts';
import { hardCells } from './hard-cells.ts';
import { installLists } from './install-lists.ts';
import { licenceLists } from './licence-lists.ts';
import { listsBeside } from './lists-beside.ts';
import { noSheets } from './no-sheets.ts';
import { oddHeadings } from './odd-headings.ts';
import { otherThings } from './other-things.ts';
import { peopleLists } from './people-lists.ts';
import { savedAnswerFiles } from './saved-answers.ts';
import type { Expected, Shape } from './shape.ts';
import { vipCustomers } from './vip-customers.ts';
import { vipHolders } from './vip-holders.ts';
import { vipMoney } from './vip-money.ts';
import { vipPurchases } from './vip-purchases.ts';
import { encoded } from './written.ts';

const shapes: readonly Shape[] = [
  codeSheets,
  codeWritings,
  codeBooks,
  creditOrders,
  creditBooks,
  licenceLists,
  installLists,
  peopleLists,
  listsBeside,
  vipCustomers,
  vipHolders,
  vipPurchases,
  vipMoney,
  savedAnswerFiles,
  oddHeadings,
  hardCells,
  hardBooks,
  noSheets,
  otherThings,
].flat();

/** What the list of expectations says of one file. */
export type Listed = {
  readonly seen: string;
  readonly expected: Expected;
};

/** The list of expectations, beside the files. */
export const LIST = 'expected.json';

/** The files of the corpus with their bytes, and the list of what is expected of each. */
export const corpusFiles = (): ReadonlyMap<string, Uint8Array<ArrayBuffer>> => {
  const files = new Map(shapes.map(({ file, bytes }) => [file, bytes]));
  if (files.size !== shapes.length) throw new Error('two shapes have one name');
  const listed = shapes.map(({ file, seen, expected }): [string, Listed] => [
    file,
    { seen, expected },
  ]);
  const list = JSON.stringify(Object.fromEntries(listed), undefined, 2);
  return files.set(LIST, encoded(`${list}\n`));
};
