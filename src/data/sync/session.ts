import type { Subject } from 'rxjs';
import type { RecordCollection } from '../records/database.ts';
import { contentOf, isSame, type Copy } from '../merge/copy.ts';
import { isPast } from '../merge/past.ts';
import { areTwoKinds } from '../merge/two-kinds.ts';
import { isInForm } from '../records/read-record.ts';
import {
  hasHalfLetter,
  LONGEST_NAME,
  type ChangesPage,
  type Sequence,
} from './couch/couch-answers.ts';
import type { CouchClient } from './couch/couch-client.ts';
import { meetingBase } from './base-of.ts';
import { fitsBeside } from './couch/fits-beside.ts';
import { mayBeNewer } from './keys/keyring-claim.ts';
import type { Overtaken } from './overtaken.ts';
import type { Pace } from './pace.ts';
import type { Passed } from './passed.ts';
import { KeysTurned, NotAuthentic, OtherKeys, type Codec } from './sealing.ts';
import type { Sent } from './sent.ts';
import { statesHere } from './states-here.ts';
import type { SetAside } from './status.ts';
import type { SyncStore } from './sync-store.ts';

/** How often this device has begun to compare all; 0 while it never had to. */
export const epochOf = async (store: SyncStore): Promise<number> =>
  (await store.get<number>('epoch')) ?? 0;

/** Something went wrong with one document or one write; it is kept and shown, never thrown away. */
export type SyncProblem = { readonly id?: string; readonly code: string };

/** A page, and when it was requested (`overtaken.ts`). */
export type AskedPage = { readonly page: ChangesPage; readonly asked: number };

/** What the parts of one sync share. */
export type Session = {
  readonly collection: RecordCollection;
  readonly client: CouchClient;
  /** Another client of the same database, whose requests end with the signal. */
  readonly clientUntil: (ended: AbortSignal) => CouchClient;
  readonly codec: Codec;
  readonly store: SyncStore;
  readonly pace: Pace;
  readonly device: string;
  /** Documents a request. */
  readonly batch: number;
  /** A breath between pages while much is pulled (ms). */
  readonly gapMs: number;
  readonly now: () => number;
  /** Whether the server accepts changes from this device, as far as it has said. */
  readonly mayWrite: () => boolean;
  /** By record: changes that the server refused for good. */
  readonly aside: Map<string, SetAside<Copy>>;
  isAsideKept: boolean;
  /**
   * By refused record: the server's state that the record here was merged into, with everything
   * based on it.
   */
  readonly settled: Map<string, Copy>;
  /** Refused records that are sent again although RxDB takes them for sent. */
  readonly sendingAgain: Set<string>;
  /** Records that the server took a write of in the push that goes on. */
  readonly accepted: Set<string>;
  /** What changes were made of that waited when all was last compared again, by record. */
  bases: ReadonlyMap<string, Copy>;
  /**
   * The states that RxDB treats as agreed with the server, by record; records without one are
   * missing.
   */
  agreed: (ids: readonly string[]) => Promise<ReadonlyMap<string, Copy>>;
  /**
   * The name with which RxDB marks a pulled record; undefined while nothing runs.
   */
  replication: () => Promise<string | undefined>;
  /** Nothing new is believed that this key sealed: all that counts was sealed with a later one. */
  readonly isRetired: (key: string) => boolean;
  /** Whether this was a key of the workspace that this device never got. */
  readonly lacks: (key: string) => boolean;
  /** Whether this is or was a key of the workspace, as far as its keyring tells. */
  readonly isNamed: (key: string) => boolean;
  /** Whether this device has that key. */
  readonly holds: (key: string) => boolean;
  /**
   * Whether someone here said that no change of keys made a wrap, or a newer version's keyring.
   */
  readonly isRefused: (box: string | undefined) => boolean;
  /**
   * Hears of each keyring that the server shows and that opens, and the key that sealed it. Throws
   * to stop what goes on.
   */
  readonly heardKeyring: (keyring: Copy, key: string) => Promise<void>;
  /**
   * Something is in the keyring's place that no key opens, or that this device does not take in,
   * and that no change of keys made; or its readable part says something else.
   */
  isKeyringFalse: boolean;
  /** How often a false keyring, or its readable part, was corrected on this run. */
  putRight: number;
  /** Lets RxDB pull although it waits for the end of a push, which is held back. */
  letPull: () => void;
  /** Documents on the server that this device could not open; kept over restarts. */
  readonly unreadable: Set<string>;
  /**
   * Those of which only a losing revision could not be opened: opening the newest does not settle
   * that. Forgotten at a restart: then reading the newest removes it from those reported, until the
   * record's next change comes (a push makes one itself) or everything is compared, as with other
   * keys. The revision stays on the server meanwhile.
   */
  readonly withLeaf: Set<string>;
  /**
   * Documents on the server that an older key sealed, and that it does not take under the new seal:
   * when it was last tried.
   */
  readonly underOldKey: Set<string>;
  /**
   * Past states sealed with a key that no longer counts: nothing in them is merged.
   */
  readonly behind: WeakSet<Copy>;
  isUnreadableKept: boolean;
  /** How many more there are than are named. */
  unreadableBeyond: number;
  /** Those that this run has counted so, each shortened: a server may show one over and over. */
  readonly countedBeyond: Set<string>;
  /**
   * Revisions for which a refused change was to be sent again on this run, since they can be
   * opened.
   */
  readonly openedSince: Set<string>;
  /**
   * Sends that record's change again, after it met something unopenable; waits if this device may
   * not write.
   */
  sendOpened: (id: string) => void;
  /** Called when a separate try of a large change succeeded: no push reports it. */
  takenApart: () => void;
  /**
   * How often a newer state of this device was written over an older one that the server brought.
   */
  writtenBack: number;
  readonly problems$: Subject<SyncProblem>;
  readonly overtaken: Overtaken;
  readonly passed: Passed;
  readonly sent: Sent;
  /** Says to RxDB: look again. */
  readonly wake$: Subject<'RESYNC'>;
  /** A pull came to the end of what the server has. */
  readonly pulled$: Subject<void>;
  /** Up to where this device has pulled; undefined until it has once. */
  known: Sequence | undefined;
  /** How many records came since all was last compared. */
  fetched: number;
  /** How many states in the pages of this run this device could open, whatever became of them. */
  opened: number;
  /**
   * How many answers of the server came that are not written here yet; beyond all numbers once one
   * could not be.
   */
  unwritten: number;
  /** A page that a long-poll brought before it was requested. */
  ahead: ({ readonly since: Sequence } & AskedPage) | undefined;
  /** Counts up whenever all is compared again, so that what began before says nothing any more. */
  generation: number;
  /** Whether the server may have another history than when this device last looked. */
  isUnsure: boolean;
};

/**
 * The document as a record; an unreadable document is reported and left where it is, and so is one
 * that would change the kind of the record here, or make it unreadable. A caller that has looked up
 * the record `here` passes it in. Throws `OtherKeys` if it is the keyring, and the keys may have
 * been changed elsewhere.
 */
export const readable = async (
  session: Session,
  document: Parameters<Codec['unpack']>[0],
  here?: ReadonlyMap<string, Copy>,
): Promise<Copy | undefined> => {
  const { codec, problems$ } = session;
  const own = (here ?? (await statesHere(session.collection, [document._id], true))).get(
    document._id,
  );
  try {
    const copy = await codec.unpack(document);
    const { key = '' } = document;
    if (own !== undefined && !(await hasPlace(session, own, copy)))
      throw new NotAuthentic(document._id);
    if (session.isRetired(key)) {
      // A deletion of what this device never met is no harm; kept, it would be passed on under the
      // key in use.
      if (own === undefined && copy._deleted === true) return undefined;
      if (own === undefined || !isKnown(own, copy)) throw new NotAuthentic(document._id);
      // No history tells of all that it says.
      if (!isSame(own, copy)) session.behind.add(copy);
    }
    if (codec.readable.includes(copy.id)) await session.heardKeyring(copy, key);
    if (key === codec.key && !codec.readsAsSealed(document, copy)) session.isKeyringFalse = true;
    noLongerUnreadable(session, document._id, document._rev);
    if (key === codec.key) session.underOldKey.delete(copy.id);
    return copy;
  } catch (error) {
    if (error instanceof KeysTurned) throw error;
    if (error instanceof OtherKeys && (await mayBeNewer(session, error.offered, own))) throw error;
    noteUnreadable(session, document._id);
    problems$.next({ id: document._id, code: 'not-authentic' });
    return undefined;
  }
};

/**
 * Notes that the revision can be opened now, or that the document is gone from the server. A change
 * that met only the unopenable state is sent again, since RxDB treats it as sent. Once per revision
 * and run: otherwise a server that alternates between intact and garbled would have it sent again
 * and again.
 */
export const noLongerUnreadable = (session: Session, id: string, revision = ''): void => {
  if (!session.withLeaf.has(id) && session.unreadable.delete(id)) session.isUnreadableKept = false;
  const opened = `${id}|${revision}`;
  if (session.aside.get(id)?.reason !== 'not-authentic' || session.openedSince.has(opened)) return;
  session.openedSince.add(opened);
  session.sendOpened(id);
};

/** Whether what comes is of the kind that is here, and can be met with it. */
const hasPlace = async (session: Session, own: Copy, theirs: Copy): Promise<boolean> => {
  const { id } = own;
  const agreed = async (): Promise<Copy | undefined> =>
    meetingBase(session, { id, assumed: (await session.agreed([id])).get(id), theirs });
  return !isOfOtherKind(own, theirs) && (await fitsBeside(own, theirs, agreed));
};

/**
 * An unreadable record here blocks nothing: an older version may have stored it.
 */
const isOfOtherKind = (own: Copy, copy: Copy): boolean =>
  areTwoKinds(own, copy) && isInForm(contentOf(own));

/** A server that was put back brings what this device has, or has behind it: that is no news. */
const isKnown = (own: Copy, copy: Copy): boolean => isSame(own, copy) || isPast(own, copy);

const UNREADABLE = 'unreadable';
const BEYOND = 'unreadable-beyond';

/**
 * How many unopenable documents are named, as many as the largest measured workspace has
 * (docs/performance.md): a device with older keys may open none of them. What a server shows beyond
 * that, perhaps endlessly, is only counted.
 */
export const MOST_UNREADABLE = 50_000;

/**
 * How many of the counted ones are distinguished per run; beyond that each is counted whenever it
 * is shown.
 */
const MOST_COUNTED = 1_000;

/**
 * Whether a server can be asked for it, among many others: no server accepts a name that begins
 * with an underscore, except its own.
 */
const canBeNamed = (id: string): boolean =>
  id.length <= LONGEST_NAME && !id.startsWith('_') && !hasHalfLetter(id);

/**
 * Reports a document with something that cannot be opened; one that cannot be requested is only
 * counted.
 */
export const noteUnreadable = (session: Session, id: string): void => {
  const { unreadable, codec } = session;
  if (codec.readable.includes(id)) session.isKeyringFalse = true;
  if (unreadable.has(id)) return;
  if (unreadable.size < MOST_UNREADABLE && canBeNamed(id)) {
    unreadable.add(id);
    session.isUnreadableKept = false;
  } else countBeyond(session, id);
};

const countBeyond = (session: Session, id: string): void => {
  const { countedBeyond } = session;
  // Built as a new string: a slice would keep the whole original in memory.
  const shortened = [id.length, ' ', ...id.slice(0, LONGEST_NAME)].join('');
  if (countedBeyond.has(shortened)) return;
  if (countedBeyond.size < MOST_COUNTED) countedBeyond.add(shortened);
  session.unreadableBeyond += 1;
  session.isUnreadableKept = false;
};

/**
 * What could not be opened when this device last looked, and how many more there were: an older
 * version named them, whatever they are called.
 */
export const keptUnreadable = async (
  store: SyncStore,
): Promise<Pick<Session, 'unreadable' | 'unreadableBeyond' | 'countedBeyond'>> => {
  const kept = (await store.get<string[]>(UNREADABLE)) ?? [];
  const unreadable = new Set(kept.filter(canBeNamed));
  const beyond = (await store.get<number>(BEYOND)) ?? 0;
  return {
    unreadable,
    unreadableBeyond: beyond + kept.length - unreadable.size,
    countedBeyond: new Set(),
  };
};

/** Keeps what could not be opened, where that has changed; most workspaces have none. */
export const keepUnreadable = async (session: Session): Promise<void> => {
  if (session.isUnreadableKept) return;
  session.isUnreadableKept = true;
  const { store, unreadable, unreadableBeyond } = session;
  try {
    await store.set(UNREADABLE, unreadable.size === 0 ? undefined : [...unreadable]);
    await store.set(BEYOND, unreadableBeyond === 0 ? undefined : unreadableBeyond);
  } catch (error) {
    session.isUnreadableKept = false;
    throw error;
  }
};

/**
 * Sets aside a change that the server refused for good, and reports it. `keepSetAside` saves it.
 */
export const putAside = (session: Session, change: SetAside<Copy>): void => {
  // The change refused last is the last to be tried again.
  takeFromAside(session, change.id);
  session.aside.set(change.id, change);
  session.isAsideKept = false;
  session.problems$.next({ id: change.id, code: change.reason });
};

/**
 * Forgets the refused change of that record, which has gone through since; most records have none.
 */
export const takeFromAside = (session: Session, id: string): void => {
  session.settled.delete(id);
  if (session.aside.delete(id)) session.isAsideKept = false;
};

/**
 * Keeps all refused changes over restarts, where one came or went: once for a page, since they may
 * be as many as there are records.
 */
export const keepSetAside = async (session: Session): Promise<void> => {
  if (session.isAsideKept) return;
  session.isAsideKept = true;
  try {
    await session.store.set('aside', [...session.aside.values()]);
  } catch (error) {
    session.isAsideKept = false;
    throw error;
  }
};
