import { ok, type Result } from '#core/result.ts';
import type { OpenLot } from '#data/import/open-file.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import type { SheetSource } from '#data/import/read/sheet-reader.ts';
import { lotHere } from './lot-here.ts';

/**
 * Reads a file as the app's worker does, where there are no workers: the same parser and the same
 * lot, in this process.
 */
export const openSheetHere = async (file: SheetSource): Promise<Result<OpenLot>> => {
  const read = await readWorkbook(
    new Uint8Array(await file.arrayBuffer()),
    file.name,
    () => undefined,
  );
  if (!read.ok) return read;
  const lot = await lotHere([read.value]);
  const [refused] = lot.parts.length === 0 ? lot.refused : [];
  return refused === undefined ? ok(lot) : { ok: false, problem: refused.problem };
};
