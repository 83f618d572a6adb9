/** The rows that the arrows walk through: links and buttons of a list marked `data-list`. */
export const rowsOf = (root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(':is(a, button).row:not(:disabled)'),
];

/** Up and down, Home and End among the rows of a list; Enter opens by itself, since rows are links. */
export const walkRows = (list: HTMLElement): (() => void) => {
  const walk = (event: KeyboardEvent): void => {
    // A long list walks through its own rows, which are not all drawn.
    if (event.defaultPrevented) return;
    const rows = rowsOf(list);
    const at = rows.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  list.addEventListener('keydown', walk);
  return () => list.removeEventListener('keydown', walk);
};
