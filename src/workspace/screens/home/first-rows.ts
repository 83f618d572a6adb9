/** A row of home is never lower, in CSS px (DeadlineRow.svelte). */
const LOWEST_ROW = 66;

/** How many rows are added in each frame after the first. */
export const ROWS_A_FRAME = 24;

/** How many rows the screen can hold. */
export const rowsOnScreen = (): number => Math.ceil(innerHeight / LOWEST_ROW);

/** The sections with so many rows in all, from the top. */
export const firstRows = <Section extends { readonly rows: readonly unknown[] }>(
  sections: readonly Section[],
  count: number,
): Section[] => {
  let left = count;
  return sections.map((section) => {
    const rows = section.rows.slice(0, Math.max(0, left));
    left -= rows.length;
    return { ...section, rows };
  });
};
