import { ownEntry } from '#core/own-entry.ts';
import { ROW } from './rows.ts';

/**
 * What a long list is asked for when the arrows come into it from outside: the number of a row,
 * which may not be drawn.
 */
export const ROW_WANTED = 'row-wanted';

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

/**
 * Moves the focus among the rows of a list by a key that is pressed on one of them; answers whether
 * the key leads anywhere.
 */
export const walkBy = (list: HTMLElement, key: string): boolean => {
  const forward = ownEntry(FORWARD, key);
  const focused = document.activeElement;
  if (forward === undefined || focused === null || !focused.matches(ROW)) return false;
  const parts = partsOf(list);
  const at = parts.indexOf(
    focused.closest<HTMLElement>('[data-window]') ?? (focused as HTMLElement),
  );
  const isEnd = key === 'Home' || key === 'End';
  if (at < 0 || (!isEnd && hasFurther(parts[at] as HTMLElement, focused, forward))) return false;
  const next = partAfter(parts, at, key);
  if (next === undefined) return false;
  enter(next, forward);
  return true;
};
