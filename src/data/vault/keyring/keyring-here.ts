import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import type { LastOpened } from '../last-opened.ts';

/**
 * The keyring that is in step as it was read last, and how to read something to open: the kept one,
 * where there is none in step.
 */
export type KeyringHere = {
  readonly synced: KeyringData | undefined;
  readonly read: () => Promise<KeyringData | undefined>;
};

/**
 * A keyring that someone deleted is as if it had never come; the one that opened here last is
 * opened instead.
 */
export const keyringHere = (
  { keyring }: { keyring(): Promise<KeyringData | undefined> },
  last: LastOpened | undefined,
): KeyringHere => {
  let synced: KeyringData | undefined;
  return {
    get synced() {
      return synced;
    },
    read: async () => {
      synced = await keyring();
      return synced ?? last?.keyring;
    },
  };
};
