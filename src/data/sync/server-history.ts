import type { Sequence } from './couch-client.ts';
import type { Session } from './session.ts';

/** The server has an older state than this device saw: a copy was restored, or the power took its last writes. */
export class ServerWentBack extends Error {}

/** A mark lies on both sides, as in CouchDB's own replication. `next` is a mark whose answer may have been lost. */
type MarkHere = { readonly n: number; readonly next: number; readonly seq: number };

const MARK = 'mark';

/** Notes on both sides that they agree, and finds out when the server forgot. */
export type ServerHistory = {
  /** Throws `ServerWentBack` when the two marks disagree; all is compared again then. */
  check(): Promise<void>;
  /** Writes the mark a while after the last news. */
  markSoon(): void;
  /** No mark holds any more. */
  forget(): Promise<void>;
};

/** CouchDB's sequence is opaque; only its number before the hyphen grows. */
const numberOf = (sequence: Sequence | undefined): number => Number.parseInt(String(sequence ?? 0), 10) || 0;

/** `compareAll` begins anew with everything. */
export const serverHistory = (session: Session, markAfterMs: number, compareAll: () => void): ServerHistory => {
  const { store, pace, problems$ } = session;
  // A check must not meet a half-written mark.
  const alone = oneAtATime();
  let soon: ReturnType<typeof setTimeout> | undefined;
  pace.ended.addEventListener('abort', () => clearTimeout(soon));
  let checking: Promise<void> | undefined;
  return {
    check: () => {
      checking ??= alone(() => compareMarks(session, compareAll)).finally(() => (checking = undefined));
      return checking;
    },
    markSoon: () => {
      const { generation } = session;
      soon ??= setTimeout(() => {
        soon = undefined;
        if (session.isUnsure || generation !== session.generation || pace.ended.aborted) return;
        alone(() => writeMarks(session)).catch(() => {
          session.isUnsure = true;
          problems$.next({ code: 'mark-not-written' });
        });
      }, markAfterMs);
    },
    forget: async () => {
      clearTimeout(soon);
      soon = undefined;
      await store.set(MARK, undefined);
    },
  };
};

const oneAtATime = () => {
  let turn: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };
};

const compareMarks = async (session: Session, compareAll: () => void): Promise<void> => {
  const { client, store, device } = session;
  const here = await store.get<MarkHere>(MARK);
  const there = await client.readMark(device);
  const newest = numberOf(await client.newest());
  const isTheirs = here !== undefined && there !== undefined && [here.n, here.next].includes(there.n);
  if (here !== undefined && (!isTheirs || newest < here.seq)) {
    compareAll();
    throw new ServerWentBack();
  }
  session.isUnsure = false;
};

const writeMarks = async (session: Session): Promise<void> => {
  const { client, store, device } = session;
  const here = await store.get<MarkHere>(MARK);
  const there = await client.readMark(device);
  const [n, seq] = [Math.max(here?.n ?? 0, there?.n ?? 0) + 1, numberOf(session.known)];
  // The answer may get lost: both numbers are right then.
  await store.set(MARK, { n: here?.n ?? n, next: n, seq: here?.seq ?? 0 } satisfies MarkHere);
  await client.writeMark(device, { n, ...(there?._rev === undefined ? {} : { _rev: there._rev }) });
  await store.set(MARK, { n, next: n, seq } satisfies MarkHere);
};
