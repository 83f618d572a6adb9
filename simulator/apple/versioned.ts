/**
 * A listing as Apple versions it: any write gives it a new id, and a reader may ask for what was
 * written since one (apple.md §2.4).
 */
export class Versioned<T extends object> {
  readonly records: T[];
  readonly #newId: () => string;
  readonly #writtenAt = new WeakMap<T, number>();
  readonly #versions = new Map<string, number>();
  #version: string;

  constructor(records: readonly T[], newId: () => string, version: string = newId()) {
    this.records = records.map((record) => ({ ...record }));
    this.#newId = newId;
    this.#version = version;
    this.#versions.set(version, 0);
  }

  get version(): string {
    return this.#version;
  }

  /**
   * Begins a new version in which these were written. What was removed leaves no trace in it: Apple
   * documents none.
   */
  write(records: readonly T[]): void {
    this.#version = this.#newId();
    const number = this.#versions.size;
    this.#versions.set(this.#version, number);
    for (const record of records) this.#writtenAt.set(record, number);
  }

  /** The records that were written after a version; undefined for an id that was never given. */
  since(version: string): readonly T[] | undefined {
    const number = this.#versions.get(version);
    if (number === undefined) return undefined;
    return this.records.filter((record) => (this.#writtenAt.get(record) ?? 0) > number);
  }
}
