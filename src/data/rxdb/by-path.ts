// Replaces the code with which RxDB reads and writes by a path, names with dots between them, in
// records and schemas. Array indexes and escaped dots, which no path here has, would cost half a
// kB.

type Named = Record<string, unknown>;

/** The value at a path; undefined if part of the path is missing. */
export const getProperty = (from: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Named | null | undefined)?.[name], from);

/** Writes the value at a path, creating the missing parts. */
export const setProperty = (into: object, path: string, value: unknown): void => {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce((held, name) => (held[name] ??= {}) as Named, into as Named);
  holder[last] = value;
};
