/** How the names of the files end that can be read; `.gz` is a packed one. */
export const READ_ENDINGS = [
  '.xls',
  '.xlsx',
  '.ods',
  '.csv',
  '.tsv',
  '.txt',
  '.htm',
  '.html',
  '.json',
  '.jsonl',
  '.gz',
] as const;

/** Whether a program left it beside a file that is open (`~$list.xlsx`), or hides it (`._list.csv`). */
export const isLeftBeside = (name: string): boolean => /^(?:\.|~\$)/.test(name);

/** Whether a file in a folder is of a kind that can be read, by its name. */
export const isReadByName = (name: string): boolean =>
  !isLeftBeside(name) && READ_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
