/** The kind of a code. */
export const CODE = 'redemption-code';

/** What codes lie under. */
export const LISTS: readonly string[] = ['credit-order', 'code-batch'];

/** What is left of a deleted list besides its id and kind. */
export const BARE_LIST = {
  programme: 'apple-credit',
  parent: '',
  trashedOn: '',
  data: { v: 1 },
  steps: [],
} as const;
