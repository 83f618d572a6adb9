import { ownEntry } from '#core/own-entry.ts';
import { fieldWords } from '../questions/answer-words.ts';
import type { Catalogues } from '#ui/text.ts';

/** A field as its form calls it; of one that has no form, as the history does. */
export const fieldTitle = (
  field: string,
  text: Pick<Catalogues, 'history' | 'sync' | 'told'>,
): string => {
  const inForm = fieldWords(field, text);
  return inForm === field ? (ownEntry<string>(text.history.fields, field) ?? field) : inForm;
};
