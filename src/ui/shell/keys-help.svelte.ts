/** Whether the list of keys is shown: by `?`, or by its row in More and Settings. */
class KeysHelp {
  #isOpen = $state(false);

  get isOpen(): boolean {
    return this.#isOpen;
  }
  open(): void {
    this.#isOpen = true;
  }
  close(): void {
    this.#isOpen = false;
  }
}

/** The one list of keys of the page. */
export const keysHelp = new KeysHelp();

/** Whether a keyboard is likely: a finger alone has none, and nothing tells for sure. */
export const hasKeyboard = (): boolean => matchMedia('(any-hover: hover) and (any-pointer: fine)').matches;
