import { KIT_WORDS, plainWords, type Secret } from '#data/vault/seal/secret.ts';
import type { Vault } from '#data/vault/vault.ts';
import type { VaultProblem } from '#data/vault/vault-problem.ts';
import { reportBug } from '#platform/report-bug.ts';
import { UnderWay } from '#ui/form/under-way.svelte.ts';
import { MakingKey } from './making-key.svelte.ts';

/**
 * One try to open the vault on a screen: what is typed, what was answered, how long to wait.
 * Forgets all when it goes.
 */
export class Unlocking {
  by: Secret['by'] = $state('passphrase');
  phrase = $state('');
  kit = $state('');
  /**
   * The words of the kit that opened, for who chooses a new passphrase then; '' where it was the
   * passphrase.
   */
  openedWith = $state('');
  /** The key that is made of what was typed. */
  readonly making = new MakingKey();
  #problem = $state.raw<VaultProblem>();
  readonly #trying = new UnderWay();
  #seen = $state.raw({ count: 0, waitMs: 0 });
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #vault: Pick<Vault, 'unlock' | 'attempts'>;

  constructor(vault: Pick<Vault, 'unlock' | 'attempts'>, phrase = '') {
    this.#vault = vault;
    this.phrase = phrase;
    this.#seen = vault.attempts();
  }

  /** What was wrong with the last answer, until it is edited. */
  get problem(): VaultProblem | undefined {
    return this.#problem;
  }
  get isBusy(): boolean {
    return this.#trying.busy;
  }
  /** Wrong answers in a row. */
  get count(): number {
    return this.#seen.count;
  }
  /** What is left of the wait in whole seconds, counted up. */
  get waitSeconds(): number {
    return Math.ceil(this.#seen.waitMs / 1000);
  }
  /** The kit's words as typed so far. */
  get kitWords(): readonly string[] {
    const plain = plainWords(this.kit);
    return plain === '' ? [] : plain.split(' ');
  }
  get canTry(): boolean {
    if (this.isBusy || this.waitSeconds > 0) return false;
    return this.by === 'passphrase'
      ? this.phrase.trim() !== ''
      : this.kitWords.length === KIT_WORDS;
  }

  /**
   * The next try is on all wraps of the keyring: there are more than are tried by themselves, and
   * none of those opened.
   */
  get triesAll(): boolean {
    return this.#problem?.code === 'too-many-wraps';
  }

  /** Another way in; what was typed stays, and what is tried is given up. */
  change(by: Secret['by']): void {
    this.making.end();
    this.by = by;
    this.#problem = undefined;
  }
  edited(): void {
    this.#problem = undefined;
  }

  /** Forgets the kit that opened: locked meanwhile, it is asked for again. */
  forgetKit(): void {
    this.openedWith = '';
  }

  /**
   * Counts the wait down while the screen shows it; returns how to stop, which gives up what is
   * tried.
   */
  watch(): () => void {
    const look = (): void => {
      this.#seen = this.#vault.attempts();
      // Just after the second has changed.
      this.#timer = setTimeout(
        look,
        this.#seen.waitMs === 0 ? 1000 : (this.#seen.waitMs % 1000) + 20,
      );
    };
    look();
    return () => {
      clearTimeout(this.#timer);
      this.making.end();
    };
  }

  /** Tries what is typed; true when the vault is open. */
  async try(): Promise<boolean> {
    return this.canTry && (await this.#trying.run(() => this.#tried())) === true;
  }

  async #tried(): Promise<boolean> {
    try {
      const { by, triesAll: isAll } = this;
      const text = by === 'passphrase' ? this.phrase : this.kit;
      const answer = await this.making.during((waiter) =>
        this.#vault.unlock({ by, text }, { ...waiter, isAll }),
      );
      this.#problem = answer.ok || answer.problem.code === 'given-up' ? undefined : answer.problem;
      this.#seen = this.#vault.attempts();
      if (answer.ok)
        [this.openedWith, this.phrase, this.kit] = [by === 'recovery-kit' ? text : '', '', ''];
      return answer.ok;
    } catch (error) {
      // What nobody foresaw becomes a sentence, never a sheet that stays and says nothing.
      reportBug('the vault was not opened', error);
      this.#problem = { code: 'not-opened' };
      return false;
    }
  }
}
