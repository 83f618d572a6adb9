import { kindOf } from '#programmes/kinds.ts';
import type { DeadlineAction, NoAction } from '#core/reminder/deadline-action.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Texts } from '#ui/text.ts';

type Words = Pick<Texts, 'shell' | 'format'>;

/** Some actions are about someone, and some of those say what besides. */
type WordsOnSome = Readonly<Partial<Record<DeadlineAction | NoAction, (name: string) => string>>>;
type ObjectsOfSome = Readonly<Partial<Record<DeadlineAction | NoAction, string>>>;

/** What to do about a deadline, with the real amount: `Hämta kredit, 25 000 kr`. */
export const actionWords = (
  record: VolymRecord,
  action: DeadlineAction | NoAction,
  text: Words,
): string => (action === '' ? '' : text.shell.actions[action](amountOf(record, text)));

/**
 * A deadline's row: what to do and about what. Of a customer or a token the title itself says which
 * one.
 */
export const rowTitle = (
  record: VolymRecord,
  action: DeadlineAction | NoAction,
  text: Words,
): { readonly title: string; readonly object: string } => {
  const actionsOn: WordsOnSome = text.shell.actionsOn;
  const objects: ObjectsOfSome = text.shell.objects;
  const name = objectWords(record, text);
  // An authorization that knows no customer is called by its product, and no order is placed for
  // that.
  const isNamed =
    name !== '' && !('customerName' in record.data && record.data.customerName === '');
  const titleOf = isNamed ? actionsOn[action] : undefined;
  return titleOf === undefined
    ? { title: actionWords(record, action, text), object: name }
    : { title: titleOf(name), object: objects[action] ?? '' };
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
