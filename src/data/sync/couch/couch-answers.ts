import type { WireDocument } from '../sealing.ts';

/** Where a change is in a server's order; opaque but for "is it the same". */
export type Sequence = string | number;

/** One page of a server's changes, oldest first. */
export type ChangesPage = {
  readonly results: readonly { readonly id: string; readonly doc?: WireDocument }[];
  readonly last_seq: Sequence;
  /**
   * Whether there was nothing more at the time of the request: a page may be shorter than requested
   * and still not be the last.
   */
  readonly isLast: boolean;
};

/** The newest revision of a document on the server; `document` is absent for a deleted one. */
export type ServerHead = {
  readonly id: string;
  readonly rev: string;
  readonly document: WireDocument | undefined;
};

/** The state of a document on the server; `none` when it knows nothing of it. */
export type Standing = 'live' | 'deleted' | 'none';

/** One revision of one document. */
export type Revision = { readonly id: string; readonly rev: string };

/** What became of one written document; `rev` is what it has now. */
export type RowAnswer = {
  readonly id: string;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
};

/**
 * The error for an invalid answer, after which the request is repeated. Anything between device and
 * server may answer: a missing number must not look like a server that forgot its data.
 */
export const OTHER_FORM = 'the answer has another form';

/** A list, of whatever the server put into it. */
export const listOf = <T>(value: unknown): T[] => {
  if (!Array.isArray(value)) throw new Error(OTHER_FORM);
  return value as T[];
};

/** A document or a revision of a longer name is none that this device asks for again. */
export const LONGEST_NAME = 250;

/** The name of a document in a list. */
export const nameIn = ({ id }: { readonly id: unknown }): string => {
  if (typeof id !== 'string') throw new Error(OTHER_FORM);
  return id;
};

/**
 * A longer sequence is refused: CouchDB's may have some hundred characters, and a client with one
 * too long for a request would ask in vain forever.
 */
const LONGEST_SEQUENCE = 6_000;

/** Half of a letter that is written as two: no address carries it, and no server takes it. */
export const hasHalfLetter = (text: string): boolean => /\p{Cs}/u.test(text);

/** The place in the server's order that an answer names. */
export const sequenceIn = <F extends string>(
  answer: { readonly [field in F]?: unknown },
  field: F,
): Sequence => {
  const value = answer[field];
  if (typeof value !== 'number' && typeof value !== 'string') throw new Error(OTHER_FORM);
  if (String(value).length > LONGEST_SEQUENCE || hasHalfLetter(String(value)))
    throw new Error(OTHER_FORM);
  return value;
};

/**
 * How a revision is named: how many there were before it and with it, and whatever tells it from
 * others.
 */
const REVISION = /^[1-9]\d{0,14}-/;

/** States are ordered by its number: a text without a number is no revision. */
export const isRevision = (value: unknown): value is string =>
  typeof value === 'string' && REVISION.test(value);

/**
 * Numbered too, but no number that states are put in order by: whoever may write at a CouchDB may
 * make one, and it keeps that.
 */
const isUncounted = (value: unknown): value is string =>
  typeof value === 'string' && /^\d+-/.test(value) && !REVISION.test(value);

/**
 * What is kept of a document with such a revision: it cannot be opened, and that is reported.
 */
const unopened = (id: string): WireDocument => ({ _id: id });

type Change = { readonly id: string; readonly doc?: WireDocument | null };

/** A page of changes, which may have so many. */
export const pageIn = (
  page: { readonly results?: unknown; readonly last_seq?: unknown },
  limit: number,
): ChangesPage => {
  const results = listOf<Change>(page.results);
  // Each row is opened and looked up: more than requested are refused.
  if (results.length > limit) throw new Error(OTHER_FORM);
  if (results.some(({ id, doc }) => doc !== undefined && doc?._id !== id))
    throw new Error(OTHER_FORM);
  const revisions = results.map(({ doc }) => doc?._rev).filter((rev) => rev !== undefined);
  if (!revisions.every((rev) => isRevision(rev) || isUncounted(rev))) throw new Error(OTHER_FORM);
  const counted = results.map((row) =>
    isUncounted(row.doc?._rev) ? { id: row.id, doc: unopened(row.id) } : row,
  );
  return {
    results: counted as ChangesPage['results'],
    last_seq: sequenceIn(page, 'last_seq'),
    isLast: results.length < limit,
  };
};

/** A row of the list of heads. */
type HeadRow = {
  readonly key: string;
  readonly value?: { readonly rev?: unknown; readonly deleted?: boolean };
  readonly doc?: WireDocument | null;
  readonly error?: string;
};

/** The heads of these, without those that the server knows nothing of. */
export const headsIn = (rows: unknown, ids: readonly string[]): ServerHead[] => {
  const heads = new Map(listOf<HeadRow>(rows).map((row) => [row.key, headIn(row)]));
  // A missing row does not prove that the document is not there.
  if (ids.some((id) => !heads.has(id))) throw new Error(OTHER_FORM);
  return [...new Set(ids)].map((id) => heads.get(id)).filter((head) => head !== undefined);
};

/**
 * A document under another name is no state of this record: it would be merged, and the change here
 * would count as sent.
 */
const headIn = ({ key: id, value, doc, error }: HeadRow): ServerHead | undefined => {
  if (value === undefined && error === 'not_found') return undefined;
  if (isUncounted(value?.rev)) return { id, rev: value.rev, document: unopened(id) };
  const document = value?.deleted === true ? undefined : (doc ?? undefined);
  const isOfIt = value?.deleted === true || document?._id === id;
  if (!isRevision(value?.rev) || !isOfIt) throw new Error(OTHER_FORM);
  return { id, rev: value.rev, document };
};

/**
 * The answers to a write, one for each of these documents. A document without an answer is not
 * written; the same goes for an answer with another id, or without a revision.
 */
export const answersIn = (rows: unknown, documents: readonly WireDocument[]): RowAnswer[] => {
  const answers = listOf<Partial<RowAnswer>>(rows).map((row, at) => ({
    ...row,
    id: row.id ?? documents[at]?._id ?? '',
  }));
  const isUnanswered = ({ rev, error }: RowAnswer): boolean =>
    error === undefined && !isRevision(rev) && !isUncounted(rev);
  const asked = documents.map(({ _id }) => _id);
  if (listed(answers.map(({ id }) => id)) !== listed(asked) || answers.some(isUnanswered))
    throw new Error(OTHER_FORM);
  return answers;
};

const listed = (ids: readonly string[]): string => ids.toSorted().join('\n');

/** A row of the list of what there is. */
export type StandingRow = { key: string; value?: { deleted?: boolean }; error?: string };

/** The state of that document there. */
export const standingIn = ({ value, error }: StandingRow): Standing => {
  if (value !== undefined) return value.deleted === true ? 'deleted' : 'live';
  if (error !== 'not_found') throw new Error(OTHER_FORM);
  return 'none';
};

type Leaf = { readonly docs: readonly { readonly ok?: WireDocument }[] };

/**
 * The documents of these revisions, each once. Anything else is ignored: under another document's
 * name it would be taken for the losing or deleted state.
 */
export const bodiesIn = (results: unknown, revisions: readonly Revision[]): WireDocument[] => {
  const awaited = new Set(revisions.map(nameOf));
  const bodies = listOf<Leaf>(results).flatMap(({ docs }) =>
    docs.flatMap(({ ok }) => (ok === undefined ? [] : [ok])),
  );
  return bodies.filter(({ _id: id, _rev: rev = '' }) => awaited.delete(nameOf({ id, rev })));
};

const nameOf = ({ id, rev }: Revision): string => JSON.stringify([id, rev]);
