import { isDesign, NO_DESIGNS, whyNotDesign } from './design-form.ts';
import { INVALID_REVISION, isRevision, isWritable } from '../query.ts';
import { badRequest, ID_TOO_LONG, NO_ID, refusal, tooManyOf, type Refusal } from '../refusals.ts';

/** The largest document without its attachments, as JSON in bytes. */
export const LARGEST_DOCUMENT = 8 * 1024 * 1024;

/**
 * What a database takes: `attachments` as CouchDB does, `none` for records, where a `stub` of
 * before stays all the same.
 */
export type Takes = 'attachments' | 'none';

/**
 * The longest record id that an app makes, in characters. Devices keep the ids of what they cannot
 * read, and request them again.
 */
const LONGEST_ID = 64;

/**
 * The most earlier revisions that a document may name; ten times what CouchDB and PouchDB keep, and
 * what is kept here.
 */
const MOST_NAMED = 10_000;

/** The most attachments of one document; each is looked up, even one that is claimed to exist. */
const MOST_ATTACHMENTS = 10_000;

const KNOWN = new Set(['_id', '_rev', '_deleted', '_revisions', '_attachments']);

/** What CouchDB writes into a document that it hands out, and takes back unread. */
const SERVER_FIELDS = ['_conflicts', '_deleted_conflicts', '_local_seq', '_revs_info'];

/**
 * The document without fields that only the server adds; anything that is no document is returned
 * unchanged.
 */
export const withoutServerFields = (document: unknown): unknown => {
  if (
    typeof document !== 'object' ||
    document === null ||
    !SERVER_FIELDS.some((field) => Object.hasOwn(document, field))
  )
    return document;
  return Object.fromEntries(
    Object.entries(document).filter(([field]) => !SERVER_FIELDS.includes(field)),
  );
};

type Given = Readonly<Record<string, unknown>>;

/** How a document came to be: its own revision first, and those before it. */
export type Revisions = { readonly start: number; readonly ids: readonly string[] };

/**
 * Why a document may not be written, or undefined when it may. One bad document never stops those
 * beside it.
 */
export const whyNotWritten = (
  document: unknown,
  takes: Takes,
  newEdits = true,
): Refusal | undefined => {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return badRequest('Document must be a JSON object');
  const given = document as Given;
  return (
    whyNotNamed(given._id, takes) ??
    (takes === 'none' ? whyTooLong(given, newEdits) : undefined) ??
    whyNotFields(given) ??
    (isDesign(String(given._id)) ? whyNotDesign(given) : undefined) ??
    whyNotRevised(given, newEdits) ??
    whyNotAttached(given._attachments, takes) ??
    (sizeOf(given) > LARGEST_DOCUMENT
      ? refusal(413, 'document_too_large', String(given._id))
      : undefined)
  );
};

const whyNotNamed = (id: unknown, takes: Takes): Refusal | undefined => {
  if (!isWritable(id)) return NO_ID;
  if (isDesign(id)) return takes === 'none' ? NO_DESIGNS : undefined;
  return id.startsWith('_')
    ? refusal(400, 'illegal_docid', 'Only reserved document ids may start with underscore.')
    : undefined;
};

/** One that is there from before may still be deleted, so only by whoever names its revision. */
const whyTooLong = (
  { _id: id, _rev: rev, _deleted: deleted }: Given,
  newEdits: boolean,
): Refusal | undefined => {
  const isDeletion = newEdits && rev !== undefined && deleted === true;
  return String(id).length > LONGEST_ID && !isDeletion ? ID_TOO_LONG : undefined;
};

const whyNotFields = (document: Given): Refusal | undefined => {
  const unknown = Object.keys(document).find((field) => field.startsWith('_') && !KNOWN.has(field));
  return unknown === undefined
    ? undefined
    : refusal(400, 'doc_validation', `Bad special document member: ${unknown}`);
};

const whyNotRevised = (
  { _rev: rev, _revisions: revisions }: Given,
  newEdits: boolean,
): Refusal | undefined => {
  const isTaken = (given: unknown): boolean =>
    isRevision(given) && (newEdits || isReachable(given));
  const named = rev === undefined ? newEdits || revisions !== undefined : isTaken(rev);
  if (!named || (revisions !== undefined && !isHistory(revisions))) return INVALID_REVISION;
  return revisions !== undefined && revisions.ids.length > MOST_NAMED
    ? tooManyOf('revisions', MOST_NAMED)
    : undefined;
};

/**
 * The highest revision number of a document that comes with its revisions; a write here continues
 * from any existing one. Nobody writes so often that a successor would exceed the valid numbers:
 * such a revision could neither be read nor synced past.
 */
const HIGHEST = 1e14;

const isReachable = (rev: string): boolean => Number.parseInt(rev, 10) <= HIGHEST;

const isHistory = (revisions: unknown): revisions is Revisions => {
  const { start, ids } = (revisions ?? {}) as { start?: unknown; ids?: unknown };
  return (
    Array.isArray(ids) &&
    ids.length > 0 &&
    Number.isSafeInteger(start) &&
    (start as number) >= ids.length &&
    (start as number) <= HIGHEST &&
    ids.every((id) => typeof id === 'string' && isRevision(`1-${id}`)) &&
    // By its hash alone PouchDB finds whether a revision is deleted.
    new Set(ids).size === ids.length
  );
};

const whyNotAttached = (attachments: unknown, takes: Takes): Refusal | undefined => {
  if (attachments === undefined) return undefined;
  if (typeof attachments !== 'object' || attachments === null || Array.isArray(attachments))
    return badRequest('Attachments must be a JSON object');
  const all = Object.entries(attachments) as [string, unknown][];
  if (all.length > MOST_ATTACHMENTS) return tooManyOf('attachments', MOST_ATTACHMENTS);
  // One that is there already (`stub`) stays: refused, the record could never be written again.
  if (
    takes === 'none' &&
    all.some(([, attachment]) => (attachment as { stub?: unknown } | null)?.stub !== true)
  )
    return NO_ATTACHMENTS;
  const bad = all.find(
    ([name, attachment]) => !isWritable(name) || name.startsWith('_') || !isAttachment(attachment),
  );
  return bad === undefined
    ? undefined
    : badRequest(`Attachment ${bad[0]} is not understood: send base64 data or a stub`);
};

/** What records do not have. */
export const NO_ATTACHMENTS = refusal(403, 'forbidden', 'This database keeps no attachments.');

const isAttachment = (attachment: unknown): boolean => {
  if (typeof attachment !== 'object' || attachment === null) return false;
  const { stub, digest, data, content_type: type } = attachment as Given;
  if (type !== undefined && typeof type !== 'string') return false;
  if (stub === true) return typeof digest === 'string';
  // PouchDB's own test; it would otherwise give up in the middle of the batch.
  return typeof data === 'string' && Buffer.from(data, 'base64').toString('base64') === data;
};

const sizeOf = (document: Given): number =>
  Buffer.byteLength(
    JSON.stringify(
      document._attachments === undefined ? document : { ...document, _attachments: undefined },
    ),
  );
