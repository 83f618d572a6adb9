import type { Session } from './session.ts';

/**
 * After an answer that comes at once and brings nothing it waits, twice as long each time, up to
 * this (ms).
 */
const LONGEST_EMPTY = 5_000;

/** How long the pull may take before the next long-poll starts without it. */
const PULL_MS = 60_000;

/**
 * Announces news and hands its page to the pull, which alone moves records and checkpoint. Always
 * asks from a sequence that was pulled, so that nothing is skipped. Ends with the session.
 */
export const listen = async (
  session: Session,
  pollMs: number,
  failed: (error: unknown) => Promise<void>,
): Promise<void> => {
  const { pace, wake$, client, batch, gapMs } = session;
  let empty = 0;
  while (!pace.ended.aborted) {
    if (session.known === undefined) {
      await untilPulled(session);
      continue;
    }
    const [askedAt, since, asked] = [session.now(), session.known, session.overtaken.asked()];
    const { opened, fetched } = session;
    try {
      const page = await client.changes(since, batch, pollMs);
      const isAtOnce = session.now() - askedAt < pollMs / 2;
      if (page.results.length > 0) await handOver(session, { since, page, asked });
      // Changes may come in quick succession, and each request follows at once: only after an
      // answer without changes does it wait.
      if (session.opened !== opened) {
        empty = 0;
        // Old states, shown again and again: each is written back.
        if (session.fetched === fetched && gapMs > 0) await pace.pause(gapMs);
      } else if (isAtOnce && session.fetched === fetched) {
        // A server that does not hold the request, or sends documents that nobody here can open.
        await pace.pause(Math.max(gapMs, Math.min(LONGEST_EMPTY, 20 * 2 ** empty)));
        empty += 1;
      }
    } catch (error) {
      if (pace.ended.aborted) return;
      await failed(error);
      const pulled = untilPulled(session);
      wake$.next('RESYNC');
      await pulled;
    }
  }
};

const untilPulled = ({ pace, pulled$ }: Session): Promise<void> => pace.pause(PULL_MS, pulled$);

/** Hands a page of news to the pull, and waits until it was taken. */
const handOver = async (session: Session, ahead: NonNullable<Session['ahead']>): Promise<void> => {
  session.ahead = ahead;
  const pulled = untilPulled(session);
  session.wake$.next('RESYNC');
  await pulled;
  // A pull that had begun before did not take the page.
  if (session.ahead === ahead) await untilPulled(session);
};
