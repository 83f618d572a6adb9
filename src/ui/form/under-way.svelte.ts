/** Work that a press begins: while it is under way, another press begins nothing. */
export class UnderWay {
  #busy = $state(false);

  /** Something is under way. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Does it, and answers what it answered; undefined where something else is under way. */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#busy) return undefined;
    this.#busy = true;
    try {
      return await work();
    } finally {
      this.#busy = false;
    }
  }
}
