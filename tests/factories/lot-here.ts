import type { Answers } from '#core/import/file-question.ts';
import type { Mapping } from '#core/import/mapping.ts';
import type { LooksAfter } from '#core/import/shelf.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { ok } from '#core/result.ts';
import type { OpenFile, OpenLot } from '#data/import/open-file.ts';
import { Lot } from '#data/import/lot/lot.ts';
import { nameOfRead } from '#data/import/lot/name-of-many.ts';
import { digestOfMany } from '#data/import/read/read-files.ts';
import type { AnyRow } from '#programmes/imports.ts';

/** What the worker finds in files, in this process. */
export const lotIn = (files: readonly SheetFile[], looksAfter?: LooksAfter): Promise<Lot> =>
  Lot.of(
    files.map((file) => ({ name: file.name, read: ok(file) })),
    looksAfter,
  );

/** Files as the page has them, without a worker. */
export const lotHere = async (
  files: readonly SheetFile[],
  looksAfter?: LooksAfter,
): Promise<OpenLot> => {
  const lot = await lotIn(files, looksAfter);
  const digest = await digestOfMany(files);
  const now = (): OpenLot => {
    const { parts, ...content } = lot.content();
    const name = nameOfRead(
      files.map((file) => file.name),
      content.refused,
    );
    const partOf = (part: (typeof parts)[number]): OpenFile => ({
      ...part,
      name,
      digest,
      rows: async (answers: Answers) => {
        const rows = [...lot.rows(part.programme, answers)];
        const metadata = lot.metadata(part.programme, answers);
        return part.sheets.map((sheet, at) => ({
          metadata: metadata[at] ?? {},
          rows: rows.filter((row: AnyRow) => row.sheet === sheet.name),
        }));
      },
    });
    return {
      ...content,
      parts: parts.map(partOf),
      name,
      digest,
      isOpen: true,
      map: async (of, mappings) => (lot.map(of, mappings), now()),
      readAs: async (sheet, as) => (lot.readAs(sheet, as), now()),
      readAnyway: async (at, as) => (lot.readAnyway(at, as), now()),
      close: () => undefined,
    };
  };
  return now();
};

/** What the one programme reads that reads something of the files. */
export const onlyPart = ({ parts, refused }: OpenLot): OpenFile => {
  const [part, ...more] = parts;
  if (part === undefined) throw new Error(refused[0]?.problem.code ?? 'nothing is read');
  if (more.length > 0) throw new Error('several programmes read something');
  return part;
};

/** The only part of files, once its columns have other meanings. */
export const mappedPart = async (lot: OpenLot, mappings: readonly Mapping[]): Promise<OpenFile> =>
  onlyPart(await lot.map(onlyPart(lot).programme, mappings));
