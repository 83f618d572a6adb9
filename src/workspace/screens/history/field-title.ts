import { ownEntry } from '#core/own-entry.ts';
import { fieldInForm } from '../questions/answer-words.ts';
import type { Catalogues } from '#ui/text.ts';

type Words = Pick<Catalogues, 'history' | 'sync' | 'recordWords'>;

/** A field's name; undefined of one that this version has no name for. */
export const fieldName = (field: string, text: Words): string | undefined =>
  fieldInForm(field, text) ?? ownEntry<string>(text.history.fields, field);

/** A field as its form calls it; of one that has no form, as the history does. */
export const fieldTitle = (field: string, text: Words): string =>
  fieldName(field, text) ?? text.sync.conflict.otherField;
