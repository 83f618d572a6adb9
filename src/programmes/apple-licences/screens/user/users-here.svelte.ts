import { onceMore } from '#platform/once-more.ts';
import type { Records } from '#data/records/records.ts';
import { licencesByUser, type HeldLicence } from './waiting-licences.ts';

/**
 * Which licences the users have, read in the background while a screen of users is there, and again
 * when something was written.
 */
export class LicencesOfUsers {
  #byUser = $state.raw<ReadonlyMap<string, HeldLicence[]>>();
  readonly #records: Pick<Records, 'find' | 'live'>;

  constructor(records: Pick<Records, 'find' | 'live'>) {
    this.#records = records;
  }

  /** Reactive: those of a user; undefined until all are read. */
  readonly of = (user: string): readonly HeldLicence[] | undefined =>
    this.#byUser === undefined ? undefined : (this.#byUser.get(user) ?? []);

  /**
   * Reads, and again when an app was written: what is given moves its count. Returns how to stop.
   */
  readonly watch = (): (() => void) => {
    const read = onceMore(async () => {
      this.#byUser = await licencesByUser(this.#records);
    });
    const apps = this.#records.live({ kind: 'volume-app' }).subscribe(() => void read());
    return () => apps.unsubscribe();
  };
}
