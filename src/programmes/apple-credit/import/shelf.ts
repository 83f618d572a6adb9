import { askedOfColumns } from '#core/import/tables/meant-twice.ts';
import { once } from '#core/import/reader.ts';
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
import { questionsOf } from './read/questions.ts';
import { sumsAskedIn } from './read/sum-question.ts';
import { rowsWithSums } from './read/whose-sums.ts';
import { metadataOf } from './read/metadata.ts';

/** Sheets of codes and orders on the shelf. */
export type CreditShelf = Shelf<Content<'apple-credit', SheetOutline>, RowValue, SheetMetadata>;

/** Puts sheets of codes and orders on the shelf. */
export const shelve = (recognised: readonly RecognisedSheet[]): CreditShelf => {
  let sheets = recognised;
  const ask = () => once(() => sumsAskedIn(sheets));
  let asked = ask();
  return {
    content: () => ({
      programme: 'apple-credit',
      sheets: sheets.map(outlineOf),
      mapped: sheets.map((sheet) => ({ key: mappingKey(sheet), mapping: mappingOf(sheet) })),
      questions: questionsOf(sheets, asked()),
    }),
    map: (mappings) => {
      sheets = sheets.map((sheet, at) => mapped(sheet, mappings[at]));
      asked = ask();
    },
    rows: (answers) => rowsWithSums(sheets, answers, asked),
    metadata: (answers) => sheets.map((sheet) => metadataOf(sheet, sheets, answers)),
  };
};

const outlineOf = ({ rows: _, ...outline }: RecognisedSheet): SheetOutline => ({
  ...outline,
  ...askedOfColumns(outline.needsMapping, outline.twice),
});

const mapped = (sheet: RecognisedSheet, mapping: Mapping): RecognisedSheet => {
  if (mapping === undefined) return sheet;
  if ('remembered' in mapping) return applyMapping(sheet, mapping.remembered);
  return asMapped(mapColumn(sheet, mapping.index, mapping.field as SheetField | ''));
};
