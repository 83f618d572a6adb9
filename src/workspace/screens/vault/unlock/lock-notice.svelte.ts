import { standsAtLock, type AtLock } from '#workspace/rules/people/at-lock.ts';
import { changeToTell } from '#workspace/rules/people/changed-secret.ts';
import { KEYRING_ID, type KeyringData, type Wrap } from '#workspace/rules/vault/keyring.ts';
import { wrapsInUse } from '#workspace/rules/vault/keyring-commands.ts';
import { asKeyring } from '#data/vault/keyring/keyring-in.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { App } from '#ui/app.svelte.ts';
import { live } from '#ui/live.ts';
import type { Texts } from '#ui/text.ts';
import { loadLockWords, type LockWords } from './load-lock-words.ts';
import type { LockReason } from './lock-words.ts';

type Here = Pick<App, 'records' | 'me' | 'mayChange' | 'language' | 'clock' | 'syncStatus'>;

const NONE = { wraps: {} } as const;

/**
 * What the lock tells the person in front of it: why they may not open it and whom to ask, and that
 * its secret was changed.
 */
export class LockNotice {
  readonly #app: Here;
  readonly #format: () => Texts['format'];
  readonly #people;
  readonly #keyring;
  #words = $state.raw<LockWords>();
  #failed = $state(false);

  /** Made with a screen, which it goes with. */
  constructor(app: Here, format: () => Texts['format']) {
    [this.#app, this.#format] = [app, format];
    this.#people = live(app.records.live({ kind: 'person' }), []);
    this.#keyring = live(app.records.liveOne(KEYRING_ID), undefined);
    $effect(() => {
      const { language } = this.#app;
      if (this.#hasNews && this.#words?.language !== language) void this.#load(language);
    });
  }

  /**
   * Whether the person's situation is known and its words are loaded: nothing should jump once it
   * is shown.
   */
  get isReady(): boolean {
    const isKnown = this.#people.ready && this.#keyring.ready;
    return isKnown && (!this.#hasNews || this.#words !== undefined || this.#failed);
  }
  /** The situation as shown: until the words are loaded, only the vault's answers tell anything. */
  get stands(): AtLock {
    return this.#words === undefined ? 'opens' : this.#stands;
  }
  get reason(): LockReason | undefined {
    return this.#words?.lockReason(this.#stands, this.#here, this.#words.texts);
  }
  /** Draws the reason. */
  get LockNote(): LockWords['LockNote'] | undefined {
    return this.#words?.LockNote;
  }
  /** The note after a wrong answer; undefined if there is nothing to say. */
  changed(kind: Wrap['by']): string | undefined {
    const change = this.#changeOf(kind);
    return change && this.#words?.changeWords(kind, change, this.#here, this.#words.texts);
  }

  get #here() {
    const { me, mayChange, clock } = this.#app;
    const people = this.#people.current;
    const known = { people, wraps: wrapsInUse(this.#data), mayChange };
    return { me, known, now: clock.now(), format: this.#format() };
  }
  get #data(): Pick<KeyringData, 'wraps' | 'workspaceKey'> {
    return asKeyring(this.#keyring.current) ?? NONE;
  }
  get #stands(): AtLock {
    const { me, known } = this.#here;
    const stands = standsAtLock(me, known);
    // The app itself asks a reader then: the phrase brings the keys that others changed.
    return stands === 'only-reads' && this.#app.syncStatus.state === 'other-keys'
      ? 'opens'
      : stands;
  }
  #changeOf(kind: Wrap['by']): Wrap['changed'] {
    const { me, known, now } = this.#here;
    return changeToTell(this.#data, kind, {
      person: known.people.find(({ id }) => id === me),
      now,
    });
  }
  get #hasNews(): boolean {
    return (
      this.#stands !== 'opens' ||
      [this.#changeOf('passphrase'), this.#changeOf('recovery-kit')].some(
        (change) => change !== undefined,
      )
    );
  }
  async #load(language: App['language']): Promise<void> {
    try {
      this.#words = await loadLockWords(language);
    } catch (error) {
      reportBug('what the lock tells was not loaded', error);
      this.#failed = true;
    }
  }
}
