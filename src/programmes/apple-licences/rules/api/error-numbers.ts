/** What is done about an answer of Apple's. The words for people are in `words/`. */
export type Action =
  /** Renew the token: its year is over. */
  | 'renew-token'
  /** Make a new token: this one was withdrawn. */
  | 'new-token'
  /** Give the token's file again: none came, or it came damaged. */
  | 'give-token'
  /** Wait, then ask the same again. */
  | 'wait'
  /** Ask the same again soon. */
  | 'retry'
  /** Cut the request into smaller ones. */
  | 'split'
  /** Ask again with each thing once. */
  | 'remove-duplicates'
  /** The request is wrong as Volym made it. */
  | 'fix-request'
  /** What was set up for the location is wrong. */
  | 'fix-settings'
  /** A person's details are wrong. */
  | 'fix-user'
  | 'create-user'
  /** The account that made the token needs another role. */
  | 'other-role'
  /** Read everything again instead of what changed. */
  | 'full-sync'
  /** The outcome is not known: compare with the assignments. */
  | 'compare'
  | 'reclaim-or-buy'
  /** Leave this one out and continue with the others. */
  | 'skip'
  /** The licence is gone: take it out of the books. */
  | 'drop'
  | 'stop-paging'
  /** Nothing can be written here. */
  | 'read-only'
  /** Only a newer Volym can do it. */
  | 'update-app'
  /** What was asked for holds already. */
  | 'nothing'
  /** Tell a person; nothing can be done by itself. */
  | 'report';

/**
 * Where a number is met: in a reply, in the status of an event, on the device at install, or in the
 * older API alone.
 */
export type Place = 'reply' | 'event' | 'device' | 'older-api';

/** What a number makes of the token that was sent. */
export type TokenVerdict = 'expired' | 'revoked' | 'invalid';

type Entry = {
  readonly number: number;
  /** The HTTP status that comes with it, where one is known. */
  readonly status?: number;
  readonly places: readonly Place[];
  readonly action: Action;
  /** The same request, unaltered, may be answered another time. */
  readonly mayPass?: true;
  readonly token?: TokenVerdict;
  readonly source: string;
};

/**
 * The list of the present API ("Handling Error Responses") and the list of the older one
 * ("Interpreting Error Codes").
 */
const PRESENT = 'apple.md §2.7; ADEV2 handling-error-responses';
const OLDER = 'apple.md §2.7; ADEV2 interpreting-error-codes';

const reply = ['reply'] as const;
const older = ['older-api'] as const;

/**
 * Every error number of Apple's Apps and Books API that Volym knows (apple.md §2.7). The texts that
 * Apple sends with them differ between its own pages: only the number counts.
 */
export const errorNumbers = [
  { number: 9600, places: older, action: 'fix-request', source: OLDER },
  {
    number: 9601,
    status: 401,
    places: reply,
    action: 'give-token',
    token: 'invalid',
    source: PRESENT,
  },
  { number: 9602, status: 400, places: reply, action: 'fix-request', source: PRESENT },
  {
    number: 9603,
    status: 500,
    places: ['reply', 'event'],
    action: 'retry',
    mayPass: true,
    source: PRESENT,
  },
  { number: 9609, status: 400, places: ['reply', 'event'], action: 'create-user', source: PRESENT },
  // Seen at install, not in a reply: the token may be in use by two systems.
  {
    number: 9610,
    places: ['device'],
    action: 'retry',
    mayPass: true,
    source: 'apple.md §2.7, §6 (fleet#25458)',
  },
  { number: 9616, places: older, action: 'nothing', source: OLDER },
  {
    number: 9621,
    status: 401,
    places: reply,
    action: 'renew-token',
    token: 'expired',
    source: PRESENT,
  },
  // Listed for the older API only; the present one answers it with HTTP 200 (FLEET, ZEN).
  {
    number: 9622,
    status: 200,
    places: reply,
    action: 'give-token',
    token: 'invalid',
    source: OLDER,
  },
  { number: 9624, places: older, action: 'drop', source: OLDER },
  {
    number: 9625,
    status: 401,
    places: reply,
    action: 'new-token',
    token: 'revoked',
    source: PRESENT,
  },
  { number: 9634, status: 410, places: reply, action: 'update-app', source: PRESENT },
  { number: 9635, places: older, action: 'fix-user', source: OLDER },
  { number: 9637, places: older, action: 'other-role', source: OLDER },
  { number: 9641, places: older, action: 'fix-user', source: OLDER },
  // The account must first agree to Apple's terms: asking again alone does not help.
  { number: 9642, places: older, action: 'fix-user', source: OLDER },
  { number: 9643, places: older, action: 'wait', mayPass: true, source: OLDER },
  { number: 9644, places: older, action: 'wait', mayPass: true, source: OLDER },
  { number: 9645, places: older, action: 'read-only', source: OLDER },
  { number: 9646, status: 429, places: reply, action: 'wait', mayPass: true, source: PRESENT },
  { number: 9650, status: 400, places: reply, action: 'stop-paging', source: PRESENT },
  { number: 9700, status: 400, places: reply, action: 'split', source: PRESENT },
  { number: 9701, status: 400, places: reply, action: 'split', source: PRESENT },
  { number: 9702, status: 400, places: reply, action: 'split', source: PRESENT },
  { number: 9703, status: 400, places: reply, action: 'remove-duplicates', source: PRESENT },
  { number: 9704, status: 400, places: reply, action: 'remove-duplicates', source: PRESENT },
  { number: 9705, status: 400, places: reply, action: 'remove-duplicates', source: PRESENT },
  { number: 9706, status: 400, places: reply, action: 'skip', source: PRESENT },
  { number: 9707, status: 400, places: reply, action: 'skip', source: PRESENT },
  // Apple says nothing of what to do. What the event did can only be seen in the assignments
  // (apple.md §2.5).
  { number: 9708, status: 400, places: reply, action: 'compare', source: PRESENT },
  // Documented for events only; a reply is taken for one too.
  { number: 9709, places: ['event', 'reply'], action: 'reclaim-or-buy', source: PRESENT },
  { number: 9710, status: 400, places: reply, action: 'fix-settings', source: PRESENT },
  { number: 9711, status: 400, places: reply, action: 'fix-settings', source: PRESENT },
  { number: 9712, status: 400, places: reply, action: 'fix-settings', source: PRESENT },
  { number: 9713, status: 400, places: reply, action: 'fix-settings', source: PRESENT },
  { number: 9714, status: 400, places: reply, action: 'split', source: PRESENT },
  { number: 9715, status: 400, places: reply, action: 'remove-duplicates', source: PRESENT },
  { number: 9716, places: ['event'], action: 'fix-user', source: PRESENT },
  { number: 9717, status: 400, places: reply, action: 'fix-user', source: PRESENT },
  { number: 9718, status: 400, places: reply, action: 'fix-request', source: PRESENT },
  { number: 9719, status: 400, places: reply, action: 'fix-request', source: PRESENT },
  { number: 9720, status: 400, places: reply, action: 'fix-request', source: PRESENT },
  { number: 9721, status: 400, places: reply, action: 'full-sync', source: PRESENT },
  // The header is made of the token's file, so a malformed one means a damaged file.
  {
    number: 9722,
    status: 401,
    places: reply,
    action: 'give-token',
    token: 'invalid',
    source: PRESENT,
  },
  { number: 9723, status: 400, places: reply, action: 'fix-settings', source: PRESENT },
  { number: 9724, status: 400, places: reply, action: 'fix-settings', source: PRESENT },
  { number: 9725, status: 400, places: reply, action: 'fix-settings', source: PRESENT },
  { number: 9726, status: 405, places: reply, action: 'fix-request', source: PRESENT },
  { number: 9727, status: 415, places: reply, action: 'fix-request', source: PRESENT },
  { number: 9728, status: 400, places: reply, action: 'fix-settings', source: PRESENT },
  { number: 9816, places: reply, action: 'split', source: 'apple.md §2.7' },
  { number: 9818, places: reply, action: 'fix-settings', source: 'apple.md §2.7' },
] as const satisfies readonly Entry[];

/** An error number that has a meaning here. */
export type ErrorNumber = (typeof errorNumbers)[number]['number'];

/** What a number means; `key` leads to its words. */
export type Meaning = Required<Pick<Entry, 'number' | 'places' | 'action' | 'source'>> & {
  readonly key: ErrorNumber | 'unknown';
  readonly status: number | undefined;
  readonly mayPass: boolean;
  readonly token: TokenVerdict | undefined;
};

const byNumber: ReadonlyMap<number, Entry & { readonly number: ErrorNumber }> = new Map(
  errorNumbers.map((entry) => [entry.number, entry]),
);

const UNLISTED = {
  key: 'unknown',
  status: undefined,
  places: [],
  action: 'report',
  mayPass: false,
  token: undefined,
  source: '',
} as const;

/**
 * What an error number means. Apple may add numbers: one that is not known is shown as itself and
 * never asked again for.
 */
export const meaningOf = (number: number): Meaning => {
  const entry = byNumber.get(number);
  if (entry === undefined) return { number, ...UNLISTED };
  const { status, places, action, mayPass = false, token, source } = entry;
  return { number, key: entry.number, status, places, action, mayPass, token, source };
};
