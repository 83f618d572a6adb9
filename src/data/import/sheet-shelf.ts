import type { Answers, RecognisedSheet, RowValue, SheetMetadata } from '#domain/apple-credit/recognised-sheet.ts';
import { applyMapping, mapColumn } from '#domain/apple-credit/sheet-columns.ts';
import { questionsOf } from '#domain/apple-credit/sheet-habits.ts';
import { metadataOf } from '#domain/apple-credit/sheet-metadata.ts';
import { rowValues } from '#domain/apple-credit/sheet-rows.ts';
import type { FileContent, Mapping } from './sheet-messages.ts';

/** The recognised sheets of one file with their rows, where they stay: in the worker that read them. */
export type SheetShelf = {
  content(): FileContent;
  /** Gives columns other meanings, one mapping for each sheet; a sheet that is mapped asks no more. */
  map(mappings: readonly Mapping[]): void;
  rows(answers: Answers): Iterable<RowValue>;
  metadata(answers: Answers): SheetMetadata[];
};

/** Puts a file's sheets on the shelf. */
export const shelve = (recognised: readonly RecognisedSheet[]): SheetShelf => {
  let sheets = recognised;
  return {
    content: () => ({ sheets: sheets.map(({ rows: _, ...outline }) => outline), questions: questionsOf(sheets) }),
    map: (mappings) => void (sheets = sheets.map((sheet, at) => mapped(sheet, mappings[at]))),
    rows: (answers) => rowValues(sheets, answers),
    metadata: (answers) => sheets.map((sheet) => metadataOf(sheet, sheets, answers)),
  };
};

const mapped = (sheet: RecognisedSheet, mapping: Mapping): RecognisedSheet => {
  if (mapping === undefined) return sheet;
  if ('remembered' in mapping) return applyMapping(sheet, mapping.remembered);
  return { ...mapColumn(sheet, mapping.index, mapping.field), needsMapping: false };
};
