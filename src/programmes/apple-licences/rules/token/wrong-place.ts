import type * as s from 'valibot';

/**
 * The names that lead to the first wrong value. The value is not among them: it may be secret, and
 * valibot's own message tells it.
 */
export const wrongPlace = ([first]: readonly [
  s.BaseIssue<unknown>,
  ...s.BaseIssue<unknown>[],
]): readonly unknown[] => first.path?.map(({ key }) => key) ?? [];
