/**
 * A refusal in CouchDB's own form, which every client of the protocol understands. `retryAfter` is
 * in seconds.
 */
export type Refusal = {
  readonly status: number;
  readonly error: string;
  readonly reason: string;
  readonly retryAfter?: number;
};

/** A refusal by HTTP's status and CouchDB's two words. */
export const refusal = (status: number, error: string, reason: string): Refusal => ({
  status,
  error,
  reason,
});

/** A request whose form the protocol does not know. */
export const badRequest = (reason: string): Refusal => refusal(400, 'bad_request', reason);

/** No such database, or no longer. */
export const NO_DATABASE: Refusal = refusal(404, 'not_found', 'Database does not exist.');

/** There is a newer revision, or one was not named that must be. */
export const CONFLICT: Refusal = refusal(409, 'conflict', 'Document update conflict.');

/** No such document, or no live one. */
export const MISSING: Refusal = refusal(404, 'not_found', 'missing');

/** For an invalid document id. */
export const NO_ID: Refusal = refusal(400, 'illegal_docid', 'Document id must be a string');

/** An id that is longer than any that is needed. */
export const ID_TOO_LONG: Refusal = refusal(400, 'illegal_docid', 'Document id is too long');

type PouchError = {
  readonly status?: unknown;
  readonly name?: unknown;
  readonly reason?: unknown;
  readonly message?: unknown;
};

/**
 * What PouchDB threw, or wrote into a row, in CouchDB's form. Unforeseen errors reveal nothing.
 */
export const refusalOf = (thrown: unknown): Refusal => {
  const { status, name, reason, message } = (thrown ?? {}) as PouchError;
  const sentence = String(reason ?? message);
  if (name === 'conflict') return CONFLICT;
  // Only a server that is being stopped closes databases: who still waits there asks again.
  if (message === 'database is closed')
    return refusal(503, 'service_unavailable', 'The server is being stopped.');
  // PouchDB calls a bad field its own failure (500): a client would try it forever.
  if (name === 'doc_validation') return refusal(400, 'doc_validation', sentence);
  if (typeof status !== 'number' || status >= 500)
    return refusal(500, 'internal_server_error', 'Something went wrong here.');
  return refusal(status, typeof name === 'string' ? name : 'bad_request', sentence);
};

/**
 * The same for an error that ended an answer: for an unforeseen one the operator's log gets the
 * details.
 */
export const loggedRefusalOf = (thrown: unknown): Refusal => {
  const refused = refusalOf(thrown);
  if (refused.status === 500) console.error(thrown);
  return refused;
};

/** More than is taken, in the words of CouchDB's own limits. */
export const tooManyOf = (what: string, most: number): Refusal =>
  refusal(413, `max_${what}_count_exceeded`, String(most));
