/** Whether it is asked what is to be added: by the plus of home, or by `n` where no programme has the screen. */
class NewChoice {
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

/** The one question of the page. */
export const newChoice = new NewChoice();
