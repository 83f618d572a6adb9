/**
 * What the columns of a sheet are to mean: a change to one column, or all of them as remembered;
 * undefined leaves them as they are.
 */
export type Mapping =
  | { readonly index: number; readonly field: string }
  | { readonly remembered: Readonly<Record<string, string>> }
  | undefined;

/** How the columns of a sheet are mapped, and what that is remembered by. */
export type RememberedMapping = {
  readonly key: string;
  readonly mapping: Readonly<Record<string, string>>;
};

/**
 * The mappings of a file's sheets, each under a key of its own: two sheets with the same headings may
 * mean different things.
 */
export const keptApart = (sheets: readonly RememberedMapping[]): RememberedMapping[] => {
  const seen = new Map<string, number>();
  return sheets.map(({ key, mapping }) => {
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { key: nth === 1 || key === NOTHING ? key : `${key} (${nth})`, mapping };
  });
};

/** The key of the first sheet with the same headings: what it means, the others are taken for. */
export const firstKey = (key: string): string => key.replace(/ \(\d+\)$/, '');

/** What a list without headings is remembered by: another one of so many columns need not be it. */
export const NOTHING = '';
