import type { Programme } from '#core/record/record.ts';
import { programmes, programmesIn } from '#programmes/programmes.ts';
import type { Destination } from './destinations.ts';

/** Within this time a letter after `g` leads somewhere, in ms. */
const CHORD_MS = 1_500;

/**
 * What a key press asks for: a place, the rows of the list, the way back out of a detail, what to
 * add, or the list of keys.
 */
export type KeyWish =
  | { readonly kind: 'go'; readonly href: string }
  | { readonly kind: 'list' | 'back' | 'make' | 'help' }
  | undefined;

/**
 * In a field letters are letters; what is over the screen has the keys, also where the focus in
 * it was lost.
 */
const isTyping = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof Element &&
    target.closest(
      'input:not([type=radio], [type=checkbox]), textarea, select, dialog, [role=menu]',
    ) !== null);

/**
 * Nothing is chosen by the keys yet: the focus is on nothing, or on the heading of the screen that
 * came.
 */
const isAtStart = (): boolean => {
  const { activeElement, body } = document;
  return activeElement === body || activeElement?.matches('h1') === true;
};

/**
 * Reads key presses of the whole window: `n` new, `g` then a letter goes, an arrow enters the list,
 * Escape leads out of a detail.
 */
export const keyReader = (
  places: () => readonly Destination[],
  pathname: () => string,
  inUse: () => readonly Programme[] = () => [],
  mayChange: () => boolean = () => true,
): ((event: KeyboardEvent) => KeyWish) => {
  let chordAt = -Infinity;
  return (event) => {
    if (
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      isTyping(event.target)
    )
      return undefined;
    const chord = event.timeStamp - chordAt < CHORD_MS;
    chordAt = -Infinity;
    const key = event.key.toLowerCase();
    if (chord) {
      const place = places().find(({ letters }) => letters.includes(key));
      return place && { kind: 'go', href: place.href };
    }
    if (key === 'g') chordAt = event.timeStamp;
    if (key === '?') return { kind: 'help' };
    if (key === 'escape') return { kind: 'back' };
    if (key === 'n') return mayChange() ? newAt(pathname(), inUse()) : undefined;
    return key === 'arrowdown' && isAtStart() ? { kind: 'list' } : undefined;
  };
};

/**
 * What is made where one is, nothing where people are listed; elsewhere it is asked, unless one
 * programme alone is in use.
 */
const newAt = (pathname: string, inUse: readonly Programme[]): KeyWish => {
  const place = programmes
    .flatMap(({ madeAt }) => madeAt)
    .find(([at]) => pathname === at || pathname.startsWith(`${at}/`));
  if (place === undefined && inUse.length > 1) return { kind: 'make' };
  const [only = programmes[0]] = programmesIn(inUse);
  const href = place === undefined ? only.newAt : place[1];
  return href === undefined ? undefined : { kind: 'go', href };
};
