import type { Programme } from '#core/record/record.ts';
import { paths } from '#ui/paths.ts';
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
 * In a field letters are letters; what lies over the screen has the keys, also where the focus in
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
  programmes: () => readonly Programme[] = () => ['apple-credit'],
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
    if (key === 'n') return mayChange() ? newAt(pathname(), programmes()) : undefined;
    return key === 'arrowdown' && isAtStart() ? { kind: 'list' } : undefined;
  };
};

/** What each programme is made of, in the order in which home offers them. */
const MADE: readonly (readonly [Programme, () => string])[] = [
  ['apple-credit', paths.newOrder],
  ['apple-licences', paths.newToken],
  ['adobe-vip', () => paths.newVipCustomer()],
];

/**
 * What is made where one is; nothing where people are listed, who are added by a sheet of their
 * own.
 */
const PLACES: readonly (readonly [() => string, () => string | undefined])[] = [
  [paths.users, () => undefined],
  [paths.apps, paths.newApp],
  [paths.tokens, paths.newToken],
  [paths.vip, () => paths.newVipCustomer()],
  [paths.renewals, () => paths.newVipCustomer()],
  [paths.credit, paths.newOrder],
];

/** What the place is about; elsewhere it is asked, unless one programme alone is in use. */
const newAt = (pathname: string, programmes: readonly Programme[]): KeyWish => {
  const place = PLACES.find(([at]) => pathname === at() || pathname.startsWith(`${at()}/`));
  if (place === undefined && programmes.length > 1) return { kind: 'make' };
  const made = place ?? MADE.find(([programme]) => programmes.includes(programme)) ?? MADE[0];
  const href = made?.[1]();
  return href === undefined ? undefined : { kind: 'go', href };
};
