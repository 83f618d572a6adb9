import type { Destination } from './destinations.ts';

/** Within this time a letter after `g` leads somewhere, in ms. */
const CHORD_MS = 1_500;

/** What a key press asks for. */
export type KeyWish =
  { readonly kind: 'go'; readonly href: string } | { readonly kind: 'new' } | { readonly kind: 'list' } | undefined;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=radio], [type=checkbox]), textarea, select, dialog, [role=menu]') !== null;

/** Reads key presses of the whole window: `n` new, `g` then a letter goes, an arrow enters the list. */
export const keyReader = (places: () => readonly Destination[]): ((event: KeyboardEvent) => KeyWish) => {
  let chordAt = -Infinity;
  return (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
      return undefined;
    const chord = event.timeStamp - chordAt < CHORD_MS;
    chordAt = -Infinity;
    const key = event.key.toLowerCase();
    if (chord) {
      const place = places().find(({ letters }) => letters.includes(key));
      return place && { kind: 'go', href: place.href };
    }
    if (key === 'g') chordAt = event.timeStamp;
    if (key === 'n') return { kind: 'new' };
    return key === 'arrowdown' && document.activeElement === document.body ? { kind: 'list' } : undefined;
  };
};

/** The rows that the arrows walk through: links and buttons of a list marked `data-list`. */
export const rowsOf = (root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(':is(a, button).row:not(:disabled)'),
];

/** Up and down, Home and End among the rows of a list; Enter opens by itself, since rows are links. */
export const walkRows = (list: HTMLElement): (() => void) => {
  const walk = (event: KeyboardEvent): void => {
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
