/** One thing of a request's head that the server reads, and a request in which it does. */
export type Reading = {
  readonly header?: string;
  readonly query?: string;
  readonly method: string;
  readonly path: string;
  /** What has to come first, or the rest is not read. */
  readonly before?: string;
  readonly as?: 'device';
};

const START = '/_app/immutable/entry/start.AbC1.js';

/** Every header that is read, where it is. */
const HEADERS: readonly Reading[] = [
  { header: 'accept', method: 'GET', path: '/credit/x.unknown' },
  { header: 'accept', method: 'GET', path: '/db/plain/a?open_revs=all' },
  { header: 'accept-encoding', method: 'GET', path: START },
  { header: 'if-none-match', method: 'GET', path: START },
  { header: 'if-none-match', method: 'GET', path: '/db/plain/a' },
  { header: 'if-match', method: 'DELETE', path: '/db/plain/none' },
  { header: 'if-match', method: 'DELETE', path: '/db/plain/_local/none' },
  { header: 'authorization', method: 'GET', path: '/db/plain' },
  { header: 'authorization', method: 'GET', path: '/db/plain', before: 'Basic ' },
  { header: 'authorization', method: 'GET', path: '/db/plain', before: 'Bearer ' },
  { header: 'authorization', method: 'GET', path: '/_volym/devices', before: 'Bearer ' },
  { header: 'cookie', method: 'GET', path: '/db/_session' },
  { header: 'cookie', method: 'GET', path: '/db/_session', before: 'AuthSession=' },
  { header: 'origin', method: 'GET', path: '/db/_session' },
  { header: 'origin', method: 'GET', path: '/db/_session', before: 'https://' },
  { header: 'sec-fetch-site', method: 'GET', path: '/db/_session' },
  { header: 'host', method: 'GET', path: '/' },
  { header: 'x-forwarded-for', method: 'GET', path: '/db/_session' },
  { header: 'x-forwarded-proto', method: 'DELETE', path: '/db/_session' },
  { header: 'content-encoding', method: 'POST', path: '/db/plain/_bulk_docs' },
  { header: 'content-length', method: 'POST', path: '/db/plain/_bulk_docs' },
  { header: 'content-type', method: 'POST', path: '/db/_session' },
  {
    header: 'content-type',
    method: 'POST',
    path: '/db/plain/_compact',
    before: 'application/json',
  },
  { header: 'content-type', method: 'POST', path: '/_apple/client/config', as: 'device' },
  { header: 'x-content-token', method: 'GET', path: '/_apple/assets', as: 'device' },
];

const inQuery = (
  method: string,
  path: string,
  names: readonly string[],
  more: Partial<Reading> = {},
): Reading[] => names.map((query) => ({ query, method, path, ...more }));

const SHOWN = ['include_docs', 'conflicts', 'attachments'];

/** Every part of a query that is read, where it is. */
const QUERIES: readonly Reading[] = [
  ...inQuery('GET', '/db/plain/_changes', [
    'feed',
    'style',
    'since',
    'limit',
    'timeout',
    'heartbeat',
    'filter',
    'doc_ids',
    'descending',
    ...SHOWN,
  ]),
  ...inQuery('GET', '/db/plain/_changes', ['since', 'doc_ids'], { before: '"' }),
  ...inQuery('GET', '/db/plain/_all_docs', [
    'skip',
    'limit',
    'startkey',
    'start_key',
    'endkey',
    'end_key',
    'key',
    'keys',
    'descending',
    'update_seq',
    'inclusive_end',
    ...SHOWN,
  ]),
  ...inQuery('GET', '/db/plain/_all_docs', ['key', 'keys'], { before: '["' }),
  ...inQuery('GET', '/db/plain/a', [
    'rev',
    'meta',
    'revs',
    'latest',
    'revs_info',
    'open_revs',
    'conflicts',
  ]),
  ...inQuery('GET', '/db/plain/a', ['rev'], { before: '1-' }),
  ...inQuery('GET', '/db/plain/a/a.txt', ['rev']),
  ...inQuery('DELETE', '/db/plain/a', ['rev']),
  ...inQuery('DELETE', '/db/plain/_local/a', ['rev'], { before: '0-' }),
  ...inQuery('DELETE', '/db/plain/a/a.txt', ['rev']),
  ...inQuery('POST', '/db/plain/_bulk_get', ['revs', 'latest', 'attachments']),
  ...inQuery('PUT', '/db/plain/_local/b', ['rev']),
  ...inQuery('PUT', '/db/plain/b', ['new_edits', 'rev']),
  ...inQuery('DELETE', '/_volym/devices/none', ['with'], { as: 'device' }),
  ...inQuery('GET', '/_apple/assets', ['pageIndex', 'unknown'], { as: 'device' }),
];

/** What is in the target itself. */
const TARGETS: readonly Reading[] = [
  '/',
  '/credit/',
  '/db/',
  '/db/plain/',
  '/_volym/devices/',
  '/_apple/',
].map((path) => ({ method: 'GET', path }));

/** All of them. */
export const READINGS: readonly Reading[] = [...HEADERS, ...QUERIES, ...TARGETS];

/** The request with this text in that place: a query and a target write it in percents. */
export const withText = ({ header, query, path, before = '' }: Reading, text: string) => {
  if (header !== undefined) return { path, headers: { [header]: before + text } };
  const written = inPercents(before + text);
  return {
    path: query === undefined ? path + written : `${path}?${query}=${written}`,
    headers: {},
  };
};

/**
 * All of it as `%20`, so that texts of one length are one length on the wire; half a character is
 * no UTF-8.
 */
const inPercents = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
