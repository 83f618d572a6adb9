import { VaultLocked } from '#data/vault/held-keys.ts';
import type { Vault } from '#data/vault/vault.ts';

/** The workspace is left: what Apple is asked in it ends, and goes on another time. */
export class WorkspaceLeft extends Error {
  override readonly name = 'WorkspaceLeft';
}

/** What ends from outside what Apple is asked; neither is anybody's wish to stop it. */
export type TurnedAway = {
  /** The workspace is left: nothing more is sent, kept or written down. */
  readonly left: AbortSignal;
  /**
   * The vault was locked, with `VaultLocked` as the reason: nothing more is sent. What Apple did is
   * written down all the same.
   */
  readonly locked: AbortSignal;
};

/** The text of a token, for as long as the vault stays open. */
export type OpenedToken = Pick<TurnedAway, 'locked'> & {
  /**
   * Throws `VaultLocked` once the vault was locked, also when it is open again: it is opened again
   * then.
   */
  text(): string;
  /** What it was opened for is over. */
  letGo(): void;
};

/** Holds an opened text until the vault locks or it is let go of. */
export const holdToken = (vault: Pick<Vault, 'state$'>, opened: string): OpenedToken => {
  const lock = new AbortController();
  let text: string | undefined = opened;
  const watching = vault.state$.subscribe((state) => {
    if (state !== 'locked') return;
    text = undefined;
    lock.abort(new VaultLocked('the vault was locked meanwhile'));
  });
  return {
    locked: lock.signal,
    text: () => {
      if (text === undefined) throw new VaultLocked('the token is locked in again');
      return text;
    },
    letGo: () => {
      watching.unsubscribe();
      text = undefined;
    },
  };
};
