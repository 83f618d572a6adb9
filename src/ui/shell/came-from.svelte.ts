import { goto } from '$app/navigation';
import { page } from '$app/state';
import { openedAt, type Place } from './opened-at.ts';

/** A place that leads to others, as the way back to it names it. */
type Way = { readonly href: string; readonly label: string };

/** Where a record was opened from. */
type Origin = Way & {
  readonly opened: string;
  /** Id of the row that was pressed, or ''. */
  readonly row: string;
};

/** What is left on the way back: the record, and its row in the list where it was opened. */
export type Left = { readonly opened: string; readonly row: string };

/** A navigation as the router tells it. */
type Move = { readonly type: string; readonly to: Place };

/** Whether an address is a place itself, or one of the screens below it. */
const isUnder = (pathname: string, place: string): boolean =>
  pathname === place || pathname.startsWith(`${place}/`);

/**
 * The app's own addresses that lie behind this one in the browser's list, the nearest first; none
 * where it is not told.
 */
const liesBehind = (): readonly string[] => {
  if (!('navigation' in window)) return [];
  const { currentEntry } = navigation;
  const behind = navigation.entries().slice(0, currentEntry?.index ?? 0);
  return behind.map(({ url }) => (url === null ? '' : new URL(url).pathname)).reverse();
};

/**
 * Where what is open was opened from, when that is not the list of its own programme: home leads to
 * customers, and the way back from one leads home. A record that was opened by its address has
 * none. The steps are not counted, since not every press makes one: the browser says how far behind
 * the place is, and where it is on no screen a link leads there.
 */
export class CameFrom {
  readonly #here: () => Place;
  readonly #behind: () => readonly string[];
  #origin = $state.raw<Origin>();
  #left: Left | undefined;
  /** A step back was asked for, and has not come yet. */
  #isLeaving = false;

  constructor(here: () => Place, behind: () => readonly string[] = liesBehind) {
    this.#here = here;
    this.#behind = behind;
  }

  /** Reactive: what the address opens now, or ''. */
  get opened(): string {
    return openedAt(this.#here());
  }
  /**
   * Reactive: the way back to where it was opened from; undefined where the list of its programme
   * is the way.
   */
  get way(): Way | undefined {
    const origin = this.#origin;
    return origin?.opened === this.opened && !isUnder(this.#here().url.pathname, origin.href)
      ? origin
      : undefined;
  }

  /** Called for each navigation before it is drawn, with the place being left, if it is one. */
  move({ type, to }: Move, place: Way | undefined): void {
    this.#isLeaving = false;
    const opened = openedAt(to);
    if (type === 'popstate' || place === undefined || opened === '') return;
    // A form is left by its own ways.
    const isElsewhere = opened !== to.url.pathname && !isUnder(to.url.pathname, place.href);
    const row = document.activeElement?.closest('a')?.id ?? '';
    this.#origin = isElsewhere ? { ...place, opened, row } : undefined;
  }

  /**
   * Goes back to where it was opened from, once until the next navigation; false where the link
   * that was pressed leads there by itself.
   */
  leave(): boolean {
    if (this.#isLeaving) return true;
    const origin = this.way === undefined ? undefined : this.#origin;
    this.#left = { opened: this.opened, row: origin?.row ?? '' };
    const steps = origin === undefined ? 0 : this.#behind().indexOf(origin.href) + 1;
    this.#isLeaving = steps > 0;
    if (this.#isLeaving) history.go(-steps);
    return this.#isLeaving;
  }
  /** The same without a link. */
  go(): void {
    const { way } = this;
    if (way !== undefined && !this.leave()) void goto(way.href);
  }
  /** What was left by the way back, once. */
  takeLeft(): Left | undefined {
    const left = this.#left;
    this.#left = undefined;
    return left?.opened === '' ? undefined : left;
  }
}

/** The one of the page. */
export const cameFrom = new CameFrom(() => page);
