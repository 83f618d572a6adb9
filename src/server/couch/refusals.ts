/** A refusal in CouchDB's own form, which every client of the protocol understands. */
export type Refusal = { readonly status: number; readonly error: string; readonly reason: string };

/** The largest document, as JSON in bytes. */
export const LARGEST_DOCUMENT = 8 * 1024 * 1024;

const KNOWN = new Set(['_id', '_rev', '_deleted', '_revisions', '_attachments']);

const refusal = (status: number, error: string, reason: string): Refusal => ({ status, error, reason });

/** Why a document may not be written, or undefined when it may. One bad document never stops those beside it. */
export const whyNotWritten = (document: unknown): Refusal | undefined => {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return refusal(400, 'bad_request', 'Document must be a JSON object.');
  const { _id: id, _attachments: attachments } = document as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') return refusal(400, 'illegal_docid', 'Document id must be a string.');
  if (id.startsWith('_')) return refusal(400, 'illegal_docid', 'Only reserved document ids may start with underscore.');
  const unknown = Object.keys(document).find((field) => field.startsWith('_') && !KNOWN.has(field));
  if (unknown !== undefined) return refusal(400, 'doc_validation', `Bad special document member: ${unknown}`);
  // One that is there already (`stub`) stays: refused, the record could never be written again.
  if (Object.values((attachments ?? {}) as object).some((one: { stub?: unknown } | null) => one?.stub !== true))
    return refusal(403, 'forbidden', 'This server keeps no attachments.');
  if (Buffer.byteLength(JSON.stringify(document)) > LARGEST_DOCUMENT) return refusal(413, 'document_too_large', id);
  return undefined;
};

type PouchError = {
  readonly status?: unknown;
  readonly name?: unknown;
  readonly reason?: unknown;
  readonly message?: unknown;
};

/** What PouchDB threw, or wrote into a row, as CouchDB would say it. */
export const refusalOf = (thrown: unknown): Refusal => {
  const { status, name, reason, message } = (thrown ?? {}) as PouchError;
  const code = typeof status === 'number' ? status : 500;
  // PouchDB calls a bad field its own failure (500): a client would try it for ever.
  if (name === 'doc_validation') return refusal(400, 'doc_validation', String(reason ?? message));
  return refusal(code, typeof name === 'string' ? name : 'internal_error', String(reason ?? message ?? 'unknown'));
};
