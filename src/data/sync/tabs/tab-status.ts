import type { SyncState } from '../status.ts';
import type { WritingOver } from '../refused/writing-over.ts';

/** The sync state of a workspace, as every tab shows it. */
export type TabStatus = {
  /**
   * `alone`: this device has no server for the workspace. `login-refused`: a CouchDB takes its user
   * or password no more.
   */
  readonly state: SyncState | 'alone' | 'login-refused';
  /** When all was last in step (ms), on an earlier run too; 0 for never. */
  readonly inStepAt: number;
  /** Records that came since all was last compared. */
  readonly fetched: number;
  /** Records with a change that the server has not answered for, counted up to a thousand. */
  readonly waiting: number;
  /** Changes that the server refused for good. */
  readonly aside: number;
  /**
   * Those of them that did not get through although the server answered; undefined before the sync
   * reports it.
   */
  readonly notCarried?: number;
  /** The keyring is one of them. */
  readonly isKeyringAside?: boolean | undefined;
  /** Documents on the server that this device cannot open. */
  readonly unreadable: number;
  /**
   * Those of them whose records are here, in this device's own state; undefined if there are none,
   * since home loads everything that is in a first status.
   */
  readonly unreadableHere?: number;
  /**
   * Records that the server has and this device does not, when both sides were last counted;
   * without what cannot be opened.
   */
  readonly missing: number;
  /**
   * Records that this device has and the server does not, when both sides were last counted;
   * undefined before that.
   */
  readonly lacking?: number;
  /** When all was in step and both sides were counted (ms), on an earlier run too; 0 for never. */
  readonly countedAt: number;
  /** Whether that was since all last came to be in step. */
  readonly isCounted: boolean;
  /** Whether what cannot be opened may be written over, as far as the keys on the server tell. */
  readonly mayWriteOver?: boolean;
  /**
   * The state of that, now or when it was last done; undefined where it was not begun since
   * the app was opened.
   */
  readonly writingOver?: WritingOver | undefined;
  /** What older keys sealed on the server is being sealed again. */
  readonly resealing: boolean;
  /**
   * Those that the server does not take under the new seal. Undefined before the sync tells, as
   * with `unreadableHere`.
   */
  readonly underOldKey?: number;
  /**
   * States of the server that were older than this device's, and were written again since the app
   * was opened.
   */
  readonly writtenBack: number;
};

/** The state of a workspace that has no server. */
export const ALONE: TabStatus = {
  state: 'alone',
  inStepAt: 0,
  fetched: 0,
  waiting: 0,
  aside: 0,
  unreadable: 0,
  missing: 0,
  countedAt: 0,
  isCounted: false,
  resealing: false,
  writtenBack: 0,
};
