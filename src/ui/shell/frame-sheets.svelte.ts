/** Whether a sheet of the frame is open. */
class FrameSheet {
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

/** The list of keys: by `?`, or by its row in More and Settings. */
export const keysHelp = new FrameSheet();

/**
 * The question what is to be added: by the plus of home, or by `n` where no programme has the
 * screen.
 */
export const newChoice = new FrameSheet();

/** Whether a keyboard is likely: a finger alone has none, and nothing tells for sure. */
export const hasKeyboard = (): boolean =>
  matchMedia('(any-hover: hover) and (any-pointer: fine)').matches;
