import { paths } from '#ui/paths.ts';

/** What an address says when a CouchDB is meant. */
export const COUCH = 'couch';

/** Addresses of connecting to a CouchDB, which home does not need. */
export const couchPaths = {
  couch: () => `${paths.join()}?${COUCH}`,
} as const;
