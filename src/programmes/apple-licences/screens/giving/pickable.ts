/** A row of a list to choose from. */
export type Pickable = {
  readonly id: string;
  readonly name: string;
  readonly isDevice?: boolean | undefined;
  /** '' for none. */
  readonly detail: string;
  readonly badge?:
    | { readonly label: string; readonly tone: 'plain' | 'soon' | 'ok' | 'late' }
    | undefined;
};
