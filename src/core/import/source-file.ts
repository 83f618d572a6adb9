/** A sheet's name among all sheets that were chosen together, and in its own file. */
export type SheetNames = {
  readonly name: string;
  readonly own: string;
  /** The file of a saved answer that is read together with those of other files. */
  readonly file?: string;
};

/** A file among those that were chosen together; `file` is the keyed hash of its bytes. */
export type SourceFile = {
  readonly name: string;
  /** What it is called among all files; as by itself where it is absent. */
  readonly label?: string;
  readonly file: string;
  readonly sheets: readonly SheetNames[];
  /** When it was last written (ms): what is in it is no newer. Absent where nothing says so. */
  readonly writtenAt?: number | undefined;
};

/** What was chosen: one file, or `files` together, which are then one import. */
export type Sources = {
  readonly name: string;
  readonly file: string;
  readonly files?: readonly SourceFile[] | undefined;
};

/** The file that a sheet is of. */
export const sourceOf = (
  { name, file, files = [] }: Sources,
  sheet: string,
): Pick<SourceFile, 'name' | 'file' | 'writtenAt'> =>
  files.find(({ sheets }) => sheets.some((one) => one.name === sheet)) ?? { name, file };

/** A sheet's own name, where its file has several that are read; '' where it is the only one. */
export const ownSheetName = ({ files = [] }: Sources, sheet: string): string => {
  const source = files.find(({ sheets }) => sheets.some((one) => one.name === sheet));
  if (source === undefined || source.sheets.length < 2) return '';
  return source.sheets.find((one) => one.name === sheet)?.own ?? '';
};
