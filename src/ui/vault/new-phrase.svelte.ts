import { phraseToKeep, PHRASE_WORDS, plainPhrase } from '#data/vault/secret.ts';
import { strengthOf, type Strength } from '#data/vault/strength.ts';
import { drawWords } from '#data/vault/words/draw.ts';

/** The words that phrases and kits are drawn from, and whether a word stands in any list. */
export type WordLists = { readonly list: readonly string[]; readonly isListed: (word: string) => boolean };

/** A passphrase that is chosen and typed again; lives in the page's memory alone. */
export class NewPhrase {
  kind: 'words' | 'own' = $state('words');
  own = $state('');
  again = $state('');
  #words = $state.raw<readonly string[]>([]);
  #lists: WordLists = { list: [], isListed: () => false };

  /** Draws five words. */
  draw(lists: WordLists): void {
    this.#lists = lists;
    this.newWords();
  }

  get words(): readonly string[] {
    return this.#words;
  }
  newWords(): void {
    this.#words = drawWords(this.#lists.list, PHRASE_WORDS);
    this.again = '';
  }
  useKind(kind: 'words' | 'own'): void {
    [this.kind, this.again] = [kind, ''];
  }
  /** The passphrase in the form that is wrapped. */
  get phrase(): string {
    return this.kind === 'words' ? this.#words.join(' ') : phraseToKeep(this.own, this.#lists.isListed);
  }
  get strength(): Strength {
    // Chance drew them: that one came twice, or looks like a row of keys, makes them no easier to guess.
    if (this.kind === 'words') return this.#words.length < PHRASE_WORDS ? 'weak' : 'very-strong';
    return strengthOf(this.phrase, this.#lists.isListed);
  }
  get isSame(): boolean {
    const typed = plainPhrase(this.again);
    return this.kind === 'words' ? typed.toLowerCase() === this.phrase : typed === plainPhrase(this.own);
  }
  /**
   * Which of the words is typed otherwise (1-based), 0 for none. One that may still be on its way counts once it is as
   * long as the right one, or when someone is `done`.
   */
  differsAt(done: boolean): number {
    const typed = plainPhrase(this.again).toLowerCase().split(' ');
    const isOnItsWay = (place: number, word: string): boolean =>
      !done &&
      place === typed.length - 1 &&
      !this.again.endsWith(' ') &&
      word.length < (this.#words[place] ?? '').length;
    return (
      1 +
      this.#words.findIndex((word, place) => {
        const said = typed[place] ?? '';
        return said !== '' && said !== word && !isOnItsWay(place, said);
      })
    );
  }
  get isReady(): boolean {
    return this.phrase !== '' && this.isSame && this.strength !== 'weak';
  }
}
