import type { WrapSecret } from '#data/vault/keyring/keyring.ts';
import { KIT_WORDS } from '#data/vault/seal/secret.ts';
import { drawMark, drawPlaces, drawWords } from '#data/vault/words/draw.ts';

/**
 * A recovery kit that was drawn and is checked against its paper; lives in the page's memory alone.
 */
export class NewKit {
  /** What is typed in the check, for the two places. */
  check: [string, string] = $state(['', '']);
  /** Whether all words are shown; the check is closed then. */
  isShown = $state(false);
  #words = $state.raw<readonly string[]>([]);
  #mark = $state('');
  #places = $state.raw<readonly [number, number]>([1, 2]);

  /** Draws the words and the mark. */
  draw(list: readonly string[]): void {
    this.#words = drawWords(list, KIT_WORDS);
    this.#mark = drawMark();
    this.newCheck();
  }

  /** Draws them where none were drawn yet: those of a paper that was printed stay. */
  async drawOnce(load: () => Promise<readonly string[]>): Promise<void> {
    const list = await load();
    if (this.#words.length === 0) this.draw(list);
  }

  get words(): readonly string[] {
    return this.#words;
  }
  /** Tells the paper from one that was begun before. */
  get mark(): string {
    return this.#mark;
  }
  /** Places (1-based) of the words that the check asks for. */
  get places(): readonly [number, number] {
    return this.#places;
  }
  /** What the kit wraps keys under, with the number that is printed on it. */
  secret(number: number): WrapSecret & { readonly by: 'recovery-kit' } {
    return { by: 'recovery-kit', text: this.#words.join(' '), number, mark: this.#mark };
  }
  /** Draws other words to ask for, and opens the check. */
  newCheck(): void {
    this.#places = drawPlaces(KIT_WORDS);
    this.check = ['', ''];
    this.isShown = false;
  }
  isRight(which: 0 | 1): boolean {
    return this.check[which].trim().toLowerCase() === this.#words[this.#places[which] - 1];
  }
  get isChecked(): boolean {
    return !this.isShown && this.isRight(0) && this.isRight(1);
  }
}
