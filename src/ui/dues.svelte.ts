import { getContext, setContext, untrack } from 'svelte';
import { homeRows, type HomeRow } from '#domain/home.ts';
import type { VolymRecord } from '#domain/record.ts';
import { conditionOf } from '#data/read-record.ts';
import type { Records } from '#data/records.ts';
import { live } from './live.ts';

/** How many records with a deadline are read at a time: one indexed query, never all (design §4). */
const PAGE = 50;

type World = { readonly records: Records; readonly today: string };

/** The next deadlines of the workspace, the earliest first; home and the badge on its place read the same query. */
export class Dues {
  readonly #world: World;
  #pages = $state(1);
  #kept: VolymRecord[] = [];
  // One more than is shown says whether there is more. While a longer page is read the shorter one stays.
  #records = $derived.by(() => {
    const query = { order: 'due', limit: this.#pages * PAGE + 1 } as const;
    return live(
      this.#world.records.live(query),
      untrack(() => this.#kept),
    );
  });
  #rows = $derived.by(() => {
    this.#kept = this.#records.current;
    const understood = this.#kept.slice(0, this.#pages * PAGE).filter((record) => conditionOf(record) === 'fine');
    return homeRows(understood, this.#world.today);
  });

  constructor(world: World) {
    this.#world = world;
  }

  /** False until the first answer came. */
  get ready(): boolean {
    return this.#records.ready || this.#pages > 1;
  }
  get rows(): readonly HomeRow[] {
    return this.#rows;
  }
  /** Late ones and those that need a hand. */
  get late(): number {
    return this.#rows.filter(({ urgency }) => urgency === 'late').length;
  }
  /** Whether more records have a deadline than are shown. */
  get hasMore(): boolean {
    return this.#records.current.length > this.#pages * PAGE;
  }
  get pages(): number {
    return this.#pages;
  }
  showMore(pages: number = this.#pages + 1): void {
    this.#pages = pages;
  }
}

const key = Symbol('dues');

/** Gives the deadlines to all screens below. */
export const provideDues = (dues: Dues): Dues => setContext(key, dues);

/** The deadlines that the frame gives. */
export const useDues = (): Dues => getContext<Dues>(key);
