import { phraseToKeep, PHRASE_WORDS, plainPhrase } from '#data/vault/seal/secret.ts';
import { strengthOf, type Strength } from '#data/vault/seal/strength.ts';
import { drawWords } from '#data/vault/words/draw.ts';

/**
 * The words that phrases and kits are drawn from; whether one is in any list is loaded for who
 * makes up an own phrase.
 */
export type WordLists = {
  readonly list: readonly string[];
  readonly loadListed: () => Promise<(word: string) => boolean>;
};

/** The same, where those words are loaded when they are drawn first. */
export type LaterWords = Pick<WordLists, 'loadListed'> & {
  readonly load: () => Promise<readonly string[]>;
};

/** A passphrase that is chosen and typed again; lives in the page's memory alone. */
export class NewPhrase {
  kind: 'words' | 'own' = $state('words');
  own = $state('');
  again = $state('');
  #words = $state.raw<readonly string[]>([]);
  #lists: WordLists = { list: [], loadListed: () => Promise.resolve(() => false) };
  #isListed = $state.raw<(word: string) => boolean>();

  /** Draws five words. */
  draw(lists: WordLists): void {
    this.#lists = lists;
    this.newWords();
  }

  /** Draws them where none were drawn yet. */
  async drawOnce({ load, loadListed }: LaterWords): Promise<void> {
    const list = await load();
    if (this.#lists.list.length === 0) this.draw({ list, loadListed });
  }

  get words(): readonly string[] {
    return this.#words;
  }
  /** Forgets what was drawn and typed: someone else may go on. */
  startOver(): void {
    this.own = '';
    this.newWords();
  }
  newWords(): void {
    const { list } = this.#lists;
    this.#words = list.length === 0 ? [] : drawWords(list, PHRASE_WORDS);
    this.again = '';
  }
  useKind(kind: 'words' | 'own'): void {
    [this.kind, this.again] = [kind, ''];
    if (kind === 'own')
      void this.#lists.loadListed().then((isListed) => (this.#isListed = isListed));
  }
  /** The passphrase in the form that is wrapped. */
  get phrase(): string {
    if (this.kind === 'words') return this.#words.join(' ');
    return this.#isListed === undefined ? '' : phraseToKeep(this.own, this.#isListed);
  }
  get strength(): Strength {
    // Chance drew them: that one came twice, or looks like a row of keys, makes them no easier to
    // guess.
    if (this.kind === 'words') return this.#words.length < PHRASE_WORDS ? 'weak' : 'very-strong';
    return this.#isListed === undefined ? 'weak' : strengthOf(this.phrase, this.#isListed);
  }
  get isSame(): boolean {
    const typed = plainPhrase(this.again);
    return this.kind === 'words'
      ? typed.toLowerCase() === this.phrase
      : typed === plainPhrase(this.own);
  }
  /**
   * Which of the words is typed otherwise (1-based), 0 for none. One that may still be on its way
   * counts once it is as long as the right one, or when someone is `done`.
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
        const phrase = typed[place] ?? '';
        return phrase !== '' && phrase !== word && !isOnItsWay(place, phrase);
      })
    );
  }
  get isReady(): boolean {
    return this.phrase !== '' && this.isSame && this.strength !== 'weak';
  }
}
