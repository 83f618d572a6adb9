/** What several files are called: as the first, and how many more there are. */
export const nameOfMany = (files: readonly { readonly name: string }[]): string => {
  const name = files[0]?.name ?? '';
  return files.length > 1 ? `${name} + ${files.length - 1}` : name;
};

/** What files are called together: as those that can be read, if there is one among them. */
export const nameOfRead = (
  names: readonly string[],
  refused: readonly { readonly name: string }[],
): string => {
  const unread = new Set(refused.map(({ name }) => name));
  const read = names.filter((name) => !unread.has(name));
  return nameOfMany((read.length > 0 ? read : names).map((name) => ({ name })));
};
