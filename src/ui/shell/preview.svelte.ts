/**
 * What is beside a list while nobody has chosen: its first row. Once shown it stays as long as
 * the list has it, so that what is done with it does not put another under the hand.
 */
export class Preview {
  readonly #isWanted: () => boolean;
  #ids = $state.raw<readonly string[]>([]);
  #kept = '';

  /** `isWanted`: there is room for it, and nothing is chosen. */
  constructor(isWanted: () => boolean) {
    this.#isWanted = isWanted;
  }

  readonly #shown = $derived.by((): string | undefined => {
    const isWanted = this.#isWanted();
    if (!isWanted || !this.#ids.includes(this.#kept))
      this.#kept = isWanted ? (this.#ids[0] ?? '') : '';
    return this.#kept === '' ? undefined : this.#kept;
  });

  /** The rows of the list, in their order. */
  offer(ids: readonly string[]): void {
    this.#ids = ids;
  }
  /** Id of the row whose detail is shown; undefined where none is. */
  get shown(): string | undefined {
    return this.#shown;
  }
}
