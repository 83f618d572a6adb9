import {
  holderOf,
  sortHolders,
  type LicenceHolder,
} from '#programmes/apple-licences/rules/licence/licence-holders.ts';
import { isFine } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import { breath } from '#platform/breath.ts';
import { onceMore } from '#platform/once-more.ts';
import type { Found } from '#data/records/found.ts';
import { readMany } from '#data/records/read-under.ts';

type Read = Pick<Records, 'find' | 'many' | 'changed'>;

/**
 * So many at a time, with a breath in between: 20,000 read at once would hold the page up for a
 * second (docs/decisions/apps.md).
 */
const PAGE = 250;

/**
 * Who has a licence of an app, read page by page while the app is looked at: the first page is
 * shown at once, the others when all are read. Read again when one of them, or a user, changed;
 * never twice at a time.
 */
export class Holders {
  #all = $state.raw<readonly LicenceHolder[]>([]);
  #isWhole = $state(false);
  #isWatched = false;
  readonly #records: Read;
  readonly #app: string;
  readonly #compare: (a: string, b: string) => number;

  constructor(records: Read, app: string, compare: (a: string, b: string) => number) {
    this.#records = records;
    this.#app = app;
    this.#compare = compare;
  }

  /** Reactive: what needs attention first. */
  get all(): readonly LicenceHolder[] {
    return this.#all;
  }

  /** Reactive: whether all of them were read. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Reads, and again after each change; returns how to stop. */
  readonly watch = (): (() => void) => {
    this.#isWatched = true;
    const read = onceMore(() => this.#read());
    void read();
    const changes = [this.#app, ''].map((parent) =>
      this.#records.changed(parent).subscribe(() => void read()),
    );
    return () => {
      this.#isWatched = false;
      for (const subscription of changes) subscription.unsubscribe();
    };
  };

  async #read(): Promise<void> {
    const read: LicenceHolder[] = [];
    for (let after: string | undefined = ''; after !== undefined && this.#isWatched;) {
      const page = await this.#page(after);
      read.push(...(await this.#named(page)));
      if (!this.#isWhole && after === '') this.#all = sortHolders(read, this.#compare);
      after = page.length < PAGE ? undefined : page.at(-1)?.id;
      if (after !== undefined) await breath();
    }
    if (!this.#isWatched) return;
    this.#all = sortHolders(read, this.#compare);
    this.#isWhole = true;
  }

  async #page(after: string): Promise<Found<'assigned-licence'>[]> {
    const kind = 'assigned-licence';
    return this.#records.find({ kind, parent: this.#app, after, limit: PAGE });
  }

  /** What a newer app wrote has no row here. */
  async #named(page: readonly Found<'assigned-licence'>[]): Promise<LicenceHolder[]> {
    const fine = page.filter(isFine);
    const users = await readMany(
      this.#records,
      fine.map(({ data }) => data.user).filter((id) => id !== ''),
      'volume-user',
    );
    return fine.flatMap((licence) => {
      const user = users.get(licence.data.user);
      const isUser = user?.trashedOn === '';
      return holderOf(licence, isUser ? user : undefined) ?? [];
    });
  }
}
