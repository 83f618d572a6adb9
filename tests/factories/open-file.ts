import type { OpenFile } from '#data/import/open-file.ts';
import { shelveAs, shelveFile } from '#data/import/shelve-file.ts';
import type { SheetFile } from '#core/import/sheet.ts';

/**
 * A file as the page has it, without a worker; both Apple's credit and VIP lists are looked after.
 */
export const openOf = (read: SheetFile): OpenFile => {
  const found = shelveFile(read, ['apple-credit', 'adobe-vip']);
  if (!found.ok) throw new Error(found.problem.code);
  let shelved = found.value;
  const now = (): OpenFile =>
    ({
      name: 'lista.csv',
      isOpen: true,
      ...shelved.shelf.content(),
      skipped: shelved.skipped,
      map: async (mappings: never) => (shelved.shelf.map(mappings), now()),
      readAs: async (sheet: string, as: never) => (
        (shelved = shelveAs(read, shelved, sheet, as)),
        now()
      ),
      rows: async () => [{ metadata: {}, rows: [...shelved.shelf.rows({})] }],
      close: () => undefined,
    }) as unknown as OpenFile;
  return now();
};
