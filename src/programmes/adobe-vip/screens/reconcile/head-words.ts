import type { ReconcileRow } from '#programmes/adobe-vip/rules/reconcile/row.ts';
import { hasVipIdShape, vipIdText } from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import type { Texts } from '#ui/text.ts';
import type { Reconciling } from './reconciling.svelte.ts';

/** What is compared: the file, how many lines against how many orders, and when it was read. */
export const headWords = (
  { runs, sizes }: Pick<Reconciling, 'runs' | 'sizes'>,
  { vipReconcile: words, format }: Pick<Texts, 'vipReconcile' | 'format'>,
  now: number,
): string => {
  const files = [...new Set(runs.map(({ data }) => data.fileName))];
  const file = files.length > 1 ? words.files(files.length) : (files[0] ?? '');
  const read = Math.max(0, ...runs.flatMap(({ steps }) => steps.map(({ at }) => at)));
  return words.sub(file, sizes.lines, sizes.orders, read === 0 ? '' : format.when(read, now));
};

/** What an invoice says of a customer who is not here, as the form of a new one takes it. */
export const newCustomerOf = ({
  theirs: [line],
}: Pick<ReconcileRow, 'theirs'>): Readonly<Record<string, string>> => {
  if (line === undefined) return {};
  const { customerName, customerNumber } = line.data;
  const number = vipIdText(customerNumber);
  const id: Readonly<Record<string, string>> = hasVipIdShape(number)
    ? { vipId: number }
    : { marketplaceId: customerNumber };
  return { name: customerName, ...(number === '' ? {} : id) };
};
