import { recogniseFile } from '#programmes/apple-credit/import/read/lists.ts';
import { ok, type Result } from '#core/result.ts';
import type { OpenFile } from '#data/import/open-file.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import type { SheetSource } from '#data/import/read/sheet-reader.ts';
import { shelve } from '#programmes/apple-credit/import/shelf.ts';

/**
 * Reads a file as the app's worker does, where there are no workers: the same parser and the same
 * shelf, in this process.
 */
export const openSheetHere = async (file: SheetSource): Promise<Result<OpenFile>> => {
  const read = await readWorkbook(
    new Uint8Array(await file.arrayBuffer()),
    file.name,
    () => undefined,
  );
  if (!read.ok) return read;
  const found = recogniseFile(read.value);
  if (!found.ok) return found;
  const { sheets: _, documents: __, cut: ___, ...rest } = read.value;
  const shelf = shelve(found.value.sheets);
  const open = (): OpenFile => ({
    ...rest,
    ...shelf.content(),
    skipped: found.value.skipped,
    gaps: [],
    isOpen: true,
    map: async (mappings) => {
      shelf.map(mappings);
      return open();
    },
    readAs: () => Promise.resolve(open()),
    rows: async (answers) => {
      const [rows, metadata] = [[...shelf.rows(answers)], shelf.metadata(answers)];
      return found.value.sheets.map(({ name }, at) => ({
        metadata: metadata[at] ?? {},
        rows: rows.filter((row) => row.sheet === name),
      }));
    },
    close: () => undefined,
  });
  return ok(open());
};
