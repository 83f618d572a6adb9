/** What is passed on to Apple. */
export type Passing = {
  readonly method: string;
  /** Address with query. */
  readonly address: string;
  /** The text of a content token; undefined for a call without one. */
  readonly token: string | undefined;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
  /** Ends when whoever asks has gone. */
  readonly signal: AbortSignal;
};

/** What Apple answered, as far as it is handed back. */
export type Passed = {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | undefined;
};

/** Why nothing is handed back: no answer, too late, or an invalid one. */
export type NotPassed = 'unreachable' | 'too-slow' | 'bad-answer';

/** How long Apple may take. */
export const PATIENCE_MS = 60_000;

/** A page has a thousand records, some hundred kB; more than this is no answer of Apple's. */
export const LARGEST_ANSWER = 8 * 1024 * 1024;

/**
 * Calls Apple once. Only the status, the JSON and `Retry-After` of the answer are handed back: no
 * cookie, no page, no redirect. Nothing is logged, not even errors: they may contain what was sent.
 */
export const passOn = async (
  { method, address, token, body, signal }: Passing,
  patienceMs = PATIENCE_MS,
): Promise<Passed | NotPassed> => {
  const late = AbortSignal.timeout(patienceMs);
  try {
    const answer = await fetch(address, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        'user-agent': 'Volym',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.any([late, signal]),
    });
    const text = await textOf(answer);
    const isAnswer = text !== undefined && (answer.status < 300 || answer.status >= 400);
    if (!isAnswer) return 'bad-answer';
    const isJson = /^application\/(?:[\w.+-]*\+)?json\b/i.test(
      answer.headers.get('content-type') ?? '',
    );
    // A page of someone's would be one of ours here.
    const retryAfter = answer.headers.get('retry-after') ?? undefined;
    return { status: answer.status, body: isJson ? text : '', retryAfter };
  } catch {
    return late.aborted ? 'too-slow' : 'unreachable';
  }
};

/** A body, counted while it comes; undefined when it is too long. */
const textOf = async (answer: Response): Promise<string | undefined> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = answer.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > LARGEST_ANSWER) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
};
