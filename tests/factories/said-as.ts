import type { SheetFile } from '#core/import/sheet.ts';
import { Piece } from '#data/import/lot/piece.ts';
import type { AnyShelved } from '#programmes/imports.ts';
import type { ReadAs } from '#programmes/reads-as.ts';

/** What is read of a sheet, as far as tests look at it. */
export type Said = { readonly shelf: Pick<AnyShelved['shelf'], 'content' | 'map' | 'rows'> };

/** A sheet that was read, once someone says what it is; one that holds no such thing stays. */
export const saidAs = (
  file: SheetFile,
  before: Said | AnyShelved,
  sheet: string,
  as: ReadAs,
): Said => {
  const piece =
    before.shelf instanceof Piece ? before.shelf : new Piece(file, 0, before as AnyShelved);
  if (piece.take(sheet, as)) return { shelf: piece as unknown as Said['shelf'] };
  const read = Piece.readAs(file, 0, sheet, as);
  return read === undefined ? before : { shelf: read as unknown as Said['shelf'] };
};
