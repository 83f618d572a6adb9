import { cameFrom, type Left } from './came-from.svelte.ts';
import { PAIR } from './frame-place.ts';
import { rowsOf, stopOf } from './rows.ts';
import { headingNow } from './screen-heading.ts';

/** For this long a screen that is being read may still come; then the keys stay where they are. */
const COMES_MS = 5_000;

/** What was there before: its heading, its text, and what was open next to the list. */
export type Before = {
  readonly heading: HTMLElement | undefined;
  readonly words: string;
  readonly opened: string;
};

let stopWaiting = (): void => undefined;

/** Whoever has the focus has it for a reason: a field, a sheet, a row that was kept. */
const isFree = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/**
 * Looks again whenever something is drawn, until it is stopped or the user presses a key or the
 * screen.
 */
const lookFor = (look: () => void): void => {
  const watch = new MutationObserver(look);
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

/**
 * The row of what was left, in the list that is shown: the one that was pressed, else the first
 * that leads there.
 */
const rowLeft = ({ opened, row }: Left): HTMLElement | undefined => {
  const lists = [...document.querySelectorAll('[data-list]')].filter((list) =>
    list.checkVisibility(),
  );
  const rows = lists.flatMap(rowsOf);
  return (
    rows.find(({ id }) => row !== '' && id === row) ??
    rows.find((element) => opened !== '' && element.getAttribute('href')?.includes(opened))
  );
};

/** Gives the focus to a row where it is. */
const giveRow = (row: HTMLElement): void => {
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
};

/**
 * Gives the focus to the row of what was left by the browser's Back, which finds the place of the
 * page by itself.
 */
export const focusRow = (left: Left): void => {
  stopWaiting();
  const give = (): boolean => {
    const row = isFree() ? rowLeft(left) : undefined;
    row?.focus({ preventScroll: true });
    return row !== undefined;
  };
  if (left.opened === '' || give()) return;
  lookFor(() => void (give() && stopWaiting()));
};

/**
 * Puts the focus on the heading of the screen that an address opened, as soon as it is there: the
 * next key lands in it, and a screen reader says it; on the way back from a record it goes to the
 * row that leads there. A sheet that came over a screen leaves the focus alone.
 */
export const focusScreen = (before: Before, opened: string, left?: Left): void => {
  stopWaiting();
  if (!isFree()) return;
  let given: HTMLElement | undefined;
  const isAnother = (heading: HTMLElement): boolean =>
    heading !== before.heading || heading.textContent !== before.words;
  const hasMoved = opened !== before.opened;
  const give = (): void => {
    const row = left && rowLeft(left);
    // The list may be read only after its heading has come.
    if (row !== undefined && (isFree() || document.activeElement === given)) {
      giveRow(row);
      return stopWaiting();
    }
    const heading = headingNow();
    if (heading === undefined || heading === given || !isFree() || !isAnother(heading)) return;
    given = heading;
    heading.focus({ preventScroll: true });
  };
  // The same screen with a sheet over it, or with another part shown, has nothing more to come.
  lookFor(give);
  give();
  if (given === undefined && !hasMoved && headingNow() !== undefined) stopWaiting();
};

/**
 * The arrow enters the list; one that is still being read as soon as its rows are there, if no
 * other key comes first.
 */
export const enterList = (): void => {
  stopWaiting();
  const at = document.activeElement;
  const give = (): void => {
    // A list behind this screen, as on a phone, is not meant.
    const list = [...document.querySelectorAll('[data-list]')].find((element) =>
      element.checkVisibility(),
    );
    const row = list && stopOf(list);
    if (row === undefined) return;
    stopWaiting();
    if (isFree() || document.activeElement === at) row.focus();
  };
  lookFor(give);
  give();
};

/** Gives the focus back to the row of what is open beside the list. */
const backToRow = (): void => {
  const list = document.querySelector('[data-pair] > .list [data-list]');
  const row =
    list?.querySelector<HTMLElement>('a[aria-current]') ??
    list?.querySelector<HTMLElement>('a[tabindex="0"]');
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
};

/**
 * Escape leads out of what is open: to where it was opened from, else to its row in the list beside
 * it. In a narrow window it does what the way back does that is at the top.
 */
export const leaveDetail = (): void => {
  const isPair = matchMedia(PAIR).matches && document.querySelector('[data-pair]') !== null;
  if (!isPair) {
    const ways = [...document.querySelectorAll<HTMLElement>('#content [data-back]')];
    if (cameFrom.opened !== '') ways.find((way) => way.checkVisibility())?.click();
    return;
  }
  const detail = document.querySelector('[data-opened]');
  if (detail === null || (!isFree() && !detail.contains(document.activeElement))) return;
  if (cameFrom.way === undefined) backToRow();
  else cameFrom.go();
};
