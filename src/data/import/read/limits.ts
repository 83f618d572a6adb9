/**
 * What a file may hold. Far above any sheet of codes, far below what blocks a phone
 * (docs/decisions/sheets.md).
 */
export const LIMITS = {
  fileMb: 20,
  /** Of all files that are chosen together. */
  togetherMb: 60,
  unpackedMb: 150,
  /** Parts of a zip. */
  parts: 500,
  /** Times that a part may grow when unpacked, once it is over `ratioFromMb`. */
  ratio: 200,
  ratioFromMb: 10,
  rows: 100_000,
  cells: 2_000_000,
  /** Characters of all cells together: a shared text may be named by thousands of cells. */
  characters: 50_000_000,
  /** Values of a saved answer, lists and objects among them: ten in each row. */
  values: 1_000_000,
  /** How deep its lists and objects lie in each other. */
  levels: 500,
  /** Characters of one cell, as in Excel's own limits. */
  cell: 32_767,
  /** Time to read, in milliseconds. */
  deadlineMs: 20_000,
} as const;

/** How many bytes an `Mb` in the limits means. */
export const MEGABYTE = 1024 * 1024;
