import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { toRemember, type KnownKeyring } from '#workspace/rules/vault/keyring-trouble.ts';
import { boxOf, wholeBoxOf } from '#workspace/rules/vault/wrap-box.ts';
import { wrapsHere, type WrapsHere } from '#workspace/rules/vault/wraps-taken-off.ts';
import { keep, readKept } from '../device/device-store.ts';
import { keysInUse, type KeysInUse } from './keys-in-use.ts';
import type { OpenedKeys, RawKeys } from './keys.ts';

/**
 * The keyring that opened last on this device, as it was then, with its content. It is kept apart
 * from the records, where no other device writes, so that it still opens if someone removes the
 * wraps from the synced one.
 */
export type LastOpened = KnownKeyring & {
  readonly opened: Readonly<Partial<Record<Wrap['by'], string>>>;
  readonly inUse: KeysInUse & { readonly workspaceKey: string };
};

/** The content of a wrap that opened. */
export type InsideWrap = {
  readonly wrap: string;
  readonly inUse: KeysInUse;
  readonly workspaceKey: string;
  readonly vaultKeys: readonly string[];
  /** Ids of wraps that it took the place of. */
  readonly wrapsTakenOff?: readonly string[] | undefined;
  /** Ids of the workspace keys that gave way to these. */
  readonly keysBefore?: readonly string[] | undefined;
};

/** The content of a wrap that raw keys were taken from. */
export const insideOf = (
  raw: Omit<RawKeys, 'v' | 'id' | 'fingerprint'>,
  wrap: string,
): InsideWrap => ({
  wrap,
  inUse: keysInUse(raw),
  workspaceKey: raw.workspace.id,
  vaultKeys: Object.keys(raw.vault),
  wrapsTakenOff: raw.wrapsTakenOff,
  keysBefore: raw.keysBefore,
});

/** The same of keys that are ready for use. */
export const insideOpened = ({ wrap, inUse, workspace, vault }: OpenedKeys): InsideWrap => ({
  wrap,
  inUse,
  workspaceKey: workspace.id,
  vaultKeys: [...vault.keys()],
});

const keyFor = (workspaceId: string): string => `${workspaceId}/last-opened`;

/** What is known about the keyring that opened last here, if any. */
export const lastOpenedOf = (workspaceId: string): Promise<LastOpened | undefined> =>
  readKept<LastOpened>(keyFor(workspaceId));

/** Remembers a keyring that opened; one that holds older keys than the one before is not. */
export const keepLastOpened = async (
  workspaceId: string,
  keyring: KeyringData,
  inside: InsideWrap,
): Promise<void> => {
  const before = await lastOpenedOf(workspaceId);
  if (before !== undefined && goesBack(inside, before)) return;
  await keep(keyFor(workspaceId), openedAs(keyring, inside, before));
};

/** A keyring that opened, as it is remembered. */
export const openedAs = (
  keyring: KeyringData,
  { wrap, inUse, workspaceKey, vaultKeys, wrapsTakenOff = [], keysBefore }: InsideWrap,
  before?: LastOpened,
): LastOpened => {
  const by = keyring.wraps[wrap]?.by;
  const opened = { ...before?.opened, ...(by === undefined ? {} : { [by]: wrap }) };
  const named = { ...inUse, workspaceKey };
  const refused = before?.refused ?? {};
  const strangers = before?.strangers ?? {};
  const now = toRemember(keyring, named, before);
  // An older version remembered only the keyring that opened last.
  const known = before?.had === undefined && before !== undefined ? wrapsOfOlder(before) : before;
  const { had, gone } = wrapsHere(now, wrapsTakenOff, known ?? {});
  return {
    keyring: now,
    opened,
    inUse: named,
    vaultKeys,
    refused,
    strangers,
    had,
    gone,
    keysBefore,
  };
};

/** What an older version remembered: what it named as taken off opened nothing there. */
const wrapsOfOlder = ({ keyring }: LastOpened): WrapsHere =>
  wrapsHere(keyring, Object.keys(keyring.wrapsTakenOff ?? {}), {});

/** What is remembered, with the synced wraps that nobody vouches for. */
export const withStrangers = <Last extends LastOpened | undefined>(
  last: Last,
  wraps: readonly Wrap[],
): Last =>
  last && {
    ...last,
    strangers: Object.fromEntries(wraps.map((wrap) => [wrap.id, wholeBoxOf(wrap)])),
  };

/**
 * Remembers wraps that nobody vouches for, so that the user can be warned before typing a secret.
 */
export const keepStrangers = async (workspaceId: string, wraps: readonly Wrap[]): Promise<void> => {
  const before = await lastOpenedOf(workspaceId);
  if (before !== undefined && (wraps.length > 0 || before.strangers !== undefined))
    await keep(keyFor(workspaceId), withStrangers(before, wraps));
};

/** Whether keys are older than those that this device has opened: they seal nothing any more. */
export const goesBack = (
  { inUse, workspaceKey }: Pick<InsideWrap, 'inUse' | 'workspaceKey'>,
  { inUse: known }: Pick<LastOpened, 'inUse'>,
): boolean => workspaceKey !== known.workspaceKey && inUse.generation < known.generation;

/**
 * Remembers wraps that opened to older keys while the keyring kept here opens with the same secret:
 * they are not tried again.
 */
export const keepRefused = async (workspaceId: string, wrap: Wrap): Promise<void> => {
  const before = await lastOpenedOf(workspaceId);
  if (before === undefined) return;
  const box = boxOf(wrap) ?? '';
  await keep(keyFor(workspaceId), {
    ...before,
    refused: { ...before.refused, [wrap.id]: box },
  } satisfies LastOpened);
};
