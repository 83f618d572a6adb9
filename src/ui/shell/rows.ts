/**
 * A row that the arrows come to: a link or button that looks like a row, or a card marked
 * `data-walk`.
 */
export const ROW = ':is(a, button):is(.row, [data-walk]):not(:disabled)';

/** The rows that the arrows walk through: links and buttons of a list marked `data-list`. */
export const rowsOf = (root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(ROW),
];

/** The row that Tab comes to: where the keys were last, what is open, or the first. */
export const stopOf = (list: ParentNode): HTMLElement | undefined => {
  const rows = rowsOf(list);
  return rows.find(({ tabIndex }) => tabIndex === 0) ?? rows[0];
};
