import { BehaviorSubject, type Observable } from 'rxjs';

/** The state of the sync, for a sentence on the screen. */
export type SyncState =
  | 'starting'
  /** The server answers, and has more than was fetched yet. */
  | 'fetching'
  | 'in-step'
  | 'offline'
  /** The page may not call that server: it came from one that allows no other. */
  | 'not-allowed-here'
  | 'not-let-in'
  /** The keys were changed elsewhere; someone has to open the new ones here. */
  | 'other-keys'
  | 'server-trouble'
  | 'comparing-again'
  | 'device-trouble';

/**
 * `since` is ms since 1970; `inStepAt` when all was last in step, 0 for never on this run;
 * `fetched` how many records came since all was last compared.
 */
export type SyncStatus = {
  readonly state: SyncState;
  readonly since: number;
  readonly inStepAt: number;
  readonly fetched: number;
};

/** The status of one sync, as it is reported; `since` stays for as long as the state does. */
export const openStatus = (
  now: () => number,
): {
  readonly status$: Observable<SyncStatus>;
  readonly say: (state: SyncState, fetched?: number) => void;
} => {
  const status$ = new BehaviorSubject<SyncStatus>({
    state: 'starting',
    since: now(),
    inStepAt: 0,
    fetched: 0,
  });
  const say = (state: SyncState, fetched = status$.value.fetched): void => {
    const before = status$.value;
    if (before.state === state && before.fetched === fetched && state !== 'in-step') return;
    status$.next({
      state,
      fetched,
      since: before.state === state ? before.since : now(),
      inStepAt: state === 'in-step' ? now() : before.inStepAt,
    });
  };
  return { status$, say };
};

/**
 * A change that the server refused for good: it stays on the device, with the state that both had
 * agreed on before.
 */
export type SetAside<C> = {
  readonly id: string;
  /**
   * The server's own word: `forbidden`, `document_too_large`; or ours, `not-authentic`,
   * `not_carried`.
   */
  readonly reason: string;
  readonly mine: C;
  readonly base: C | undefined;
  readonly at: number;
};
