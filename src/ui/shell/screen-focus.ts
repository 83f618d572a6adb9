import { PAIR } from './frame-place.ts';
import { headingNow } from './screen-heading.ts';

/** For this long a screen that is being read may still come; then the keys stay where they are. */
const COMES_MS = 5_000;

/** What stood there before: its heading, what that said, and what was open beside the list. */
export type Before = { readonly heading: HTMLElement | undefined; readonly words: string; readonly opened: string };

let stopWaiting = (): void => undefined;

/** Whoever has the focus has it for a reason: a field, a sheet, a row that was kept. */
const isFree = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * Puts the focus on the heading of the screen that an address opened, as soon as it is there: the next key lands in it,
 * and a screen reader says it. A sheet that came over a screen leaves the focus alone.
 */
export const focusScreen = (before: Before, opened: string): void => {
  stopWaiting();
  if (!isFree()) return;
  let given: HTMLElement | undefined;
  const isAnother = (heading: HTMLElement): boolean =>
    heading !== before.heading || heading.textContent !== before.words;
  const hasMoved = opened !== before.opened;
  const give = (): void => {
    const heading = headingNow();
    if (heading === undefined || heading === given || !isFree() || !isAnother(heading)) return;
    given = heading;
    heading.focus({ preventScroll: true });
  };
  give();
  // The same screen with a sheet over it, or with another part shown.
  if (given === undefined && !hasMoved && headingNow() !== undefined) return;
  const watch = new MutationObserver(give);
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  const stop = new AbortController();
  const timer = setTimeout(() => stopWaiting(), COMES_MS);
  stopWaiting = () => {
    watch.disconnect();
    clearTimeout(timer);
    stop.abort();
    stopWaiting = () => undefined;
  };
  for (const kind of ['keydown', 'pointerdown'] as const)
    addEventListener(kind, () => stopWaiting(), { signal: stop.signal, capture: true });
};

/** Gives the focus back to the row of what is open beside the list; false where there is no such row. */
export const backToRow = (): boolean => {
  const detail = document.querySelector('[data-opened]');
  const isIn = isFree() || detail?.contains(document.activeElement) === true;
  if (detail === null || !isIn || !matchMedia(PAIR).matches) return false;
  const list = document.querySelector('[data-pair] > .list [data-list]');
  const row =
    list?.querySelector<HTMLElement>('a[aria-current]') ?? list?.querySelector<HTMLElement>('a[tabindex="0"]');
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
  return row !== undefined && row !== null;
};
