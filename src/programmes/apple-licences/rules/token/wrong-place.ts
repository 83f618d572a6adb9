import type * as z from '#core/schema.ts';

/**
 * The names that lead to the first wrong value. The value is not among them: it may be secret.
 */
export const wrongPlace = ([first]: readonly z.core.$ZodIssue[]): readonly PropertyKey[] =>
  first?.path ?? [];
