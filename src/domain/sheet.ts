/** One row of a sheet as read: its 1-based number in the file or sheet and its cells as text. */
export type SheetRow = {
  readonly number: number;
  readonly cells: readonly string[];
  /** Indexes of cells that hold a formula; their text is the formula's stored value. */
  readonly formulas?: readonly number[];
};

/** One sheet of a file; a csv file has one, named ''. */
export type Sheet = { readonly name: string; readonly rows: readonly SheetRow[] };

/** A file as read in the worker: values only, nothing run, dates as `YYYY-MM-DD`. */
export type SheetFile = {
  readonly name: string;
  readonly encoding?: string;
  readonly separator?: string;
  readonly sheets: readonly Sheet[];
};
