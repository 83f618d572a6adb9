import { ownEntry } from '#core/own-entry.ts';
import { FIELDS_TOGETHER } from '#programmes/adobe-vip/rules/fields-together.ts';

/**
 * The fields of a kind that are one saying: where a change or an import is undone each group
 * returns together or not at all (X12, C13).
 */
export const returnedTogether = (kind: string): readonly (readonly string[])[] =>
  ownEntry(FIELDS_TOGETHER, kind) ?? [];
