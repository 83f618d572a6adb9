import type * as RowWalk from './row-walk.ts';
import { ROW, rowsOf } from './rows.ts';

/**
 * Up and down, Home and End, a page at a time among the rows of a list; Enter opens by itself,
 * since rows are links. Tab comes to one row and then leaves the list: the one where the keys were
 * last, else the one that is open, else the first.
 */
export const walkRows = (list: HTMLElement): (() => void) => {
  let steps: typeof RowWalk | undefined;
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
    void loadSteps();
  };
  // Fetched when a row has the focus: whoever uses a finger alone needs none of it at first.
  const loadSteps = async (): Promise<typeof RowWalk | undefined> =>
    (steps ??= await import('./row-walk.ts').catch(() => undefined));
  const press = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey, defaultPrevented } = event;
    if (altKey || ctrlKey || metaKey || defaultPrevented) return;
    if (steps?.walkBy(list, key)) event.preventDefault();
    else if (steps === undefined) void loadSteps().then((loaded) => loaded?.walkBy(list, key));
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
  list.addEventListener('keydown', press, { signal: stop.signal });
  list.addEventListener('focusin', come, { signal: stop.signal });
  settle();
  return () => {
    stop.abort();
    changes.disconnect();
  };
};
