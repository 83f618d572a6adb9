import type {
  RecognisedSheet,
  SheetField,
} from '#programmes/apple-credit/import/recognised-sheet.ts';
import { applyMapping, mapColumn } from '#programmes/apple-credit/import/sheet-columns.ts';
import { questionsOf } from '#programmes/apple-credit/import/sheet-habits.ts';
import { metadataOf } from '#programmes/apple-credit/import/sheet-metadata.ts';
import { rowValues } from '#programmes/apple-credit/import/sheet-rows.ts';
import type { Mapping } from './read/sheet-messages.ts';
import type { Shelf } from './shelf.ts';

/** Puts sheets of codes and orders on the shelf. */
export const shelve = (recognised: readonly RecognisedSheet[]): Shelf => {
  let sheets = recognised;
  return {
    content: () => ({
      programme: 'apple-credit',
      sheets: sheets.map(({ rows: _, ...outline }) => outline),
      questions: questionsOf(sheets),
    }),
    map: (mappings) => void (sheets = sheets.map((sheet, at) => mapped(sheet, mappings[at]))),
    rows: (answers) => rowValues(sheets, answers),
    metadata: (answers) => sheets.map((sheet) => metadataOf(sheet, sheets, answers)),
  };
};

const mapped = (sheet: RecognisedSheet, mapping: Mapping): RecognisedSheet => {
  if (mapping === undefined) return sheet;
  if ('remembered' in mapping) return applyMapping(sheet, mapping.remembered);
  return {
    ...mapColumn(sheet, mapping.index, mapping.field as SheetField | ''),
    needsMapping: false,
  };
};
