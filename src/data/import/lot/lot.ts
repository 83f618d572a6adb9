import type { Answers } from '#core/import/file-question.ts';
import { keptApart, type Mapping, type SheetPlace } from '#core/import/mapping.ts';
import type { LooksAfter, SkippedSheet } from '#core/import/shelf.ts';
import { refuse, type Refusal } from '#core/result.ts';
import type { SheetNames } from '#core/import/source-file.ts';
import { mayBeEmail } from '#core/text/written-email.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import type { AnyMetadata, AnyOutline, AnyRow, FileContent } from '#programmes/imports.ts';
import type { ReadAs } from '#programmes/reads-as.ts';
import { gapsIn } from '../gaps-in.ts';
import { isSaved, savedTogether, type ReadFile } from '../read/read-files.ts';
import type { OpenProblem } from '../read/open-problem.ts';
import { shelveFile, withTables } from '../shelve-file.ts';
import { whyNothing } from './why-nothing.ts';
import { joinedContent, type LotContent, type LotFile, type LotPart } from './lot-content.ts';
import { namedApart, type NamedFile } from './named-apart.ts';
import { Piece, piecesOf } from './piece.ts';
import { idInLot } from './question-ids.ts';

/** A file of the lot that could not be read, or in which nothing was found. */
type Refused = { readonly name: string; readonly problem: OpenProblem; readonly at?: number };

type LotPace = {
  readonly onFile?: (at: number | undefined) => void;
  readonly apart?: boolean;
};

/**
 * Files that were chosen together, and what the programmes read in them: whoever chose them is shown
 * one dry run, writes with one tap and undoes with one. Lives in the worker, with the rows.
 */
export class Lot {
  readonly #files: readonly NamedFile[];
  #pieces: readonly Piece[] = [];
  #refused: readonly Refused[];
  /** Why sheets are not read; one of them may be read since. */
  #skipped: ReadonlyMap<string, SkippedSheet> = new Map();

  private constructor(files: readonly NamedFile[], refused: readonly Refused[]) {
    this.#files = files;
    this.#refused = refused;
  }

  /**
   * Finds out what each file holds; saved answers are tried together, as pages of one list, unless
   * they are looked at `apart`. `onFile` is told which of the files that were read is looked at; none
   * where it is all of them.
   */
  static async of(
    read: readonly ReadFile[],
    looksAfter: LooksAfter,
    { onFile = () => undefined, apart = false }: LotPace = {},
  ): Promise<Lot> {
    const given = await filesIn(read, looksAfter, { onFile, apart });
    const files = namedApart(given.map(({ file }) => file));
    const unread = read.flatMap(({ name, read }): Refused[] =>
      read.ok ? [] : [{ name, problem: read.problem }],
    );
    const lot = new Lot(files, unread);
    for (const [at, { from }] of given.entries()) {
      onFile(from);
      lot.#shelve(at, looksAfter);
    }
    onFile(undefined);
    return lot;
  }

  #shelve(at: number, looksAfter: LooksAfter): void {
    const { file, label } = this.#file(at);
    const pieces = piecesIn(file, at, looksAfter);
    if (pieces.ok) for (const piece of pieces.value) this.#add(piece);
    else {
      const problem = whyNothing(file) ?? pieces.problem;
      this.#refused = [...this.#refused, { name: label, problem, at }];
    }
  }

  #add(piece: Piece): void {
    this.#pieces = [...this.#pieces, piece].toSorted((a, b) => a.at - b.at);
    this.#skipped = new Map([
      ...this.#skipped,
      ...piece.skipped.map((sheet) => [sheet.name, sheet] as const),
    ]);
  }

  #file(at: number): NamedFile {
    const file = this.#files[at];
    if (file === undefined) throw new RangeError('no such file');
    return file;
  }

  /** Whether nothing is read of any file. */
  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  /** Files that could be opened. */
  get files(): readonly SheetFile[] {
    return this.#files.map(({ file }) => file);
  }

  content(): LotContent {
    const shown = this.#pieces.map((piece) => ({ piece, content: piece.content() }));
    const programmes = [...new Set(shown.map(({ content }) => content.programme))];
    const read = new Set(shown.flatMap(({ content }) => content.sheets.map(({ name }) => name)));
    const unopened = this.#refused.filter(({ at }) => at === undefined);
    const fileCount = this.#files.length + unopened.length;
    const isPart = this.#refused.length > 0 || this.#hasUnread(read);
    return {
      fileCount,
      parts: programmes.map((programme): LotPart => {
        const own = shown.filter(({ content }) => content.programme === programme);
        const contents = own.map(({ piece, content }) => this.#content(piece, content));
        const files = this.#filesOf(own.map(({ piece }) => piece));
        return { ...joinedContent(contents), files, ...(isPart ? { isPart } : {}) };
      }),
      skipped: [...this.#skipped.values()]
        .filter(({ name }) => !read.has(name))
        .map((sheet) => {
          const at = this.#fileWith(sheet.name);
          return at < 0
            ? { ...sheet, mayBeSaid: false }
            : { ...sheet, mayBeSaid: true, place: this.#placeOf(at, sheet.name) };
        }),
      gaps: this.#files.flatMap(({ file, label }, at) => {
        const here = shown.filter(({ piece }) => piece.at === at);
        if (here.length === 0) return [];
        const sheets = here.flatMap(({ content }): readonly AnyOutline[] => content.sheets);
        const gaps = [...gapsIn(file, sheets), ...here.flatMap(({ piece }) => piece.gaps)];
        return fileCount > 1 ? gaps.map((gap) => ({ ...gap, file: label })) : gaps;
      }),
      refused: this.#refused.map(({ name, problem, at = -1 }) => ({
        name,
        problem,
        at,
        ...(at >= 0 && !isSaved(this.#file(at).file)
          ? { mayBeSaid: true, place: this.#placeOf(at) }
          : { mayBeSaid: false }),
      })),
    };
  }

  /**
   * Whether a file is read but for its end, for a sheet that nobody sees who has it open, or for one
   * with addresses: the list of people may go on there without headings.
   */
  #hasUnread(read: ReadonlySet<string>): boolean {
    const isMissed = ({ name, reason }: SkippedSheet): boolean =>
      !read.has(name) && (reason === 'hidden' || this.#hasAddresses(name));
    return (
      this.#files.some(
        ({ file: { cut = [], openQuote } }) => cut.length > 0 || openQuote !== undefined,
      ) || [...this.#skipped.values()].some(isMissed)
    );
  }

  #hasAddresses(sheet: string): boolean {
    const at = this.#fileWith(sheet);
    if (at < 0) return false;
    const { own } = this.#placeOf(at, sheet);
    return this.#file(at).file.sheets.some(
      ({ name, rows }) =>
        (name === own || name === sheet) &&
        rows.some(({ cells }) => cells.some((cell) => mayBeEmail(cell.trim()))),
    );
  }

  /** Questions and remembered columns of a file are its own, also where another one asks the same. */
  #content({ at }: Piece, content: FileContent): FileContent {
    const mapped = keptApart(content.mapped).map((sheet, nth) => {
      const name = content.sheets[nth]?.name ?? '';
      return { ...sheet, at: this.#placeOf(at, name) };
    });
    if (this.#files.length === 1) return { ...content, mapped };
    const questions = content.questions.map((question) => ({
      ...question,
      id: idInLot(at, question.id),
    }));
    return { ...content, mapped, questions };
  }

  #placeOf(at: number, sheet?: string): SheetPlace {
    const { file, names } = this.#file(at);
    const own = names.find(({ name }) => name === sheet)?.own ?? '';
    return { digest: file.digest, own };
  }

  #filesOf(pieces: readonly Piece[]): LotFile[] {
    return [...new Set(pieces.map(({ at }) => at))].map((at) => {
      const { file, label, names } = this.#file(at);
      const own = new Map(names.map((sheet) => [sheet.name, sheet.own]));
      const sheets = pieces
        .filter((piece) => piece.at === at)
        .flatMap((piece): readonly AnyOutline[] => piece.content().sheets)
        .map(({ name }): SheetNames => {
          const names = { name, own: own.get(name) ?? name };
          return isOfOwnFile(file, label, name) ? { ...names, file: name } : names;
        });
      const { name, digest, writtenAt } = file;
      return { name, label, digest, sheets, writtenAt };
    });
  }

  /** Gives the columns of a programme's sheets other meanings, one mapping for each sheet. */
  map(programme: FileContent['programme'], mappings: readonly Mapping[]): void {
    let from = 0;
    for (const piece of this.#of(programme)) {
      const count = piece.content().sheets.length;
      piece.map(mappings.slice(from, from + count));
      from += count;
    }
  }

  /** Every row that a programme reads, in the order of its sheets. */
  *rows(programme: FileContent['programme'], answers: Answers): Generator<AnyRow, void, void> {
    for (const piece of this.#of(programme)) yield* piece.rows(this.#answersTo(piece, answers));
  }

  /** What each sheet of a programme says about itself as a whole. */
  metadata(programme: FileContent['programme'], answers: Answers): AnyMetadata[] {
    return this.#of(programme).flatMap((piece) => piece.metadata(this.#answersTo(piece, answers)));
  }

  #of(programme: FileContent['programme']): Piece[] {
    return this.#pieces.filter((piece) => piece.programme === programme);
  }

  #answersTo({ at }: Piece, answers: Answers): Answers {
    if (this.#files.length === 1) return answers;
    const before = idInLot(at, '');
    return Object.fromEntries(
      Object.entries(answers).flatMap(([id, answer]) =>
        id.startsWith(before) ? [[id.slice(before.length), answer]] : [],
      ),
    );
  }

  /**
   * Reads a sheet as what someone says it is; the others stay what they are. One that holds no such
   * thing stays as it was.
   */
  readAs(sheet: string, as: ReadAs): void {
    const at = this.#fileWith(sheet);
    const before = this.#pieces.find((piece) => piece.holds(sheet));
    if (before?.take(sheet, as) === true) return;
    const file = this.#files[before?.at ?? at]?.file;
    const read = file && Piece.readAs(file, before?.at ?? at, sheet, as);
    if (read === undefined) return;
    before?.drop(sheet);
    this.#add(read);
    this.#pieces = this.#pieces.filter((piece) => !piece.isEmpty);
  }

  #fileWith(sheet: string): number {
    return this.#files.findIndex(({ names }) => names.some(({ name }) => name === sheet));
  }

  /** Reads a file in which nothing was found as what someone says that it is. */
  readAnyway(at: number, as: ReadAs): void {
    const read = Piece.anyway(this.#file(at).file, at, as);
    if (read === undefined) return;
    this.#refused = this.#refused.filter((refused) => refused.at !== at);
    this.#add(read);
  }
}

/** Whether a sheet is an answer among those of several files, and is called as its own. */
const isOfOwnFile = (file: SheetFile, label: string, sheet: string): boolean => {
  const names = isSaved(file) ? file.documents.map(({ name }) => name) : [];
  return names.includes(sheet) && !names.includes(file.name) && !names.includes(label);
};

/** What is read of a file; one that nobody foresaw, and that stops a reader, stops no other file. */
const piecesIn = (
  file: SheetFile,
  at: number,
  looksAfter: LooksAfter,
): ReturnType<typeof piecesOf> | Refusal<'unreadable-file'> => {
  try {
    return piecesOf(file, at, looksAfter);
  } catch {
    return refuse('unreadable-file');
  }
};

/** A file, and which of those that were chosen it is; undefined where it is several together. */
type FromChosen = { readonly file: SheetFile; readonly from: number | undefined };

/** The files with the tables on their sheets; saved answers as one, where they are read so. */
const filesIn = async (
  read: readonly ReadFile[],
  looksAfter: LooksAfter,
  { onFile, apart }: Required<LotPace>,
): Promise<readonly FromChosen[]> => {
  const files = [...read.entries()].flatMap(([from, { read }]): FromChosen[] => {
    if (!read.ok) return [];
    onFile(from);
    return [{ file: withTables(read.value), from }];
  });
  const saved = files.filter(({ file }) => isSaved(file));
  const looked = apart ? [] : readableIn(saved, looksAfter, onFile);
  onFile(undefined);
  const groups = apart
    ? saved.map(({ file }) => aloneOf(file))
    : await savedGroups(looked, looksAfter);
  const byFirst = new Map(groups.map((group) => [group.first, group]));
  return files.flatMap(({ file, from }): FromChosen[] => {
    if (!isSaved(file)) return [{ file, from }];
    const group = byFirst.get(file);
    if (group === undefined) return [];
    return [{ file: group.together, from: group.files.length > 1 ? undefined : from }];
  });
};

type Group = {
  readonly first: SheetFile;
  readonly files: readonly SheetFile[];
  readonly together: SheetFile;
};

const aloneOf = (file: SheetFile): Group => ({ first: file, files: [file], together: file });

/** A saved answer, and whether it stops no reader by itself. */
type Looked = { readonly file: SheetFile; readonly isReadable: boolean };

/**
 * Each of several saved answers looked at by itself first: one that has no end, or stops a reader,
 * is found before all of them would wait for it.
 */
const readableIn = (
  saved: readonly FromChosen[],
  looksAfter: LooksAfter,
  onFile: (at: number | undefined) => void,
): readonly Looked[] =>
  saved.map(({ file, from }) => {
    if (saved.length === 1) return { file, isReadable: true };
    onFile(from);
    return { file, isReadable: isShelved(file, looksAfter) !== undefined };
  });

/** Whether something is found in a file; undefined where it stops a reader. */
const isShelved = (file: SheetFile, looksAfter: LooksAfter): boolean | undefined => {
  try {
    return shelveFile(file, looksAfter).ok;
  } catch {
    return undefined;
  }
};

/**
 * Saved answers that are read together: all of them, as a rule. Where they are refused as a whole,
 * each goes to the first group that can be read with it, or begins one of its own. What stops a
 * reader is alone.
 */
const savedGroups = async (
  looked: readonly Looked[],
  looksAfter: LooksAfter,
): Promise<readonly Group[]> => {
  const stopping = looked.filter(({ isReadable }) => !isReadable).map(({ file }) => aloneOf(file));
  const saved = looked.filter(({ isReadable }) => isReadable).map(({ file }) => file);
  const [first, ...more] = saved;
  if (first === undefined) return stopping;
  const all = { first, files: saved, together: await savedTogether(saved) };
  if (more.length === 0 || isShelved(all.together, looksAfter) === true) return [...stopping, all];
  let groups: readonly Group[] = stopping;
  for (const file of saved) {
    const joined = await withAnother(groups, file, looksAfter);
    groups = joined ?? [...groups, aloneOf(file)];
  }
  return groups;
};

/** The groups with a file in the first that can be read with it; undefined where none can. */
const withAnother = async (
  groups: readonly Group[],
  file: SheetFile,
  looksAfter: LooksAfter,
): Promise<readonly Group[] | undefined> => {
  for (const group of groups) {
    const files = [...group.files, file];
    const together = await savedTogether(files);
    if (isShelved(together, looksAfter) !== true) continue;
    return groups.map((one) => (one === group ? { ...group, files, together } : one));
  }
  return undefined;
};
