import { ownEntry } from '#core/own-entry.ts';

/**
 * A row that the arrows come to: a link or button that looks like a row, or a card marked
 * `data-walk`.
 */
const ROW = ':is(a, button):is(.row, [data-walk]):not(:disabled)';

/**
 * What a long list is asked for when the arrows come into it from outside: the number of a row,
 * which may not be drawn.
 */
export const ROW_WANTED = 'row-wanted';

/** The rows that the arrows walk through: links and buttons of a list marked `data-list`. */
export const rowsOf = (root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(ROW),
];

/** The row that Tab comes to: where the keys were last, what is open, or the first. */
export const stopOf = (list: ParentNode): HTMLElement | undefined => {
  const rows = rowsOf(list);
  return rows.find(({ tabIndex }) => tabIndex === 0) ?? rows[0];
};

/** Single rows, and long lists that draw only some of their rows, in their order. */
const partsOf = (list: HTMLElement): HTMLElement[] =>
  [...list.querySelectorAll<HTMLElement>(`${ROW}, [data-window]`)].filter(
    (part) => part.dataset.window !== undefined || part.closest('[data-window]') === null,
  );

/** Gives the focus to a row, or to the first or last one of a long list. */
const enter = (part: HTMLElement, forward: boolean): void => {
  if (part.dataset.window === undefined) return part.focus();
  const detail = forward ? 0 : Number(part.dataset.window) - 1;
  part.dispatchEvent(new CustomEvent(ROW_WANTED, { detail }));
};

/** Whether a long list has a further row in this direction, which it goes to by itself. */
const hasFurther = (part: HTMLElement, focused: Element, forward: boolean): boolean => {
  if (part.dataset.window === undefined) return false;
  const at = Number(focused.closest<HTMLElement>('[data-row]')?.dataset.row ?? 0);
  return forward ? at < Number(part.dataset.window) - 1 : at > 0;
};

/** How many rows a page of the screen is, less one that stays in sight. */
const pageOf = (part: HTMLElement): number =>
  Math.max(1, Math.floor(innerHeight / Math.max(1, part.offsetHeight)) - 2);

const FORWARD: Readonly<Record<string, boolean>> = {
  ArrowDown: true,
  PageDown: true,
  Home: true,
  ArrowUp: false,
  PageUp: false,
  End: false,
};

/** Where a key leads among the parts of a list; undefined where it leads nowhere. */
const partAfter = (
  parts: readonly HTMLElement[],
  at: number,
  key: string,
): HTMLElement | undefined => {
  if (key === 'Home') return parts[0];
  if (key === 'End') return parts.at(-1);
  const by = key.startsWith('Page') ? pageOf(parts[at] as HTMLElement) : 1;
  const next = ownEntry(FORWARD, key) ? Math.min(at + by, parts.length - 1) : Math.max(at - by, 0);
  return next === at ? undefined : parts[next];
};

/** Moves the focus among the rows of a list by a key that is pressed on one of them. */
const walk = (list: HTMLElement, event: KeyboardEvent): void => {
  const forward = ownEntry(FORWARD, event.key);
  const focused = document.activeElement;
  if (forward === undefined || focused === null || event.defaultPrevented) return;
  if (event.altKey || event.ctrlKey || event.metaKey || !focused.matches(ROW)) return;
  const parts = partsOf(list);
  const at = parts.indexOf(
    focused.closest<HTMLElement>('[data-window]') ?? (focused as HTMLElement),
  );
  const isEnd = event.key === 'Home' || event.key === 'End';
  if (at < 0 || (!isEnd && hasFurther(parts[at] as HTMLElement, focused, forward))) return;
  const next = partAfter(parts, at, event.key);
  if (next === undefined) return;
  event.preventDefault();
  enter(next, forward);
};

/**
 * Up and down, Home and End, a page at a time among the rows of a list; Enter opens by itself,
 * since rows are links. Tab comes to one row and then leaves the list: the one where the keys were
 * last, else the one that is open, else the first.
 */
export const walkRows = (list: HTMLElement): (() => void) => {
  let last: HTMLElement | undefined;
  const settle = (): void => {
    const rows = rowsOf(list);
    const known = last !== undefined && rows.includes(last) ? last : undefined;
    const stop = known ?? rows.find((row) => row.hasAttribute('aria-current')) ?? rows[0];
    for (const row of rows)
      if (row.tabIndex !== (row === stop ? 0 : -1)) row.tabIndex = row === stop ? 0 : -1;
  };
  const come = ({ target }: FocusEvent): void => {
    last = (target as Element).closest<HTMLElement>(ROW) ?? last;
    settle();
  };
  const change = (changes: readonly MutationRecord[]): void => {
    // What is open now is what Tab comes to, unless the keys are in the list.
    const opened =
      changes.some(({ type }) => type === 'attributes') && !list.contains(document.activeElement);
    if (opened) last = undefined;
    settle();
  };
  const changes = new MutationObserver(change);
  changes.observe(list, { childList: true, subtree: true, attributeFilter: ['aria-current'] });
  const stop = new AbortController();
  list.addEventListener('keydown', (event) => walk(list, event), { signal: stop.signal });
  list.addEventListener('focusin', come, { signal: stop.signal });
  settle();
  return () => {
    stop.abort();
    changes.disconnect();
  };
};
