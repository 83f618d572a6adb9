import { isKeyInUse } from '#workspace/rules/vault/keyring-commands.ts';
import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { shutWraps } from '#workspace/rules/vault/keyring-trouble.ts';
import { boxOf } from '#workspace/rules/vault/wrap-box.ts';
import { costOf, USUAL_COST, wrapsToTry } from '#workspace/rules/vault/wraps-to-try.ts';
import { DeriveFailed } from '../derive/derive-failed.ts';
import type { Derive, KeyWaiter } from '../derive/derive.ts';
import type { RawKeys } from '../keys.ts';
import { insideOf, type LastOpened } from '../last-opened.ts';
import type { Secret } from '../seal/secret.ts';
import { unwrapKeys } from './unwrap.ts';
import { isVouched } from './vouched-wraps.ts';

/** Raw keys, and the id of the wrap they were in. */
export type UnwrappedKeys = { readonly raw: RawKeys; readonly wrap: string };

/**
 * What is known about a keyring's wraps: what opened here last, who hears which of how many is
 * being tried, and whether to try all of them.
 */
export type KnownWraps = {
  readonly last?: LastOpened | undefined;
  readonly ontry?: KeyWaiter['onwrap'];
  readonly isAll?: boolean | undefined;
};

/** The result of the tries. */
export type TriedWraps = {
  readonly opened: readonly UnwrappedKeys[];
  readonly shut: readonly Wrap[];
  /** Those that the device could not derive a key for. */
  readonly failed: readonly {
    readonly wrap: Wrap;
    readonly error: DeriveFailed;
    readonly isKnown: boolean;
  }[];
  /**
   * The keys in use by a wrap that opened here before, or that someone vouches for: what strangers
   * wrote beside it cannot say otherwise.
   */
  readonly settled: UnwrappedKeys | undefined;
  readonly untried: number;
};

/** Whether a wrap of that id is in what opened here last, as it was then. */
export const isKnownWrap = (wrap: Wrap, last: LastOpened | undefined): boolean =>
  boxOf(last?.keyring.wraps[wrap.id]) === boxOf(wrap);

/**
 * Tries a secret on the wraps of its kind, those known here first. A wrap that the device cannot
 * derive a key for is skipped, whatever the failure: anyone may have written it. Throws
 * `DeriveFailed` if the user gave up.
 */
export const tryWraps = async (
  keyring: Pick<KeyringData, 'wraps' | 'workspaceKey' | 'wrapsTakenOff'>,
  secret: Secret,
  { derive, last, ontry, isAll = false }: KnownWraps & { readonly derive: Derive },
): Promise<TriedWraps> => {
  const first = knownFirst(keyring, secret.by, last);
  const named = { ...last?.keyring.wrapsTakenOff, ...keyring.wrapsTakenOff };
  const { wraps, untried } = wrapsToTry(keyring, secret.by, {
    first,
    last: named,
    shut: shutWraps(last, keyring.wraps),
    isAll,
  });
  const opened: UnwrappedKeys[] = [];
  const shut: Wrap[] = [];
  const failed: TriedWraps['failed'][number][] = [];
  let settled: UnwrappedKeys | undefined;
  for (const [at, wrap] of wraps.entries()) {
    const isKnown = isKnownWrap(wrap, last);
    if (settled !== undefined && !(await mayHoldMore(wrap, settled, keyring))) {
      shut.push(wrap);
      continue;
    }
    ontry?.(at + 1, wraps.length);
    const raw = await orFailed(() => unwrapKeys(wrap, secret, derive));
    if (raw instanceof DeriveFailed) failed.push({ wrap, error: raw, isKnown });
    else if (raw === undefined) shut.push(wrap);
    else {
      opened.push({ raw, wrap: wrap.id });
      const isNamed = isKeyInUse(keyring, raw.workspace.id);
      const isSettled = isKnown
        ? isInUse(raw, wrap.id, last)
        : isNamed && (await isVouched(raw, wrap));
      if (isSettled) settled ??= { raw, wrap: wrap.id };
    }
  }
  return { opened, shut, failed, settled, untried };
};

/** The wrap last opened with such a secret, and then all others of that keyring. */
const knownFirst = (
  { wraps }: Pick<KeyringData, 'wraps'>,
  by: Wrap['by'],
  last: LastOpened | undefined,
): readonly string[] => {
  const all = Object.values(wraps).filter((wrap) => wrap.by === by && isKnownWrap(wrap, last));
  const isLast = ({ id }: Wrap): number => (id === last?.opened[by] ? 0 : 1);
  return all.sort((a, b) => isLast(a) - isLast(b)).map(({ id }) => id);
};

const orFailed = async <T>(work: () => Promise<T>): Promise<T | DeriveFailed> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DeriveFailed && error.code !== 'given-up') return error;
    throw error;
  }
};

const isInUse = (raw: RawKeys, wrap: string, last: LastOpened | undefined): boolean => {
  const { inUse, workspaceKey } = insideOf(raw, wrap);
  if (last === undefined) return false;
  return workspaceKey === last.inUse.workspaceKey || inUse.generation >= last.inUse.generation;
};

/**
 * Whether a wrap may hold keys other than those in use, as when two devices changed them at the
 * same time: someone who had opened the keyring vouches for it. In a keyring of older versions
 * nobody vouches for any; there, a wrap that costs no more than an honest one, and says that it
 * holds others.
 */
const mayHoldMore = async (
  wrap: Wrap,
  { raw, wrap: id }: UnwrappedKeys,
  { wraps }: Pick<KeyringData, 'wraps'>,
): Promise<boolean> => {
  if (await isVouched(raw, wrap)) return true;
  if (
    wrap.vouched !== undefined ||
    wrap.workspaceKey === raw.workspace.id ||
    costOf(wrap) > USUAL_COST
  )
    return false;
  return !(await isVouchedHere(raw, wraps, id));
};

/** Whether someone vouches for the wrap of that id. */
export const isVouchedHere = async (
  raw: RawKeys,
  wraps: KeyringData['wraps'],
  id: string,
): Promise<boolean> => {
  const wrap = Object.values(wraps).find((wrap) => wrap.id === id);
  return wrap !== undefined && (await isVouched(raw, wrap));
};
