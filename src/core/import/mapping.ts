/**
 * What the columns of a sheet are to mean: a change to one column, or all of them as remembered;
 * undefined leaves them as they are.
 */
export type Mapping =
  | { readonly index: number; readonly field: string }
  | { readonly remembered: Readonly<Record<string, string>> }
  | undefined;

/** A sheet among all there are: its file's own digest, and its name in it; '' of a file as a whole. */
export type SheetPlace = { readonly digest: string; readonly own: string };

/** What is remembered of a sheet: how its columns are mapped, what it is, answers, or a place. */
export type RememberedAbout = '' | 'read-as:' | 'answers:' | 'place:';

/** How the columns of a sheet are mapped, and what that is remembered by. */
export type RememberedMapping = {
  readonly key: string;
  readonly mapping: Readonly<Record<string, string>>;
  /** Its columns if absent. */
  readonly about?: RememberedAbout;
  /** Where it is; unknown of one that has not been put among other files yet. */
  readonly at?: SheetPlace | undefined;
};

/**
 * The mappings of a file's sheets, each under a key of its own: two sheets with the same headings may
 * mean different things.
 */
export const keptApart = (sheets: readonly RememberedMapping[]): RememberedMapping[] => {
  const seen = new Map<string, number>();
  return sheets.map((sheet) => {
    const { key } = sheet;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { ...sheet, key: nth === 1 || key === NOTHING ? key : `${key} (${nth})` };
  });
};

/** The key of the first sheet with the same headings: what it means, the others are taken for. */
export const firstKey = (key: string): string => key.replace(/ \(\d+\)$/, '');

/** What a list without headings is remembered by: another one of so many columns need not be it. */
export const NOTHING = '';
