type Says = { readonly title: string; readonly sentence: string };

/** What a kind says where its record cannot be shown. */
export type MissingWords = {
  /** The heading, if it differs from the list's. */
  readonly title?: string;
  /** The list that it would be in, which is the way back. */
  readonly list: { readonly label: string; readonly href: string };
  /** The button that leads there, where it says more than the list's name. */
  readonly toList?: string;
  readonly missing: Says;
  /**
   * The words for a record in the trash, if shown here: it can be put back, or there is a link to
   * it.
   */
  readonly trashed?: Says & ({ readonly restore: string } | { readonly open: string });
};
