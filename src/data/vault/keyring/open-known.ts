import { ok, refuse, type Result } from '#core/result.ts';
import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { keysThatGaveWay, shutWraps } from '#workspace/rules/vault/keyring-trouble.ts';
import type { KeyWaiter, Derive } from '../derive/derive.ts';
import { rawKeysOf, type KeyringProblem } from './keyring.ts';
import type { RawKeys } from '../keys.ts';
import { goesBack, insideOf, type LastOpened } from '../last-opened.ts';
import type { Secret } from '../seal/secret.ts';
import { isKnownWrap, type UnwrappedKeys } from './try-wraps.ts';
import { vouching } from './vouched-wraps.ts';

/** Keys that a secret opened, and the keyring they were in. */
export type OpenedKeyring = UnwrappedKeys & {
  readonly keyring: KeyringData;
  /** It is the one that this device kept: the one in step opens nothing, or goes back. */
  readonly isKept: boolean;
  /** The wrap of the one in step that opened to older keys. */
  readonly refused?: Wrap | undefined;
  /**
   * Synced wraps that were not here before, and that no one who had opened the keyring vouches for.
   */
  readonly strangers: readonly Wrap[];
};

/**
 * How to open a keyring: what is known about it here, how keys are derived, and who hears of
 * progress.
 */
export type Opening = {
  readonly last: LastOpened | undefined;
  readonly derive: Derive;
  readonly onwrap?: KeyWaiter['onwrap'];
  /** All wraps are tried, however many there are. */
  readonly isAll?: boolean | undefined;
};

/**
 * Opens the keyring that is in step; where that does not open, or opens to older keys than this
 * device has opened, the one that opened here last. That one stays shut where someone who had
 * opened the keyring put another secret or other keys in its place: they vouch for their wraps.
 * Refuses as `rawKeysOf` does, and with `keys-changed` for the secret of older keys.
 */
export const openKnown = async (
  synced: KeyringData | undefined,
  secret: Secret,
  { last, derive, onwrap, isAll }: Opening,
): Promise<Result<OpenedKeyring, KeyringProblem>> => {
  const known = { last, ontry: onwrap, isAll };
  const there = synced && (await rawKeysOf(synced, secret, derive, known));
  let refused: Wrap | undefined;
  if (synced !== undefined && there?.ok === true) {
    const { raw, wrap } = there.value;
    const strangers = await strangersIn(synced, there.value, last);
    if (last === undefined || !goesBack(insideOf(raw, wrap), last))
      return ok({ ...there.value, keyring: synced, isKept: false, strangers });
    refused = Object.values(synced.wraps).find(({ id }) => id === wrap);
  }
  const unopened = there?.ok === false ? there : refuse('no-keyring');
  if (last === undefined || unopened.problem.code === 'given-up') return unopened;
  const kept = await rawKeysOf(untriedIn(last, synced), secret, derive, known);
  if (!kept.ok) {
    if (kept.problem.code === 'given-up') return kept;
    // It opened the older keys, and so counted before.
    if (refused !== undefined) return refuse('keys-changed');
    return unopened.problem.code === 'no-keyring' ? kept : unopened;
  }
  const { raw } = kept.value;
  if (refused === undefined && (await isChangedBy(synced, secret.by, { raw, last })))
    return unopened;
  const strangers = await strangersIn(synced, kept.value, last);
  return ok({ ...kept.value, keyring: last.keyring, isKept: true, refused, strangers });
};

/** The kept keyring without the wraps that are also in the synced one, and were tried there. */
const untriedIn = ({ keyring }: LastOpened, synced: KeyringData | undefined): KeyringData => {
  const tried = Object.values(synced?.wraps ?? {});
  const left = Object.entries(keyring.wraps).filter(
    ([id]) => !tried.some((wrap) => wrap.id === id && isKnownWrap(wrap, { keyring } as LastOpened)),
  );
  return { ...keyring, wraps: Object.fromEntries(left) };
};

/**
 * Whether someone who had opened the keyring replaced the secret that opens the kept one, or the
 * keys.
 */
const isChangedBy = async (
  synced: KeyringData | undefined,
  by: Wrap['by'],
  { raw, last }: { readonly raw: RawKeys; readonly last: LastOpened },
): Promise<boolean> => {
  const shut = shutWraps(last, synced?.wraps ?? {});
  // Of keys that were in use before: someone brings it again.
  const before = keysThatGaveWay({ ...last, keysBefore: raw.keysBefore });
  const isVouched = await vouching(raw);
  for (const wrap of Object.values(synced?.wraps ?? {})) {
    const isPast = before.has(wrap.workspaceKey ?? '');
    if (wrap.by !== by || Object.hasOwn(shut, wrap.id) || isKnownWrap(wrap, last) || isPast)
      continue;
    if (await isVouched(wrap)) return true;
  }
  return false;
};

/**
 * The wraps that were never here before, did not open, and that nobody vouches for; a device that
 * has opened nothing yet knows none.
 */
export const strangersIn = async (
  synced: KeyringData | undefined,
  { raw, wrap: opened }: UnwrappedKeys,
  last: LastOpened | undefined,
): Promise<Wrap[]> => {
  const strangers: Wrap[] = [];
  if (last === undefined) return strangers;
  const isVouched = await vouching(raw);
  for (const wrap of Object.values(synced?.wraps ?? {})) {
    // An overwritten wrap is recognized by what it was.
    const isOurs = wrap.id === opened || Object.hasOwn(last.keyring.wraps, wrap.id);
    if (!isOurs && !(await isVouched(wrap))) strangers.push(wrap);
  }
  return strangers;
};
