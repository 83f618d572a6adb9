/**
 * Only the fields of a form that differ from what it began with, so that another device's change to
 * one nobody touched stays.
 */
export const changedFields = <T extends object>(input: T, begin: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(input).filter(([field, value]) => value !== begin[field as keyof T]),
  ) as Partial<T>;
