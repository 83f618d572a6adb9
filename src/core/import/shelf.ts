import type { Programme, ProgrammeId } from '../record/record.ts';
import type { Answers, Question } from './file-question.ts';
import type { Mapping, RememberedMapping } from './mapping.ts';
import type { SheetFile } from './sheet.ts';
import type { MeantTwice } from './tables/meant-twice.ts';

/** What can be shown of a sheet or a list: all but its rows. */
export type Outline = {
  readonly name: string;
  readonly kind: string;
  /** 1-based row of the headings; 0 when there are none. */
  readonly headerRow: number;
  /** Columns were guessed: ask before anything is written. */
  readonly needsMapping: boolean;
  /** Two columns that mean one thing and differ. */
  readonly twice?: MeantTwice | undefined;
  /** None of a saved answer: it says itself what it holds. */
  readonly columns: readonly {
    readonly index: number;
    readonly heading: string;
    readonly field: string;
    /** How many rows have something in it. */
    readonly filled: number;
    /** The first different values (`samplesOf`); none when the column is secret. */
    readonly samples: readonly string[];
    readonly secret: boolean;
  }[];
  readonly rowCount: number;
};

/** What a file holds with its columns as they are mapped now, and what is unclear in it. */
export type Content<Id extends ProgrammeId = ProgrammeId, Sheet extends Outline = Outline> = {
  readonly programme: Id;
  readonly sheets: readonly Sheet[];
  /** How the columns of each sheet are mapped, in the order of the sheets. */
  readonly mapped: readonly RememberedMapping[];
  readonly questions: readonly Question[];
};

/** The sheets or lists of a file with their rows, where they stay: in the worker that read them. */
export type Shelf<Holds = Content, Row = { readonly sheet: string }, Metadata = unknown> = {
  content(): Holds;
  /**
   * Gives columns other meanings, one mapping for each sheet; a mapped sheet no longer asks.
   */
  map(mappings: readonly Mapping[]): void;
  rows(answers: Answers): Iterable<Row>;
  /** What each sheet says about itself as a whole; none where a list has nothing but its rows. */
  metadata(answers: Answers): Metadata[];
  /**
   * Takes one more sheet of its file for something that its programme reads, and leaves the others
   * as they are; undefined where it holds no such thing.
   */
  take?(file: SheetFile, sheet: string, as: string): Shelf<Holds, Row, Metadata> | undefined;
};

/** A sheet that is not imported: it holds nothing, or is nothing of what the file is read as. */
export type SkippedSheet = {
  readonly name: string;
  readonly reason: 'no-codes' | 'offer-codes' | 'nothing-here' | 'hidden';
};

/** What a file says that it lacks, while all that is in it is read. */
export type Gap = {
  readonly code:
    | 'cut-off'
    | 'open-quote'
    | 'cells-with-errors'
    | 'hidden-rows'
    | 'hidden-columns'
    | 'more-pages'
    | 'moment-unsaid'
    | 'pages-missing'
    | 'changed-between-pages';
  /**
   * `name` is a file's, `list` an API's; `row` is numbered; `missing` and `pages` count pages.
   * cells-with-errors and hidden-rows: the first `rows`, `more` that are not named, and the `count`
   * of all. hidden-columns: their `columns`, and how many (`count`).
   */
  readonly params: Readonly<Record<string, string | number>>;
};

/** What is on the shelf, and the sheets that hold nothing to import. */
export type Shelved<Stands = Shelf> = {
  readonly shelf: Stands;
  readonly skipped: readonly SkippedSheet[];
  /** None if absent. */
  readonly gaps?: readonly Gap[];
};

/** Columns that may hold codes, by sheet. */
export type HiddenColumns = ReadonlyMap<string, readonly number[]>;

/** What the workspace manages; undefined until that is known. */
export type LooksAfter = readonly Programme[] | undefined;
