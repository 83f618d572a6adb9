/** Asks a server, but not again and again with a password that it has refused. */
export type PoliteAsking = {
  /** Asks, or answers 401 by itself while the password counts for refused. */
  ask(ask: () => Promise<Response>): Promise<Response>;
  /** The next request goes out again. */
  again(): void;
};

const refusal = (): Response => Response.json({ error: 'unauthorized' }, { status: 401 });

/**
 * Servers lock an account after a few wrong passwords, and a sync tries forever: until one request
 * succeeds they go out one at a time, and after a refusal none goes out until the user asks for it.
 */
export const askPolitely = (): PoliteAsking => {
  let state: 'unknown' | 'let-in' | 'refused' = 'unknown';
  let first: Promise<unknown> | undefined;
  const send = async (ask: () => Promise<Response>): Promise<Response> => {
    const answer = await ask();
    state = answer.status === 401 ? 'refused' : 'let-in';
    return answer;
  };
  const polite: PoliteAsking['ask'] = async (ask) => {
    if (state === 'refused') return refusal();
    if (state === 'let-in') return send(ask);
    if (first !== undefined) {
      await first;
      return polite(ask);
    }
    const sent = send(ask);
    const done = sent.then(
      () => undefined,
      () => undefined,
    );
    first = done;
    void done.then(() => (first = undefined));
    return sent;
  };
  return { ask: polite, again: () => void (state = state === 'refused' ? 'unknown' : state) };
};
