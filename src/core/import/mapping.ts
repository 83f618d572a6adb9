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

/** What a list without headings is remembered by: another one of so many columns need not be it. */
export const NOTHING = '';
