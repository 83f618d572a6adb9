import type { RecognisedSheet, SheetField } from '#domain/apple-credit/recognised-sheet.ts';
import { applyMapping, mapColumn } from '#domain/apple-credit/sheet-columns.ts';
import { questionsOf } from '#domain/apple-credit/sheet-habits.ts';
import { metadataOf } from '#domain/apple-credit/sheet-metadata.ts';
import { rowValues } from '#domain/apple-credit/sheet-rows.ts';
import type { Mapping } from './sheet-messages.ts';
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
