import { SvelteSet } from 'svelte/reactivity';
import { PROGRAMMES, type ProgrammeId } from '#core/record/record.ts';
import {
  questionsOf,
  ruleToday,
  type RuleQuestion,
  type RulesToday,
} from '#programmes/rules-today.ts';
import type { NewWorkspace } from '#data/workspace/create-workspace.ts';
import type { Language } from '#core/language/language.ts';
import { loadListed, loadWords } from '#data/vault/words/draw.ts';
import { MakingKey } from '../vault/unlock/making-key.svelte.ts';
import { NewKit } from '../vault/kit/new-kit.svelte.ts';
import { NewPhrase } from '../vault/passphrase/new-phrase.svelte.ts';

/** The steps of the first start, in order. */
export type SetupStep = 'choose' | 'rules' | 'names' | 'passphrase' | 'kit';

/** What is typed and drawn until a workspace is made; lives in the page's memory alone. */
export class Setup {
  /** What the team manages; everything, until something is left out. */
  readonly chosen = new SvelteSet<ProgrammeId>(PROGRAMMES);
  /** Which rules hold today; those not chosen are the seed's. */
  rules = $state.raw<RulesToday>({});
  person = $state('');
  workspace = $state('');
  /** Where to go when the workspace is there. */
  goal: 'home' | 'import' = 'home';
  readonly phrase = new NewPhrase();
  readonly kit = new NewKit();
  /** The keys that the workspace is made with. */
  readonly making = new MakingKey();
  /** Why they could not be made, until the next try. */
  failure = $state<string>();
  #isDrawn = false;

  /** Loads the word lists and draws words and kit, once. */
  async draw(language: Language): Promise<void> {
    if (this.#isDrawn) return;
    const list = await loadWords(language);
    this.#isDrawn = true;
    this.phrase.draw({ list, loadListed });
    this.kit.draw(list);
  }

  /** What was chosen of the programmes that there are, at least one before anything can begin. */
  get programmes(): readonly ProgrammeId[] {
    return PROGRAMMES.filter((programme) => this.chosen.has(programme));
  }

  /** Puts a programme among what is managed, or leaves it out. */
  choose(programme: ProgrammeId, isKept: boolean): void {
    if (isKept) this.chosen.add(programme);
    else this.chosen.delete(programme);
  }

  /** What is asked of the rules, of the programmes that were chosen. */
  get asked(): readonly RuleQuestion[] {
    return questionsOf(this.programmes);
  }

  get namesAreThere(): boolean {
    return this.person.trim() !== '' && this.workspace.trim() !== '';
  }

  /**
   * The step to show when the address asks for one: never past what is missing, e.g. after a
   * reload.
   */
  reached(step: SetupStep): SetupStep {
    if (step === 'choose' || this.programmes.length === 0) return 'choose';
    if (step === 'rules' && this.asked.length > 0) return 'rules';
    if (step === 'names' || step === 'rules' || !this.namesAreThere) return 'names';
    return step === 'passphrase' || !this.phrase.isReady ? 'passphrase' : 'kit';
  }

  // Going on with what was chosen beforehand is an answer, too: it is not asked again.
  get #said(): RulesToday {
    const seed = (question: RuleQuestion): string => ruleToday({}, question);
    return Object.fromEntries(
      this.asked.map((question) => [question, this.rules[question] ?? seed(question)]),
    );
  }

  /** What the workspace is made of. */
  get made(): NewWorkspace {
    return {
      name: this.workspace.trim(),
      person: this.person.trim(),
      programmes: this.programmes,
      rules: this.#said,
      passphrase: this.phrase.phrase,
      kitWords: this.kit.words,
      kitMark: this.kit.mark,
    };
  }
}
