import type { Database } from 'pouchdb-core';
import { INVALID_REVISION, isWritable } from '../query.ts';
import { badRequest, ID_TOO_LONG, NO_ID, refusal, type Refusal } from '../refusals.ts';

/** Before the name of a mark. */
const BEFORE = '_local/';

/**
 * The last fifty runs of a foreign replicator, with the long sequences of a CouchDB cluster, are
 * not longer (bytes).
 */
const LARGEST_MARK = 256 * 1024;

/** A device's mark is a number or two; readers write theirs as well. */
const LARGEST_OF_DEVICE = 4 * 1024;

/** Replicators call a mark by a hash, with a few words beside it (letters). */
const LONGEST_NAME = 256;

/** The revisions of a local document, unlike others, begin at zero. */
const MARK_REVISION = /^0-\d{1,15}$/;

/** The name of a device's own mark, the only one that it writes when it may only read. */
export const markOf = (device: string): string => `volym-${device}`;

/** Whether a mark of that name is some device's own. Foreign replicators call theirs otherwise. */
export const isOfDevice = (name: string): boolean => name.startsWith(markOf(''));

/** Whether this id belongs to the local documents, which have no revisions to choose from. */
export const isAmongMarks = (id: string): boolean => id.startsWith(BEFORE);

/** Whether it is the id of a mark. */
export const isMark = (id: unknown): id is string =>
  typeof id === 'string' && isAmongMarks(id) && id !== BEFORE;

/** The id of a mark by its name. */
export const idOfMark = (name: string): string => BEFORE + name;

/** The name of a mark by its id. */
export const nameOfMark = (id: string): string => id.slice(BEFORE.length);

/** The largest that the mark of that name may be (bytes). */
export const largestMark = (name: string): number =>
  isOfDevice(name) ? LARGEST_OF_DEVICE : LARGEST_MARK;

/**
 * CouchDB's error for the address of an attachment; an attachment in the body of a local document
 * it would silently lose.
 */
export const NO_MARK_ATTACHMENTS = badRequest('_local documents do not accept attachments.');

/** A mark as someone sends it; its history counts for nothing. */
export type GivenMark = Readonly<Record<string, unknown>> & { readonly _id: string };

type MarkRevision = string | undefined;

/** Whether it may be meant for the revision of a mark. */
export const isMarkRevision = (rev: unknown): rev is MarkRevision =>
  rev === undefined || (typeof rev === 'string' && MARK_REVISION.test(rev));

/** Why whoever asks may not write the mark of that name, or undefined when it may. */
export type Marks = (name: string) => Promise<Refusal | undefined>;

/** Why a mark may not be written, or undefined when it may. */
export const whyNoMark = (mark: GivenMark): Refusal | undefined => {
  if (!isWritable(mark._id)) return NO_ID;
  if (mark._deleted !== true && mark._id.length > BEFORE.length + LONGEST_NAME) return ID_TOO_LONG;
  if (!isEmptyObject(mark._attachments ?? {})) return NO_MARK_ATTACHMENTS;
  const unknown = Object.keys(mark).find(
    (field) => field.startsWith('_') && !KNOWN.includes(field),
  );
  if (unknown !== undefined)
    return refusal(400, 'doc_validation', `Bad special document member: ${unknown}`);
  if (!isMarkRevision(mark._rev)) return INVALID_REVISION;
  return Buffer.byteLength(JSON.stringify(mark)) > largestMark(nameOfMark(mark._id))
    ? refusal(413, 'document_too_large', mark._id)
    : undefined;
};

const KNOWN = ['_id', '_rev', '_deleted', '_revisions', '_attachments'];

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length === 0;

/**
 * Writes a mark, or deletes it, over the one there is, whatever revision is named: CouchDB asks for
 * none of a `_local` document, and PouchDB would say conflict. Throws what PouchDB answers when it
 * may not be.
 */
export const writeMark = async (
  database: Database,
  mark: GivenMark,
): Promise<{ readonly rev: string }> => {
  const {
    _id: id,
    _rev: _,
    _deleted: deleted,
    _revisions: __,
    _attachments: ___,
    ...fields
  } = mark;
  const known = await revisionThere(database, id);
  if (deleted === true) return database.remove(id, known ?? '0-0');
  return database.put(
    known === undefined ? { ...fields, _id: id } : { ...fields, _id: id, _rev: known },
  );
};

const revisionThere = async (database: Database, id: string): Promise<MarkRevision> =>
  (await database.get(id).catch(() => undefined))?._rev;
