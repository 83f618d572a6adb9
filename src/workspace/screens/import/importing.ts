import type { Component } from 'svelte';
import type { RowCounts } from '#core/import/import-run.ts';
import type { BareRow, RowWhy } from '#core/import/planned-row.ts';
import type { Outline } from '#core/import/shelf.ts';
import type { ProgrammeId } from '#core/record/record.ts';
import type { ImportTask } from '#data/import/import-task.ts';
import type { OpenFile } from '#data/import/open-file.ts';
import type { ImportParts, Trial } from '#data/import/trial.ts';
import type { IconComponent } from '#ui/controls/icon.ts';
import type { Texts } from '#ui/text.ts';
import type { DestinationGroups } from './dry-run/questions/destinations.ts';
import type { RowWords } from './dry-run/row-words.ts';

/** What a row says beside its outcome: a word for it, or one with what it is about. */
export type Note = string | RowWhy;

/** A row of a dry run, as far as all programmes have it. */
export type Line = BareRow & { readonly notes: readonly Note[] };

/** A dry run, as far as all programmes have it: what would happen, and to which file. */
export type DryRun<Row extends Line = Line> = {
  readonly programme: OpenFile['programme'];
  readonly plan: { readonly rows: readonly Row[]; readonly counts: RowCounts };
  readonly waiting: { readonly sheets: readonly Outline[] };
};

/** Names of records by id, for rows that lead to them. */
export type Names = (parent: string) => string;

/** A fact of a row, for the row in full; `field` is what its column means, where it is of one. */
export type Fact = {
  readonly label: string;
  readonly value: string;
  readonly code?: boolean;
  readonly field?: string;
};

/** What a question asks, and why. */
export type Asked = { readonly title: string; readonly why: string };

/** A question about some of the rows, with its answers. */
export type RowQuestion = Asked & {
  readonly id: string;
  /** The sheets of those rows. */
  readonly sheets: readonly string[];
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** The choice that was made; undefined while the rows wait for one. */
  readonly chosen: string | undefined;
};

/** Where rows go that do not say it themselves. */
export type PlaceQuestion = Asked & {
  /** The sheets of those rows. */
  readonly sheets: readonly string[];
  readonly groups: DestinationGroups;
  /** One answer may do for several files: it is asked once, and of each where that is wanted. */
  readonly isOfFiles?: true;
  /** Where nothing can be written before it is answered: what the button and its note say then. */
  readonly first?: { readonly button: string; readonly note: string };
};

/** What has to be here before anything of some sheets can be taken, and where to get it. */
export type Missing = Asked & {
  readonly sheets: readonly string[];
  /** What to do about it; one without an address chooses other files. */
  readonly ways: readonly {
    readonly title: string;
    readonly detail: string;
    readonly href?: string;
  }[];
};

/** Whom a whole list no longer names: each may be chosen to be taken off with the import. */
export type Absentees = Asked & {
  readonly all: string;
  readonly more: (count: number) => string;
  readonly people: readonly {
    readonly id: string;
    readonly label: string;
    readonly detail: string;
    readonly isChosen: boolean;
  }[];
};

/** What a tap does beside the rows it writes. */
export type Beside = {
  /** Assigned licences that a whole list no longer names. */
  readonly freed: number;
  /** The sheets of whole lists. */
  readonly freedIn: readonly string[];
  /** How many rows only say again what is known. */
  readonly confirmed: number;
  /** Locations that are not here yet. */
  readonly newPlaces: readonly NewPlace[];
};

/** A location that is not here yet. */
export type NewPlace = {
  readonly name: string;
  /** Whether its name is only a number that others have for it. */
  readonly isNumber: boolean;
  /** The sheets with rows at it. */
  readonly sheets: readonly string[];
};

/** What a tap writes: rows, licences that are freed, rows that only confirm, and new locations. */
export type ImportedCounts = {
  readonly rows: number;
  readonly freed: number;
  readonly confirmed?: number;
  readonly places: number;
};

/** What the cells of a table of orders say of a row. */
export type OrderCells = {
  readonly number: string;
  readonly amount: string;
  readonly ready: string;
};

/** What the sheet that tells of a programme's lists is given. */
export type ListsProps = { readonly today: string; readonly onclose: () => void };

/** Which of a programme's lists are read: told behind a row below the one that chooses a file. */
export type ListDoor = {
  readonly programme: ProgrammeId;
  readonly icon: IconComponent;
  words(text: Texts): { readonly title: string; readonly detail: string };
  readonly sheet: () => Promise<{ readonly default: Component<ListsProps> }>;
  /** Where to continue after a sheet of a kind with nothing left to write. */
  readonly way?: { leadsOn(kind: string): boolean; readonly link: Component };
};

/**
 * How a programme tries its files out, writes them, and tells what they hold. The file, the dry run
 * and the rows that it is asked about are those that it made itself.
 */
export type Importing<
  File extends OpenFile = OpenFile,
  Run extends DryRun = DryRun,
  Row extends Line = Line,
  Sheet extends Outline = Outline,
> = {
  readonly programme: ProgrammeId;
  trial(parts: ImportParts): Trial<File, Run>;
  /** What the tap does. */
  task(run: Run, parts: Pick<ImportParts, 'vault'>): ImportTask;
  /** Whether the vault must be open before the file can be tried out. */
  asksVault?(file: File): boolean;
  /** Whether the tap writes secrets. */
  writesSecrets?(run: Run): boolean;
  beside?(run: Run): Beside;

  /** What a column can mean, with its word, in the order in which it is offered. */
  fieldsOf(sheet: Sheet, text: Texts): readonly (readonly [field: string, word: string])[];
  /** Whether a column's meaning is known, but what is in it is kept nowhere. */
  isNotKept?(sheet: Sheet, field: string): boolean;
  /** What a saved answer holds, and whose it is; of sheets that have no columns alone. */
  savedWords?(sheet: Sheet, text: Texts): string;
  /** Fields that a column may be taken for by what is in it. */
  readonly guesses: readonly string[];
  /**
   * The question about such a column, or about a sheet without a known column; if absent, such a
   * column gets the usual question, and a sheet without one gets none.
   */
  asksColumns?(heading: string | undefined, text: Texts, sheet: Sheet): Asked;
  /** One question for each number that several records have. */
  asksRows?(run: Run, text: Texts): readonly RowQuestion[];
  /**
   * What is asked of rows on some sheets that do not say where they go; `suggested` is without any
   * answer.
   */
  asksPlace?(
    run: Run,
    suggested: Run,
    text: Texts,
    sheets: readonly string[],
  ): PlaceQuestion | undefined;
  /**
   * What has to be here first, where nothing of some sheets can be taken whatever is answered: of
   * their columns nothing is asked then.
   */
  missing?(run: Run, text: Texts): Missing | undefined;
  /** Sheets of one file whose rows are alike in this go to one place, and are asked about together. */
  placeMark?(suggested: Run, sheet: string): string;
  /** The same of sheets of all files, where one answer may do for several. */
  placeMarkInAll?(suggested: Run, sheet: string): string;
  /** Whether such a place is remembered for a file: its records do not tell it the next time. */
  readonly keepsPlaces?: true;
  /** Whom a whole list no longer names; undefined where it names all, or may be a part. */
  asksAbsentees?(run: Run, text: Texts): Absentees | undefined;
  /** In which currency an unclear amount of the file is. */
  currencyOf?(run: Run): string | undefined;

  /** What the rows of the sheets are called in a table; undefined where it shows orders. */
  headOf(sheets: readonly Sheet[], text: Texts): string | undefined;
  /** Names of the records that rows lead to, by id. */
  namesIn?(run: Run): ReadonlyMap<string, string>;
  /**
   * Puts a row into words. In a table that has a column for the value, a changed value says only
   * what it was.
   */
  wordsOf(row: Row, text: Texts, nameOf: Names, today: string, inTable?: boolean): RowWords;
  noteWords(note: Row['notes'][number], row: Row, text: Texts, today: string): string;
  /** A note without what its own row says anyway. */
  bareNote?(note: Row['notes'][number], row: Row): Note;
  /** What a row is called that cannot be read; '' where it has no name, or that is a secret. */
  nameOf(row: Row): string;
  cellsOf?(row: Row, text: Texts): OrderCells;
  factsOf(row: Row, text: Texts): readonly Fact[];
  /** Fields that a reason is about, by its code, where it does not name one itself. */
  readonly reasonFields?: Readonly<Record<string, readonly string[] | undefined>>;
  /** What is worth knowing of a row in full; '' where nothing is. */
  adviceOn?(row: Row, text: Texts): string;
};
