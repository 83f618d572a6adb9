import { kindOf } from '#programmes/kinds.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Texts } from '#ui/text.ts';

type Words = Pick<Texts, 'shell' | 'format'>;

/** What to do about a deadline, with the real amount: `Hämta kredit, 25 000 kr`. */
export const actionWords = (record: VolymRecord, action: string, text: Words): string => {
  const { actions } = text.shell;
  return Object.hasOwn(actions, action)
    ? actions[action as keyof typeof actions](amountOf(record, text))
    : action;
};

/**
 * A deadline's row: what to do and about what. Of a customer or a token the title itself says which
 * one.
 */
export const rowTitle = (
  record: VolymRecord,
  action: string,
  text: Words,
): { readonly title: string; readonly object: string } => {
  const { actionsOn, objects } = text.shell;
  const name = objectWords(record, text);
  // An authorization that knows no customer is called by its product, and no order is placed for
  // that.
  const isNamed =
    name !== '' && !('customerName' in record.data && record.data.customerName === '');
  if (!isNamed || !Object.hasOwn(actionsOn, action))
    return { title: actionWords(record, action, text), object: name };
  const title = actionsOn[action as keyof typeof actionsOn](name);
  return { title, object: (objects as Readonly<Record<string, string>>)[action] ?? '' };
};

/** What it is about: an order's number, a list's name. */
export const objectWords = (record: VolymRecord, { shell }: Pick<Words, 'shell'>): string => {
  const title = kindOf(record.kind)?.title(record);
  if (title === undefined) return '';
  if ('text' in title) return title.text;
  return (shell.titles as Readonly<Record<string, string>>)[title.code] ?? '';
};

/** The sum of a record that is about one; '' of all others. */
const amountOf = ({ data }: VolymRecord, { format }: Words): string =>
  'amount' in data &&
  'currency' in data &&
  typeof data.amount === 'string' &&
  typeof data.currency === 'string'
    ? format.money(data.amount, data.currency)
    : '';
