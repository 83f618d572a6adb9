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
    return strengthOf(this.phrase, this.#lists.isListed);
  }
  get isSame(): boolean {
    const typed = plainPhrase(this.again);
    return this.kind === 'words' ? typed.toLowerCase() === this.phrase : typed === plainPhrase(this.own);
  }
  get isReady(): boolean {
    return this.phrase !== '' && this.isSame && this.strength !== 'weak';
  }
}
