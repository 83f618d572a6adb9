import type { Observable } from 'rxjs';
import type { Sealed } from '#core/record/sealed.ts';
import type { Result } from '#core/result.ts';
import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import type { Clock } from '#platform/clock.ts';
import type { WatchPresence } from '#platform/browser/presence.ts';
import type { Settings } from '../device/settings.ts';
import { openAttemptCount } from './lock/attempt-count.ts';
import { limitsOf } from './lock/auto-lock.ts';
import type { Derive, KeyWaiter } from './derive/derive.ts';
import type { DoorRecords } from './lock/door.ts';
import { deviceKeysOf } from './device-keys.ts';
import { keyedHash } from './seal/keyed-hash.ts';
import { holdKeys, VaultLocked, type HeldKeys, type VaultState } from './held-keys.ts';
import type { OpenedKeys } from './keys.ts';
import { lockLine } from './lock/lock-line.ts';
import type { Box } from './seal/sealed-box.ts';
import type { Place } from './seal/sealed-field.ts';
import type { Secret } from './seal/secret.ts';
import type { VaultProblem } from './vault-problem.ts';

/** The vault of one workspace in this tab (docs/decisions/vault.md). */
export type Vault = {
  readonly state$: Observable<VaultState>;
  readonly isOpen: boolean;
  /** When it was locked (ms), or undefined when it has been so since the app started. */
  readonly lockedSince: number | undefined;
  /**
   * Aborted by the next lock, also while it is locked: who takes long to make keys opens nothing
   * with them then.
   */
  readonly untilLocked: AbortSignal;
  /** Wrong answers in a row, and the rest of the wait (ms). */
  attempts(): { readonly count: number; readonly waitMs: number };
  /**
   * Refuses with `may-not-open` (params: by) and `wait` (params: attempt, waitMs) without trying,
   * `wrong-passphrase` / `wrong-kit` (params: attempt, waitMs until the next) and `keys-changed`
   * for a former one (same params), `no-keyring`, `derive-failed` (params: why), `not-loaded`,
   * `given-up` if the user gave up, or locked or closed the vault meanwhile, `other-workspace` if
   * it opens only a stranger's keyring.
   */
  unlock(secret: Secret, waiter?: KeyWaiter): Promise<Result<void, VaultProblem>>;
  /** Locks this workspace in every tab. */
  lock(): void;
  /**
   * Calls the listener at once when the app is left or locked, so that a shown code can be hidden.
   * Returns how to stop.
   */
  onHide(listener: () => void): () => void;
  /** Seals a text for its place; throws `VaultLocked`. */
  seal(text: string, at: Place): Promise<Sealed>;
  /** Opens a sealed text at its place; throws `VaultLocked`, `CannotOpen`. */
  open(sealed: Sealed, at: Place): Promise<string>;
  /** 32 hex digits that name a code: the id of its record. Throws `VaultLocked`. */
  fingerprint(code: string): Promise<string>;
  /**
   * The keys that another device needs to keep this workspace in step, sealed for it. Throws
   * `VaultLocked`.
   */
  sealForNewcomer(under: CryptoKey): Promise<Box>;
  /** 32 hex digits under the id key of this device; works while locked. */
  keyedId(...parts: string[]): Promise<string>;
  close(): void;
};

/** What a vault is opened with. */
export type VaultParts = {
  readonly workspaceId: string;
  keyring(): Promise<KeyringData | undefined>;
  /** The records that say who may open codes; without them nobody is checked. */
  readonly records?: DoorRecords | undefined;
  readonly settings: Settings;
  readonly clock: Clock;
  /** The keys, when the workspace was made a moment ago: the vault is open then. */
  readonly opened?: OpenedKeys | undefined;
  readonly derive?: Derive | undefined;
  readonly watch?: WatchPresence | undefined;
};

/**
 * A start draws home without it; the screens that ask for a secret have loaded it before they ask.
 */
const late = () => import('./unlock.ts');

const unlockLate = async (...given: Parameters<Awaited<ReturnType<typeof late>>['unlock']>) =>
  (await late()).unlock(...given);

/** Holds the keys that were handed in, if any were. */
const holdFromStart = (opened: OpenedKeys | undefined, parts: VaultParts, held: HeldKeys): void => {
  if (opened === undefined) return;
  held.hold(opened);
  // If it cannot be loaded: the person is checked at the next unlocking.
  void late()
    .then(({ standInside }) => standInside(parts, held))
    .catch(() => undefined);
};

/** The vault of a workspace, locked unless its keys are handed in. */
export const openVault = ({ opened, ...parts }: VaultParts): Vault => {
  // No closure keeps the keys: locking drops what is held.
  const { workspaceId, settings, clock } = parts;
  const held = holdKeys(clock, () => limitsOf(settings), parts.watch);
  const count = openAttemptCount(workspaceId, settings, clock);
  // Only a deliberate lock is announced to the other tabs: each of them knows whether it is hidden
  // or idle.
  const line = lockLine(workspaceId, held.drop);
  holdFromStart(opened, parts, held);
  return {
    state$: held.state$,
    get isOpen() {
      return held.now !== undefined;
    },
    get lockedSince() {
      return held.droppedAt;
    },
    get untilLocked() {
      return held.untilDropped;
    },
    attempts: count.seen,
    // Heeded from this moment on: it may be locked before anything is loaded.
    unlock: (secret, waiter) =>
      unlockLate(secret, parts, { held, count, waiter, untilDropped: held.untilDropped }),
    lock: () => {
      held.drop();
      line.say('lock');
    },
    onHide: held.onHide,
    seal: async (text, at) => held.needed().seal(text, at),
    open: async (sealed, at) => held.needed().open(sealed, at),
    fingerprint: async (code) => held.needed().recognise(code),
    sealForNewcomer: async (under) => held.needed().sealForNewcomer(under),
    keyedId: idMaker(workspaceId, held),
    close: () => {
      held.drop();
      line.close();
    },
  };
};

/** The id key is read once: an import asks for thousands of ids. */
const idMaker = (workspaceId: string, held: HeldKeys): Vault['keyedId'] => {
  let kept: CryptoKey | undefined;
  return async (...parts) => {
    kept ??= held.now?.id ?? (await deviceKeysOf(workspaceId))?.id;
    if (kept === undefined) throw new VaultLocked('this device has no key for ids yet');
    return keyedHash(kept, parts);
  };
};
