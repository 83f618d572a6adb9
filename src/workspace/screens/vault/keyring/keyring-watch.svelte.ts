import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { keyringStanding, type KeyringStanding } from '#data/vault/keyring/keyring-standing.ts';
import { onShown } from '#data/sync/tabs/shown-line.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { App } from '#ui/app.svelte.ts';
import { live } from '#ui/live.ts';
import { loadKeyringTrouble, type LoadedTrouble } from './load-keyring-trouble.ts';

/**
 * The state of the keyring, looked at again with each write of it, each turn of the sync and
 * all that a server shows in its place, and what tells of a trouble, once there is one.
 */
export class KeyringWatch {
  standing = $state.raw<KeyringStanding>({});
  loaded = $state.raw<LoadedTrouble>();
  #looks = 0;
  #shown = $state(0);

  /** Made with a screen, which it goes with. */
  constructor(app: Pick<App, 'records' | 'opened' | 'vaultIsOpen' | 'language' | 'syncStatus'>) {
    const keyring = live(app.records.liveOne(KEYRING_ID), undefined);
    const turn = $derived(`${app.syncStatus.state} ${app.syncStatus.waiting === 0}`);
    $effect(() => onShown(() => void (this.#shown += 1)));
    $effect(() => {
      void [keyring.current, app.vaultIsOpen, turn, this.#shown];
      void this.#look(app.opened, app.language);
    });
  }

  async #look(opened: App['opened'], language: App['language']): Promise<void> {
    const look = (this.#looks += 1);
    try {
      const standing = await keyringStanding(opened);
      // What was found before is none any more.
      if (look !== this.#looks) return;
      this.standing = standing;
      if (standing.trouble !== undefined) this.loaded = await loadKeyringTrouble(language);
    } catch (error) {
      reportBug('the keyring was not looked at', error);
    }
  }
}
