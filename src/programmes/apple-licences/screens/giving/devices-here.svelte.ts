import type { Records } from '#data/records/records.ts';
import { readDevices, type ReadDevices } from './read-devices.ts';

/**
 * The devices of the workspace, read when someone asks for them and not before: only a sheet that
 * gives licences to devices does. What is read does not change under the fingers.
 */
export class DevicesHere {
  #here = $state.raw<ReadDevices>();
  #isAsked = false;
  readonly #closed = new AbortController();
  readonly #records: Pick<Records, 'find'>;

  constructor(records: Pick<Records, 'find'>) {
    this.#records = records;
  }

  /** Reactive: undefined until all of them were read. */
  get here(): ReadDevices | undefined {
    return this.#here;
  }

  /** Reads them, once. */
  readonly read = async (): Promise<void> => {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const { signal } = this.#closed;
    const here = await readDevices(this.#records, signal);
    if (!signal.aborted) this.#here = here;
  };

  /** The sheet is closed: what is not read yet is not needed. */
  readonly stop = (): void => this.#closed.abort();
}
