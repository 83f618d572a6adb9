import { KEYRING_ID } from '#domain/workspace/keyring.ts';
import { keyringStanding, type KeyringStanding } from '#data/vault/keyring-standing.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { App } from '../app.svelte.ts';
import { live } from '../live.ts';
import { loadKeyringTrouble, type LoadedTrouble } from './load-keyring-trouble.ts';

/** How it stands with the keyring, looked at anew with each write of it, and what tells of a trouble, once there is one. */
export class KeyringWatch {
  standing = $state.raw<KeyringStanding>({});
  loaded = $state.raw<LoadedTrouble>();

  /** Made with a screen, which it goes with. */
  constructor(app: Pick<App, 'records' | 'opened' | 'vaultIsOpen' | 'language'>) {
    const keyring = live(app.records.liveOne(KEYRING_ID), undefined);
    $effect(() => {
      void [keyring.current, app.vaultIsOpen];
      void this.#look(app.opened, app.language);
    });
  }

  async #look(opened: App['opened'], language: App['language']): Promise<void> {
    try {
      this.standing = await keyringStanding(opened);
      if (this.standing.trouble !== undefined) this.loaded = await loadKeyringTrouble(language);
    } catch (error) {
      reportBug('the keyring was not looked at', error);
    }
  }
}
