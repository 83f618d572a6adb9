import type { NewWorkspace } from '#data/create-workspace.ts';
import { KIT_WORDS, phraseToKeep, PHRASE_WORDS, plainPhrase } from '#data/vault/secret.ts';
import { strengthOf, type Strength } from '#data/vault/strength.ts';
import { drawMark, drawPlaces, drawWords, loadListed, loadWords, type WordLanguage } from '#data/vault/words/draw.ts';

/** The steps of the first start, in order. */
export type SetupStep = 'choose' | 'names' | 'passphrase' | 'kit';

/** What is typed and drawn until a workspace is made; lives in the page's memory alone. */
export class Setup {
  credit = $state(true);
  person = $state('');
  workspace = $state('');
  /** Where to go when the workspace is there. */
  goal: 'home' | 'import' = 'home';
  kind: 'words' | 'own' = $state('words');
  own = $state('');
  again = $state('');
  /** What is typed in the check of the kit, for the two places. */
  check: [string, string] = $state(['', '']);
  /** Whether all words of the kit are shown; the check is closed then. */
  kitIsShown = $state(false);
  #words = $state.raw<readonly string[]>([]);
  #kit = $state.raw<readonly string[]>([]);
  #mark = $state('');
  #places = $state.raw<readonly [number, number]>([1, 2]);
  #list: readonly string[] = [];
  #isListed: (word: string) => boolean = () => false;

  /** Loads the word lists and draws words and kit, once. */
  async draw(language: WordLanguage): Promise<void> {
    if (this.#list.length > 0) return;
    [this.#list, this.#isListed] = await Promise.all([loadWords(language), loadListed()]);
    this.#kit = drawWords(this.#list, KIT_WORDS);
    this.#mark = drawMark();
    this.newWords();
    this.newCheck();
  }

  get words(): readonly string[] {
    return this.#words;
  }
  newWords(): void {
    this.#words = drawWords(this.#list, PHRASE_WORDS);
    this.again = '';
  }
  useKind(kind: 'words' | 'own'): void {
    [this.kind, this.again] = [kind, ''];
  }

  get namesAreThere(): boolean {
    return this.person.trim() !== '' && this.workspace.trim() !== '';
  }
  /** The passphrase in the form that is wrapped. */
  get phrase(): string {
    return this.kind === 'words' ? this.#words.join(' ') : phraseToKeep(this.own, this.#isListed);
  }
  get strength(): Strength {
    return strengthOf(this.phrase, this.#isListed);
  }
  get isSame(): boolean {
    const typed = plainPhrase(this.again);
    return this.kind === 'words' ? typed.toLowerCase() === this.phrase : typed === plainPhrase(this.own);
  }
  get phraseIsReady(): boolean {
    return this.phrase !== '' && this.isSame && this.strength !== 'weak';
  }

  get kit(): readonly string[] {
    return this.#kit;
  }
  /** Tells the paper from one that was begun before. */
  get mark(): string {
    return this.#mark;
  }
  /** Places (1-based) of the words that the check asks for. */
  get places(): readonly [number, number] {
    return this.#places;
  }
  /** Draws other words to ask for, and opens the check. */
  newCheck(): void {
    this.#places = drawPlaces(KIT_WORDS);
    this.check = ['', ''];
    this.kitIsShown = false;
  }
  isRight(which: 0 | 1): boolean {
    return this.check[which].trim().toLowerCase() === this.#kit[this.#places[which] - 1];
  }
  get kitIsChecked(): boolean {
    return !this.kitIsShown && this.isRight(0) && this.isRight(1);
  }

  /** The step to show when the address asks for one: never past what is missing, e.g. after a reload. */
  reached(step: SetupStep): SetupStep {
    if (step === 'choose' || !this.credit) return 'choose';
    if (step === 'names' || !this.namesAreThere) return 'names';
    return step === 'passphrase' || !this.phraseIsReady ? 'passphrase' : 'kit';
  }

  /** What the workspace is made of. */
  get made(): NewWorkspace {
    return {
      name: this.workspace.trim(),
      person: this.person.trim(),
      programmes: ['apple-credit'],
      passphrase: this.phrase,
      kitWords: this.#kit,
      kitMark: this.#mark,
    };
  }
}
