import { textIn } from '#core/record/fields.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import { isAmount } from '#core/money.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Texts } from '#ui/text.ts';

type Named = Readonly<Record<string, string>>;

/** What an answer is put into words with. */
export type AnswerMeans = {
  readonly text: Words;
  readonly today: string;
  readonly people: readonly Person[];
};

type Words = Pick<Texts, 'shell' | 'sync' | 'recordWords' | 'format'>;

/** Fields that hold a sum of the record's currency. */
const SUM = /^amount$|Amount$|Price$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** The name of a field as its form calls it; undefined of one that no form of this version has. */
export const fieldInForm = (
  field: string,
  { recordWords, sync: { conflict } }: Pick<Texts, 'sync' | 'recordWords'>,
): string | undefined => {
  if (field === TRASHED_ON) return conflict.trash.field;
  return ownEntry(recordWords.fields, field) ?? ownEntry<string>(conflict.fields, field);
};

/** The name of a field that two devices answered differently, as its form calls it. */
export const fieldWords = (field: string, text: Pick<Texts, 'sync' | 'recordWords'>): string =>
  fieldInForm(field, text) ?? text.sync.conflict.otherField;

/**
 * One answer in words, with the sum, day, name or choice that it means; an empty value is described
 * as empty.
 */
export const answerWords = (
  record: VolymRecord,
  field: string,
  value: unknown,
  means: AnswerMeans,
): string => {
  const { text, people } = means;
  const words = text.sync.conflict;
  if (field === TRASHED_ON) return value === '' ? words.trash.kept : words.trash.trashed;
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return text.format.number(value);
  if (Array.isArray(value))
    return text.format.list(value.map((part) => answerWords(record, field, part, means)));
  if (typeof value !== 'string') return text.format.list(entriesOf(value, text));
  if (field === 'owner' || field === 'deputy')
    return people.find(({ id }) => id === value)?.data.name ?? value;
  return choiceWords(field, value, text) ?? textWords(record, field, value, means);
};

/** What is kept in a map, each entry in words: a name, or how many of a product. */
const entriesOf = (value: unknown, { format }: Pick<Words, 'format'>): string[] =>
  Object.values(value as object).map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return String(entry);
    const { name, product, quantity, owned } = entry as Partial<Record<string, string | number>>;
    const count = Number(quantity ?? owned ?? 0);
    return product === undefined
      ? String(name ?? JSON.stringify(entry))
      : `${format.number(count)} × ${product}`;
  });

/** A choice by the words of its form. */
const choiceWords = (field: string, value: string, text: Words): string | undefined =>
  ownEntry(ownEntry(choicesIn(text), field) ?? {}, value);

/** What can be chosen for a field whose form has a list; undefined for a text field. */
export const choicesOf = (
  field: string,
  people: readonly Person[],
  text: Words,
): { readonly value: string; readonly label: string }[] | undefined => {
  const names = people.map(({ id, data }) => [id, data.name] as const);
  const choices =
    field === 'owner' || field === 'deputy' ? names : Object.entries(choicesIn(text)[field] ?? {});
  if (choices.length === 0) return undefined;
  const given = choices
    .map(([value, label]) => ({ value, label }))
    .filter(({ label }) => label !== '');
  return [{ value: '', label: text.sync.conflict.nothing }, ...given];
};

const choicesIn = ({ shell, sync, recordWords }: Words): Readonly<Record<string, Named>> => ({
  ...recordWords.choices,
  system: sync.conflict.systems,
  organisationType: sync.conflict.values,
  productType: sync.conflict.values,
  programmes: shell.programmes,
});

const textWords = (
  { data }: VolymRecord,
  field: string,
  value: string,
  { text, today }: AnswerMeans,
): string => {
  const currency = textIn(data, 'currency');
  if (SUM.test(field) && currency !== '' && isAmount(value))
    return text.format.money(value, currency);
  return DAY.test(value) ? text.format.day(value, today) : value;
};
