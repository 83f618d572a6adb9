import { settled } from './doubted.ts';
import { tokenSyncSchema, type ReadVersions, type TokenSync } from './token-sync.ts';

/**
 * What two devices' syncs of a token become, whoever wrote last: why the later try ended as it did,
 * what the last that went well saw, from where to go on unless that is in doubt, and the latest
 * doubt. The same in whatever order and however often they meet; undefined where one of them is
 * none.
 */
export const joinSyncs = (left: unknown, right: unknown): TokenSync | undefined => {
  const [a, b] = [read(left), read(right)];
  if (a === undefined || b === undefined) return undefined;
  const doubtAt = Math.max(a.doubtAt ?? 0, b.doubtAt ?? 0);
  const doubt = [a.doubtAt, b.doubtAt].every((at) => at === undefined) ? {} : { doubtAt };
  const { versions } = later(readBy(a), readBy(b), readOrder);
  return settled({
    ...later(tryOf(a), tryOf(b), triedOrder),
    ...later(seenOf(a), seenOf(b), seenOrder),
    ...doubt,
    ...(versions === undefined ? {} : { versions }),
  });
};

type Seen = Pick<TokenSync, 'okAt' | 'apps' | 'licences' | 'users'>;
type Read = Pick<TokenSync, 'okAt' | 'versions'>;
type Try = Omit<TokenSync, keyof Seen | 'versions' | 'doubtAt'>;

const read = (value: unknown): TokenSync | undefined => {
  const parsed = tokenSyncSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

const seenOf = ({ okAt, apps, licences, users }: TokenSync): Seen => ({
  okAt,
  apps,
  licences,
  users,
});

/**
 * From now on it names its own file: the try next to it may belong to another. Older versions named
 * one file for both, or none.
 */
const readBy = ({ okAt, versions, file = '' }: TokenSync): Read =>
  typeof (versions as Partial<ReadVersions> | null | undefined)?.wholeAt === 'number'
    ? { okAt, versions: { file, ...(versions as ReadVersions) } }
    : { okAt };

/** With what a newer version says of it. */
const tryOf = ({
  okAt: _,
  apps: _a,
  licences: _l,
  users: _u,
  versions: _v,
  doubtAt: _d,
  ...rest
}: TokenSync): Try => rest;

type Order = readonly [number, number, string];

/** At the same moment, a successful try wins. */
const triedOrder = (attempt: Try): Order => [
  attempt.at,
  attempt.code === '' ? 1 : 0,
  spelt(attempt),
];

const seenOrder = (seen: Seen): Order => [seen.okAt, 0, spelt(seen)];

/**
 * At the same moment, the state in which everything must be read wins, or else the one with the
 * doubt: so the order of merging does not matter.
 */
const readOrder = (read: Read): Order => [
  read.okAt,
  -(read.versions?.wholeAt ?? Number.MIN_SAFE_INTEGER),
  spelt(read),
];

const later = <T>(a: T, b: T, orderOf: (value: T) => Order): T => {
  const [x, y] = [orderOf(a), orderOf(b)];
  const by = x[0] - y[0] || x[1] - y[1] || (x[2] < y[2] ? -1 : 1);
  return by < 0 ? b : a;
};

/** The same text for the same content, in whatever order its fields were written. */
const spelt = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
