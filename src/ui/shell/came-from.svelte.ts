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
  /** How many steps back it lies; undefined where that is not known for sure. */
  readonly steps: number | undefined;
};

/** What is left on the way back: the record, and its row in the list where it was opened. */
export type Left = { readonly opened: string; readonly row: string };

/** A navigation as the router tells it. */
type Move = { readonly type: string; readonly delta?: number; readonly to: Place };

/** Whether an address is a place itself, or one of the screens below it. */
const isUnder = (pathname: string, place: string): boolean => pathname === place || pathname.startsWith(`${place}/`);

/**
 * Where what is open was opened from, when that is not the list of its own programme: home leads to customers, and the
 * way back from one leads home. A record that was opened by its address has none.
 */
export class CameFrom {
  readonly #here: () => Place;
  #origin = $state.raw<Origin>();
  #left: Left | undefined;

  constructor(here: () => Place) {
    this.#here = here;
  }

  /** Reactive: what the address opens now, or ''. */
  get opened(): string {
    return openedAt(this.#here());
  }
  /** Reactive: the way back to where it was opened from; undefined where the list of its programme is the way. */
  get way(): Way | undefined {
    const origin = this.#origin;
    return origin?.opened === this.opened && !isUnder(this.#here().url.pathname, origin.href) ? origin : undefined;
  }

  /** Told of each navigation before it is drawn, with the place that is left where it is one. */
  move({ type, delta = 0, to }: Move, place: Way | undefined): void {
    const opened = openedAt(to);
    if (type !== 'popstate' && place !== undefined && opened !== '') {
      // A form is left by its own ways.
      const isElsewhere = opened !== to.url.pathname && !isUnder(to.url.pathname, place.href);
      const row = document.activeElement?.closest('a')?.id ?? '';
      this.#origin = isElsewhere ? { ...place, opened, row, steps: type === 'link' ? 1 : undefined } : undefined;
    } else if (this.#origin?.steps !== undefined) {
      // Whether the app's own step took the place of another one in the browser's list is not told.
      const by = type === 'link' ? 1 : type === 'popstate' ? delta : undefined;
      this.#origin = { ...this.#origin, steps: by === undefined ? undefined : this.#origin.steps + by };
    }
  }

  /** Goes back to where it was opened from; false where the link that was pressed leads there by itself. */
  leave(): boolean {
    const origin = this.way === undefined ? undefined : this.#origin;
    this.#left = { opened: this.opened, row: origin?.row ?? '' };
    const { steps = 0 } = origin ?? {};
    if (steps > 0) history.go(-steps);
    return steps > 0;
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
