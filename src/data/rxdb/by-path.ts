// Stands in for what RxDB carries to read and write by a path: names with dots between them, of
// records and of a schema. Lists by number and escaped dots, which no path here has, weigh half a
// kB.

type Named = Record<string, unknown>;

/** What lies under a path; undefined where something on the way is missing. */
export const getProperty = (from: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Named | null | undefined)?.[name], from);

/** Writes what lies under a path, making what is missing on the way. */
export const setProperty = (into: object, path: string, value: unknown): void => {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce((held, name) => (held[name] ??= {}) as Named, into as Named);
  holder[last] = value;
};
