import { paths } from '../paths.ts';
import type { Destination } from './destinations.ts';

/** Within this time a letter after `g` leads somewhere, in ms. */
const CHORD_MS = 1_500;

/** What a key press asks for. */
export type KeyWish = { readonly kind: 'go'; readonly href: string } | { readonly kind: 'list' } | undefined;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=radio], [type=checkbox]), textarea, select, dialog, [role=menu]') !== null;

/** Reads key presses of the whole window: `n` new, `g` then a letter goes, an arrow enters the list. */
export const keyReader = (
  places: () => readonly Destination[],
  pathname: () => string,
): ((event: KeyboardEvent) => KeyWish) => {
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
    if (key === 'n') return { kind: 'go', href: newAt(pathname()) };
    return key === 'arrowdown' && document.activeElement === document.body ? { kind: 'list' } : undefined;
  };
};

/** What is new where one is: an app among apps, a token among tokens, an order anywhere else. */
const newAt = (pathname: string): string =>
  [paths.newApp(), paths.newToken()].find((address) => pathname.startsWith(address.replace(/\/new$/, ''))) ??
  paths.newOrder();
