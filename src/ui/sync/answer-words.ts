import { TRASHED_ON } from '#domain/question.ts';
import type { VolymRecord } from '#domain/record.ts';
import type { Texts } from '../text.ts';

type Named = Readonly<Record<string, string>>;

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The name of a field that two devices answered differently, as its form calls it. */
export const fieldWords = (field: string, text: Texts): string => {
  if (field === TRASHED_ON) return text.sync.conflict.trash.field;
  return (text.credit.history.fields as Named)[field] ?? field;
};

/** One answer in words, with the sum, day or name that it means; '' is said as empty. */
export const answerWords = (
  { data }: VolymRecord,
  field: string,
  value: unknown,
  today: string,
  text: Texts,
): string => {
  const words = text.sync.conflict;
  if (field === TRASHED_ON) return value === '' ? words.trash.kept : words.trash.trashed;
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value !== 'string') return typeof value === 'number' ? text.format.number(value) : JSON.stringify(value);
  const { currency = '' } = data as { readonly currency?: string };
  if (field === 'amount') return text.format.money(value, currency);
  if (field === 'channel') return (text.credit.facts.channels as Named)[value] ?? value;
  return DAY.test(value) ? text.format.day(value, today) : value;
};
