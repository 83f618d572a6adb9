import type { Mapping } from '#core/import/mapping.ts';
import type { Content, Shelf } from '#core/import/shelf.ts';
import type {
  RecognisedSheet,
  RowValue,
  SheetField,
  SheetMetadata,
  SheetOutline,
} from './read/values.ts';
import { applyMapping, asMapped, mapColumn, mappingKey, mappingOf } from './read/columns.ts';
import { questionsOf } from './read/habits.ts';
import { metadataOf } from './read/metadata.ts';
import { rowValues } from './read/rows.ts';

/** Sheets of codes and orders on the shelf. */
export type CreditShelf = Shelf<Content<'apple-credit', SheetOutline>, RowValue, SheetMetadata>;

/** Puts sheets of codes and orders on the shelf. */
export const shelve = (recognised: readonly RecognisedSheet[]): CreditShelf => {
  let sheets = recognised;
  return {
    content: () => ({
      programme: 'apple-credit',
      sheets: sheets.map(outlineOf),
      mapped: sheets.map((sheet) => ({ key: mappingKey(sheet), mapping: mappingOf(sheet) })),
      questions: questionsOf(sheets),
    }),
    map: (mappings) => void (sheets = sheets.map((sheet, at) => mapped(sheet, mappings[at]))),
    rows: (answers) => rowValues(sheets, answers),
    metadata: (answers) => sheets.map((sheet) => metadataOf(sheet, sheets, answers)),
  };
};

const outlineOf = ({ rows: _, ...outline }: RecognisedSheet): SheetOutline => ({
  ...outline,
  needsMapping: outline.needsMapping || outline.twice?.isOpen === true,
});

const mapped = (sheet: RecognisedSheet, mapping: Mapping): RecognisedSheet => {
  if (mapping === undefined) return sheet;
  if ('remembered' in mapping) return applyMapping(sheet, mapping.remembered);
  return asMapped(mapColumn(sheet, mapping.index, mapping.field as SheetField | ''));
};
