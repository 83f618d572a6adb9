import type { Session } from './session.ts';

/** An empty answer that comes at once is waited for, twice as long each time, up to this (ms). */
const LONGEST_EMPTY = 5_000;

/** How long the pull may take before the next long-poll starts without it. */
const PULL_MS = 60_000;

/**
 * Says "there is something new" and hands its page to the pull, which alone moves records and checkpoint. Always asks
 * from a sequence that was pulled, so that nothing lies between. Ends with the session.
 */
export const listen = async (
  session: Session,
  pollMs: number,
  failed: (error: unknown) => Promise<void>,
): Promise<void> => {
  const { pace, pulled$, wake$, client, batch } = session;
  const untilPulled = (): Promise<void> => pace.pause(PULL_MS, pulled$);
  let empty = 0;
  while (!pace.ended.aborted) {
    if (session.known === undefined) {
      await untilPulled();
      continue;
    }
    const [askedAt, since, asked] = [session.now(), session.known, session.overtaken.asked()];
    try {
      const page = await client.changes(since, batch, pollMs);
      if (page.results.length > 0) {
        session.ahead = { since, page, asked };
        const pulled = untilPulled();
        wake$.next('RESYNC');
        await pulled;
        empty = 0;
      } else if (session.now() - askedAt < pollMs / 2) {
        // A server that does not wait.
        await pace.pause(Math.min(LONGEST_EMPTY, 20 * 2 ** empty));
        empty += 1;
      }
    } catch (error) {
      if (pace.ended.aborted) return;
      await failed(error);
      const pulled = untilPulled();
      wake$.next('RESYNC');
      await pulled;
    }
  }
};
