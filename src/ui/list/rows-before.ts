/**
 * Groups of a list with how many rows the groups above each have, so that none below the screen are
 * made.
 */
export const withRowsBefore = <G extends { readonly rows: readonly unknown[] }>(
  groups: readonly G[],
): (G & { readonly before: number })[] => {
  let above = 0;
  return groups.map((group) => {
    const before = above;
    above += group.rows.length;
    return { ...group, before };
  });
};
