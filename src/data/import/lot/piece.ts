import type { Answers } from '#core/import/file-question.ts';
import type { Mapping } from '#core/import/mapping.ts';
import type { Gap, LooksAfter, SkippedSheet } from '#core/import/shelf.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { ok, type Problem, type Result } from '#core/result.ts';
import type {
  AnyMetadata,
  AnyRow,
  AnyShelf,
  AnyShelved,
  FileContent,
  FileProblem,
} from '#programmes/imports.ts';
import { programmeReading, type ReadAs } from '#programmes/reads-as.ts';
import { shelveAnyway, shelveBeside, shelveFile, shelveSheetAs } from '../shelve-file.ts';

/** What one programme reads of a file: its sheets, except those that were taken for another thing. */
export class Piece {
  readonly #file: SheetFile;
  #shelf: AnyShelf;
  readonly #dropped = new Set<string>();
  /** A shelf goes over all its rows for it: made once for each change. */
  #made: FileContent | undefined;
  /** Which file of the lot it is of. */
  readonly at: number;
  readonly skipped: readonly SkippedSheet[];
  readonly gaps: readonly Gap[];

  constructor(file: SheetFile, at: number, { shelf, skipped, gaps = [] }: AnyShelved) {
    this.#file = file;
    this.at = at;
    this.#shelf = shelf;
    this.skipped = skipped;
    this.gaps = gaps;
  }

  /** A sheet of a file read as what someone says it is; undefined where it holds no such thing. */
  static readAs(file: SheetFile, at: number, sheet: string, as: ReadAs): Piece | undefined {
    const read = shelveSheetAs(file, sheet, as);
    return read && new Piece(file, at, read);
  }

  /** The first sheet that can be read so, of a file in which nothing was found. */
  static anyway(file: SheetFile, at: number, as: ReadAs): Piece | undefined {
    const read = shelveAnyway(file, as);
    return read && new Piece(file, at, read);
  }

  get programme(): FileContent['programme'] {
    return this.#whole.programme;
  }

  get isEmpty(): boolean {
    return this.content().sheets.length === 0;
  }

  /** Whether a sheet is read here. */
  holds(sheet: string): boolean {
    return this.content().sheets.some(({ name }) => name === sheet);
  }

  /** All that is on the shelf, what was dropped too. */
  get #whole(): FileContent {
    return (this.#made ??= this.#shelf.content());
  }

  content(): FileContent {
    const content = this.#whole;
    if (this.#dropped.size === 0) return content;
    const isHere = this.#isHere(content);
    return {
      ...content,
      sheets: content.sheets.filter((_, at) => isHere[at]),
      mapped: content.mapped.filter((_, at) => isHere[at]),
      questions: content.questions.filter(({ sheet }) => !this.#dropped.has(sheet)),
      // Sheets of a programme without some of them are sheets of that programme.
    } as FileContent;
  }

  #isHere({ sheets }: FileContent): readonly boolean[] {
    return sheets.map(({ name }) => !this.#dropped.has(name));
  }

  map(mappings: readonly Mapping[]): void {
    const given = mappings.values();
    this.#shelf.map(
      this.#isHere(this.#whole).map((isHere) => (isHere ? given.next().value : undefined)),
    );
    this.#made = undefined;
  }

  *rows(answers: Answers): Generator<AnyRow, void, void> {
    for (const row of this.#shelf.rows(answers)) if (!this.#dropped.has(row.sheet)) yield row;
  }

  metadata(answers: Answers): AnyMetadata[] {
    const isHere = this.#isHere(this.#whole);
    return this.#shelf.metadata(answers).filter((_, at) => isHere[at]);
  }

  /** Takes a sheet for something else that the same programme reads; false where that is not so. */
  take(sheet: string, as: ReadAs): boolean {
    if (programmeReading(as) !== this.programme || this.#shelf.take === undefined) return false;
    const taken = this.#shelf.take(this.#file, sheet, as);
    if (taken === undefined) return true;
    this.#shelf = taken;
    this.#made = undefined;
    this.#dropped.delete(sheet);
    return true;
  }

  /** Leaves a sheet to another piece. */
  drop(sheet: string): void {
    this.#dropped.add(sheet);
  }
}

/**
 * What the programmes read of a file: the one that is surest of it, and others where headings of
 * theirs stand on the sheets that are left. Refuses with why there is nothing to read.
 */
export const piecesOf = (
  file: SheetFile,
  at: number,
  looksAfter: LooksAfter,
): Result<readonly Piece[], Problem<FileProblem>> => {
  const first = shelveFile(file, looksAfter);
  if (!first.ok) return first;
  const pieces = [new Piece(file, at, first.value)];
  for (;;) {
    const left = leftIn(file, pieces);
    const more = left.length === 0 ? [] : shelveBeside(file, left, looksAfter);
    if (more.length === 0) return ok(pieces);
    pieces.push(...more.map((shelved) => new Piece(file, at, shelved)));
  }
};

/** The sheets that nobody reads yet, without those that are hidden in the file. */
const leftIn = ({ sheets }: SheetFile, pieces: readonly Piece[]): readonly string[] =>
  sheets
    .filter(({ isHidden, name }) => isHidden !== true && !pieces.some((one) => one.holds(name)))
    .map(({ name }) => name);
