import { ok, type Result } from '#core/result.ts';
import type { Draft } from '#core/record/record.ts';
import { withNames } from './keyring-names.ts';
import type { KeyringData, Wrap } from './keyring.ts';
import { boxOf, wholeBoxOf } from './wrap-box.ts';
import type { WrapsHere } from './wraps-taken-off.ts';
import { wrapsToTry } from './wraps-to-try.ts';

/** What a device knows of the keyring that opened last on it. */
export type KnownKeyring = WrapsHere & {
  /** As it was when it opened. */
  readonly keyring: KeyringData;
  /** Which keys lay inside and are in use; `at` is 0 where an older version made them. */
  readonly inUse: {
    readonly workspaceKey: string;
    readonly vaultKey: string;
    readonly at: number;
    readonly generation: number;
  };
  /** Ids of all vault keys that lay inside. */
  readonly vaultKeys: readonly string[];
  /** Ids of the wraps that were opened last, by what opened them. */
  readonly opened?: Readonly<Partial<Record<Wrap['by'], string>>> | undefined;
  /**
   * By its id the box of each wrap that opened to older keys; true where an older version
   * remembered it.
   */
  readonly refused?: Readonly<Record<string, string | true>> | undefined;
  /**
   * Ids of the workspace keys that gave way to those in use, by what lay inside; undefined where an
   * older version changed them.
   */
  readonly keysBefore?: readonly string[] | undefined;
  /**
   * By id, the wraps that no one who had opened the keyring vouches for: they are tried, but count
   * for nothing.
   */
  readonly strangers?: Readonly<Record<string, string | true>> | undefined;
};

/**
 * What is wrong with an incoming keyring: `closed` if the passphrase or the kit can no longer open
 * it, or no wrap has the key it calls current; `went-back` if it calls older keys current;
 * `too-many` if it has more wraps than are tried; `newer` if it claims to be from a newer version,
 * which this app cannot read.
 */
export type KeyringTrouble = 'closed' | 'went-back' | 'too-many' | 'newer';

const KINDS: readonly Wrap['by'][] = ['passphrase', 'recovery-kit'];

/**
 * The wraps that are known not to open the current keys: removed, or opened to older keys. A wrap
 * is not one of them just because someone lists it as removed: any member can write the name of a
 * future one.
 */
export const shutWraps = (
  known: KnownKeyring | undefined,
  wraps: KeyringData['wraps'],
): Readonly<Record<string, true>> => {
  if (known === undefined) return {};
  const isRefused = among(known.refused, boxOf);
  const isGone = among(known.gone, boxOf);
  const isGoneOlder = (wrap: Wrap): boolean =>
    known.had === undefined && Object.hasOwn(known.keyring.wrapsTakenOff ?? {}, wrap.id);
  const isShut = (wrap: Wrap): boolean =>
    !Object.hasOwn(known.keyring.wraps, wrap.id) &&
    (isRefused(wrap) || isGone(wrap) || isGoneOlder(wrap));
  return idsOf(Object.values(wraps).filter(isShut));
};

/**
 * The keys that gave way to those in use: by what lay inside; where an older version changed them,
 * by what the keyring calls them, unless it names more than they were changed.
 */
export const keysThatGaveWay = ({
  keyring,
  inUse,
  keysBefore,
}: Pick<KnownKeyring, 'keyring' | 'inUse' | 'keysBefore'>): ReadonlySet<string> => {
  const named = Object.keys(keyring.keysBefore ?? {}).filter((key) => key !== inUse.workspaceKey);
  const isOlder = keysBefore === undefined || keysBefore.length < inUse.generation;
  return new Set([
    ...(keysBefore ?? []),
    ...(isOlder && named.length <= inUse.generation ? named : []),
  ]);
};

/**
 * Whether it is that wrap that is among some under its id: someone may show another one under it
 * first.
 */
const among = (
  all: Readonly<Record<string, string | true>> | undefined,
  box: (wrap: Wrap) => string | undefined,
): ((wrap: Wrap) => boolean) => {
  const boxes = new Map(Object.entries(all ?? {}));
  return (wrap) => {
    const result = boxes.get(wrap.id);
    return result !== undefined && (result === true || result === box(wrap));
  };
};

/** The wraps that count for nothing. */
const wrapsForNothing = (
  known: KnownKeyring,
  wraps: KeyringData['wraps'],
): Readonly<Record<string, true>> => {
  const before = keysThatGaveWay(known);
  return {
    ...shutWraps(known, wraps),
    ...idsOf(Object.values(wraps).filter(among(known.strangers, wholeBoxOf))),
    ...idsOf(Object.values(wraps).filter(({ workspaceKey = '' }) => before.has(workspaceKey))),
  };
};

const idsOf = (wraps: readonly Wrap[]): Readonly<Record<string, true>> =>
  Object.fromEntries(wraps.map(({ id }) => [id, true]));

/**
 * The wraps of a kind that count as valid. A known one is taken as it was: nobody honest changes a
 * wrap.
 */
const standing = (keyring: KeyringData, by: Wrap['by'], known: KnownKeyring): readonly Wrap[] => {
  const { wraps } = wrapsToTry(keyring, by, { shut: wrapsForNothing(known, keyring.wraps) });
  const before = known.keyring.wraps;
  return wraps.filter(
    (wrap) => !Object.hasOwn(before, wrap.id) || boxOf(before[wrap.id]) === boxOf(wrap),
  );
};

/**
 * Whether a keyring leaves nothing that a secret of that kind could open. A change of secret or
 * keys always leaves something.
 */
export const isClosedTo = (keyring: KeyringData, by: Wrap['by'], known: KnownKeyring): boolean =>
  standing(keyring, by, known).length === 0 && standing(known.keyring, by, known).length > 0;

/**
 * A keyring as it is remembered once it opened: with the names of what lay inside, and of a kind
 * that it has nothing for any more the wraps that were known before.
 */
export const toRemember = (
  keyring: KeyringData,
  { workspaceKey, vaultKey, generation }: KnownKeyring['inUse'],
  before: KnownKeyring | undefined,
): KeyringData => {
  const lost = KINDS.flatMap((by) =>
    before !== undefined && isClosedTo(keyring, by, before) ? wrapsOf(before.keyring, by) : [],
  );
  const isFirst = generation === 0 && keyring.workspaceKey === undefined;
  const isStranger = among(before?.strangers, wholeBoxOf);
  const there = Object.entries(keyring.wraps).filter(([, wrap]) => !isStranger(wrap));
  const wraps = {
    ...Object.fromEntries(there),
    ...Object.fromEntries(lost.map((wrap) => [wrap.id, wrap])),
  };
  // Only ever added to, whoever wrote it.
  const takenOff = both(before?.keyring.wrapsTakenOff, keyring.wrapsTakenOff);
  const keysBefore = both(before?.keyring.keysBefore, keyring.keysBefore);
  return {
    ...keyring,
    vaultKey,
    ...(isFirst ? {} : { workspaceKey }),
    wraps,
    ...(Object.keys(takenOff ?? {}).length > 0 && { wrapsTakenOff: takenOff }),
    ...(keysBefore && { keysBefore }),
  };
};

/**
 * What is wrong with the keyring that is in step, by what this device knows; undefined where
 * nothing is, or nothing is known. Wraps that another secret may open are a change of secret, and
 * no trouble.
 */
export const keyringTrouble = (
  keyring: KeyringData | undefined,
  known: KnownKeyring | undefined,
): KeyringTrouble | undefined => {
  if (known === undefined) return undefined;
  if (keyring === undefined || KINDS.some((by) => isClosedTo(keyring, by, known))) return 'closed';
  if (namesOlder(keyring, known)) return 'went-back';
  if (namesNobodys(keyring, known)) return 'closed';
  return KINDS.some((by) => wrapsToTry(keyring, by).untried > 0) ? 'too-many' : undefined;
};

const namesOlder = (
  { workspaceKey, vaultKey }: KeyringData,
  { keyring, inUse, vaultKeys }: KnownKeyring,
): boolean => {
  const { workspaceKey: known, keysBefore = {} } = keyring;
  const isOlder =
    workspaceKey === undefined ? known !== undefined : Object.hasOwn(keysBefore, workspaceKey);
  if (workspaceKey !== inUse.workspaceKey && isOlder) return true;
  // Older versions kept the vault key in use beside the wraps alone.
  return (
    workspaceKey === known &&
    inUse.at > 0 &&
    vaultKey !== inUse.vaultKey &&
    vaultKeys.includes(vaultKey)
  );
};

const namesNobodys = (keyring: KeyringData, known: KnownKeyring): boolean => {
  const { workspaceKey: named } = keyring;
  if (named === undefined || named === known.inUse.workspaceKey) return false;
  // Older versions do not say which key is in a wrap: it may be this one.
  return KINDS.flatMap((by) => standing(keyring, by, known)).every(
    ({ workspaceKey = named }) => workspaceKey !== named,
  );
};

/**
 * The keyring with what opened last on this device put back: the keys in use are named again, and
 * of a kind that nothing opens any more the wraps are those of then. What may open with a secret
 * that is not known here stays; all else is taken off.
 */
export const withKeyringPutBack = (
  record: Draft<KeyringData>,
  known: KnownKeyring,
): Result<Draft<KeyringData>, never> => {
  const { data: now } = record;
  const { keyring: good } = known;
  const kept = KINDS.flatMap((by) =>
    isClosedTo(now, by, known) ? wrapsOf(good, by) : uncrowded(now, by, known),
  );
  const wraps = Object.fromEntries(kept.map((wrap) => [wrap.id, wrap]));
  const gone = Object.keys(now.wraps).filter((id) => !Object.hasOwn(wraps, id));
  const named = {
    ...now.wrapsTakenOff,
    ...good.wrapsTakenOff,
    ...Object.fromEntries(gone.map((id) => [id, true])),
  };
  // What someone named there to be rid of it comes back.
  const left = Object.keys(named).filter((id) => !Object.hasOwn(wraps, id));
  const takenOff = withNames({}, left);
  // Only ever added to, whoever wrote it.
  const [keysBefore, sealedAnew] = [
    both(now.keysBefore, good.keysBefore),
    both(now.sealedAnew, good.sealedAnew),
  ];
  const isOtherChange = keyringTrouble({ ...now, wraps }, known) === undefined;
  const names = isOtherChange ? now : good;
  const { vaultKey, workspaceKey } = names;
  return ok({
    ...record,
    data: {
      ...now,
      v: good.v,
      vaultKey,
      workspaceKey,
      wraps,
      ...((now.wrapsTakenOff !== undefined || left.length > 0) && { wrapsTakenOff: takenOff }),
      ...(keysBefore && { keysBefore }),
      ...(sealedAnew && { sealedAnew }),
    },
  });
};

/**
 * The wraps of a kind that stay. Of more than are tried those that were here when the keyring
 * opened last, or else the one that was opened; where neither is known all of them, since one of
 * them may be someone's.
 */
const uncrowded = (now: KeyringData, by: Wrap['by'], known: KnownKeyring): readonly Wrap[] => {
  const { untried } = wrapsToTry(now, by, { shut: wrapsForNothing(known, now.wraps) });
  const wraps = standing(now, by, known);
  if (untried === 0) return wraps;
  const there = wrapsOf(now, by);
  const before = there.filter(({ id }) => Object.hasOwn(known.keyring.wraps, id));
  if (before.length > 0 && before.length <= wraps.length) return before;
  const opened = there.filter(({ id }) => id === known.opened?.[by]);
  return opened.length > 0 ? opened : there;
};

type Ids = KeyringData['keysBefore'];

const both = (left: Ids, right: Ids): Ids =>
  left === undefined && right === undefined ? undefined : withNames({ ...left, ...right }, []);

const wrapsOf = ({ wraps }: KeyringData, by: Wrap['by']): Wrap[] =>
  Object.values(wraps).filter((wrap) => wrap.by === by);
