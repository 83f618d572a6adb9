import { getContext, setContext, untrack } from 'svelte';
import { addDays } from '#core/day/day.ts';
import { homeRows, isNow, type HomeRow } from '#workspace/rules/reminders/home.ts';
import type { LocalTime } from '#core/day/local-time.ts';
import { NOW_DAYS } from '#core/day/now-days.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Query } from '#data/records/query.ts';
import { conditionOf } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import { reportBug } from '#platform/report-bug.ts';
import { live } from '#ui/live.ts';

/**
 * How many records with a deadline are read at a time of each part: indexed queries, never all
 * (docs/decisions/records.md).
 */
const PAGE = 50;

/** `time` tells what has ended with its moment; without it the day does. */
type World = { readonly records: Records; readonly today: string; readonly time?: LocalTime };

type Part = Pick<Query, 'dueFrom' | 'dueBefore'>;

const lateAt = (today: string): Part => ({ dueBefore: today });
const aheadAt = (today: string): Part => ({ dueFrom: today });

/** One more than is shown says whether there is more. */
const pagesOf = (part: Part, pages: number): Query => ({
  ...part,
  order: 'due',
  limit: pages * PAGE + 1,
});

/** The first page of both parts, as it was read of these records on this day. */
export type FirstDues = World & { readonly late: VolymRecord[]; readonly ahead: VolymRecord[] };

/**
 * Reads what home shows first, so that its rows are drawn with the frame and not after it;
 * undefined where they cannot be read. The app opens all the same: sync and safety need no list.
 */
export const readFirstDues = async ({ records, today }: World): Promise<FirstDues | undefined> => {
  try {
    const parts = [lateAt(today), aheadAt(today)].map((part) => records.find(pagesOf(part, 1)));
    const [late = [], ahead = []] = await Promise.all(parts);
    return { records, today, late, ahead };
  } catch (error) {
    reportBug('the first deadlines could not be read', error);
    return undefined;
  }
};

/**
 * One part of the deadlines, the earliest first, a page at a time. While a longer page is read the
 * shorter one stays.
 */
class DuePart {
  readonly #records: World['records'];
  readonly #part: () => Part;
  readonly #pages: () => number;
  readonly #isKnown: boolean;
  #kept: VolymRecord[];
  #found = $derived.by(() =>
    live(
      this.#records.live(pagesOf(this.#part(), this.#pages())),
      untrack(() => this.#kept),
    ),
  );
  #shown = $derived.by(() => {
    this.#kept = this.#found.current;
    return this.#kept
      .slice(0, this.#pages() * PAGE)
      .filter((record) => conditionOf(record) === 'fine');
  });

  constructor(
    records: Records,
    pages: () => number,
    part: () => Part,
    first: VolymRecord[] | undefined,
  ) {
    this.#records = records;
    this.#pages = pages;
    this.#part = part;
    this.#isKnown = first !== undefined;
    this.#kept = first ?? [];
  }

  get ready(): boolean {
    return this.#found.ready || this.#isKnown;
  }
  get shown(): readonly VolymRecord[] {
    return this.#shown;
  }
  get hasMore(): boolean {
    return this.#next !== undefined;
  }
  /** Whether the first that was not shown is due before a day. */
  hasMoreBefore(day: string): boolean {
    return this.#next !== undefined && this.#next.dueOn < day;
  }
  get #next(): VolymRecord | undefined {
    return this.#found.current[this.#pages() * PAGE];
  }
}

/**
 * The next deadlines of the workspace, the earliest first; home and the badge on its place read the
 * same queries. What is late has pages of its own, so that a long row of late ones does not hide
 * what is due next.
 */
export class Dues {
  #pages = $state(1);
  readonly #late: DuePart;
  readonly #ahead: DuePart;
  readonly #today: () => string;
  #wasReady = false;
  #stock = $state.raw<readonly HomeRow[]>([]);
  #rows: readonly HomeRow[];

  constructor(world: World, first?: FirstDues) {
    const pages = (): number => this.#pages;
    // Another workspace was entered since, or midnight was passed.
    const known =
      first?.records === world.records && first.today === world.today ? first : undefined;
    this.#late = new DuePart(world.records, pages, () => lateAt(world.today), known?.late);
    this.#ahead = new DuePart(world.records, pages, () => aheadAt(world.today), known?.ahead);
    this.#today = () => world.today;
    this.#rows = $derived(
      homeRows(newestOf([...this.#late.shown, ...this.#ahead.shown]), world.time ?? world.today),
    );
  }

  /**
   * False until the first answers came: what is late must not push down what was there before it.
   */
  get ready(): boolean {
    const both = [this.#late.ready, this.#ahead.ready];
    this.#wasReady ||= both.every(Boolean);
    return this.#wasReady || this.#pages > 1;
  }
  get rows(): readonly HomeRow[] {
    return this.ready ? this.#rows.concat(this.#stock) : [];
  }
  /**
   * Those under *do now*, as the badge says it: '' for none, "50+" when there are more of them than
   * were read.
   */
  get now(): string {
    const count = this.rows.filter(isNow).length;
    const isMore =
      this.#late.hasMore || this.#ahead.hasMoreBefore(addDays(this.#today(), NOW_DAYS + 1));
    return count === 0 ? '' : `${count}${isMore ? '+' : ''}`;
  }
  /** Whether any of them is late: what only waits for someone is no reason for red. */
  get isLate(): boolean {
    return this.rows.some(({ urgency }) => urgency === 'late');
  }
  /** Whether more records have a deadline than are shown. */
  get hasMore(): boolean {
    return this.#late.hasMore || this.#ahead.hasMore;
  }
  get pages(): number {
    return this.#pages;
  }
  /**
   * Apps that want more licences, once they are counted (`stock/`): what has a day does not wait
   * for them.
   */
  showStock(rows: readonly HomeRow[]): void {
    this.#stock = rows;
  }
  /** What needs attention but is not a record's deadline. */
  get stock(): readonly HomeRow[] {
    return this.#stock;
  }
  showMore(pages: number = this.#pages + 1): void {
    this.#pages = pages;
  }
}

/**
 * Each record once: one that moves from one part to the other is in both until both have heard of
 * it.
 */
const newestOf = (records: readonly VolymRecord[]): VolymRecord[] => {
  // Filled and read here alone: nothing follows its changes.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  const byId = new Map<string, VolymRecord>();
  for (const record of records)
    if ((byId.get(record.id)?.updatedAt ?? -1) < record.updatedAt) byId.set(record.id, record);
  return [...byId.values()];
};

const key = Symbol('dues');

/** Gives the deadlines to all screens below. */
export const provideDues = (dues: Dues): Dues => setContext(key, dues);

/** The deadlines that the frame gives. */
export const useDues = (): Dues => getContext<Dues>(key);
