type Call = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The names that its query may have. */
  readonly query?: readonly string[];
  /** It needs no token. */
  readonly isOpen?: true;
};

/**
 * The documented calls of Apple's Apps and Books API that the app makes (apple.md §2.1). Nothing
 * else is passed on: this server is no way to other addresses.
 */
const CALLS: readonly Call[] = [
  { method: 'GET', path: '/service/config', isOpen: true },
  { method: 'GET', path: '/client/config' },
  { method: 'POST', path: '/client/config' },
  {
    method: 'GET',
    path: '/assets',
    query: [
      'pageIndex',
      'productType',
      'pricingParam',
      'revocable',
      'deviceAssignable',
      'adamId',
      'unlimited',
      'minAvailableCount',
      'maxAvailableCount',
      'minAssignedCount',
      'maxAssignedCount',
    ],
  },
  {
    method: 'GET',
    path: '/assignments',
    query: ['pageIndex', 'adamId', 'clientUserId', 'serialNumber', 'sinceVersionId'],
  },
  {
    method: 'GET',
    path: '/users',
    query: ['pageIndex', 'activeOnly', 'retiredOnly', 'clientUserId', 'sinceVersionId'],
  },
  { method: 'GET', path: '/status', query: ['eventId'] },
  { method: 'POST', path: '/assets/associate' },
  { method: 'POST', path: '/assets/disassociate' },
  { method: 'POST', path: '/assets/revoke' },
  { method: 'POST', path: '/users/create' },
  { method: 'POST', path: '/users/update' },
  { method: 'POST', path: '/users/retire' },
];

/** Longer is no value of Apple's. */
const LONGEST_VALUE = 256;

/** The call that a request makes, if it is one of them. */
export const callOf = (method: string, path: string): Call | undefined =>
  CALLS.find((call) => call.method === method && call.path === path);

/** The query to pass on; undefined when it has something that the call has not. */
export const queryOf = ({ query = [] }: Call, asked: URLSearchParams): string | undefined => {
  const all = [...asked];
  const isKnown = all.every(
    ([name, value]) => query.includes(name) && value.length <= LONGEST_VALUE,
  );
  const isOnce = new Set(all.map(([name]) => name)).size === all.length;
  return isKnown && isOnce ? asked.toString() : undefined;
};
