import { refusal, type Refusal } from '../refusals.ts';

/** Whether it is the id of a design document. */
export const isDesign = (id: string): boolean => id.startsWith('_design/') && id !== '_design/';

/** The fields by which a design document asks a CouchDB to run functions, or an index, for it. */
const RUN = [
  'validate_doc_update',
  'views',
  'filters',
  'updates',
  'shows',
  'lists',
  'rewrites',
  'indexes',
  'nouveau',
  'st_indexes',
];

/** Among records there are none: they would arrive on a device as records. */
export const NO_DESIGNS = refusal(403, 'forbidden', 'This database keeps no design documents.');

/**
 * Why a design document is not kept, or undefined: who writes one that is never run would believe
 * that what it refuses is refused here. It is forbidden, because that is the only word for which
 * PouchDB's replication continues with the others.
 */
export const whyNotDesign = (document: Readonly<Record<string, unknown>>): Refusal | undefined => {
  if (document._deleted === true) return undefined;
  const asked = RUN.filter((field) => !isEmpty(document[field]));
  if (asked.length === 0) return undefined;
  const [id, fields] = [String(document._id), asked.join(', ')];
  const reason = `This server runs no functions: ${id} asks for ${fields}. A CouchDB runs them.`;
  return refusal(403, 'forbidden', reason);
};

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'object' && Object.keys(value).length === 0);
