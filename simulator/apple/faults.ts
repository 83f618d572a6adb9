/** The faults that can be switched on (apple.md §7.4, and what else clients must bear). */
export const FAULTS = [
  // Instead of an answer.
  'expired',
  'revoked',
  'invalid-token',
  'too-many',
  'down',
  'internal',
  'guest-page',
  'refuse',
  'transfer-lock',
  // In an answer that is given.
  'version-flip',
  'foreign-mdm',
  'no-expiration',
  'unlimited',
  'odd-counts',
  'slow',
  'low-limits',
  // In what is written.
  'shortage-at-once',
  'stuck-event',
  'lost-event',
  'unnamed-failures',
] as const;

/** A fault and when it strikes; without anything else it strikes everywhere and for ever. */
export type Fault = {
  readonly kind: (typeof FAULTS)[number];
  readonly uId?: string;
  readonly method?: string;
  /** Below the base path, like `/assets`. */
  readonly path?: string;
  readonly pageIndex?: number;
  /** So many requests pass before. */
  after?: number;
  /** It strikes so often. */
  times?: number;
  /** `Retry-After`: seconds as a number; `date` writes them as an HTTP date. */
  readonly retryAfter?: number;
  readonly date?: boolean;
  /** For `refuse`: the error number; for `low-limits`: the limit; for `slow`: how long, in ms. */
  readonly number?: number;
  readonly ms?: number;
};

/** What a fault looks at. */
export type Struck = {
  readonly uId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly pageIndex: number;
};

const fits = (fault: Fault, at: Struck): boolean =>
  (fault.uId ?? at.uId) === at.uId &&
  (fault.method ?? at.method) === at.method &&
  (fault.path ?? at.path) === at.path &&
  (fault.pageIndex ?? at.pageIndex) === at.pageIndex;

/** The fault of a kind that strikes now, if any; it counts down. */
export const strike = (
  faults: readonly Fault[],
  kind: Fault['kind'],
  at: Struck,
): Fault | undefined => {
  const found = faults.find((fault) => fault.kind === kind && fault.times !== 0 && fits(fault, at));
  if (found === undefined) return undefined;
  if ((found.after ?? 0) > 0) {
    found.after = (found.after ?? 0) - 1;
    return undefined;
  }
  if (found.times !== undefined) found.times -= 1;
  return found;
};

/** What `Retry-After` says of a fault. */
export const retryAfterOf = ({ retryAfter, date }: Fault, now: number): string | undefined => {
  if (retryAfter === undefined) return undefined;
  return date ? new Date(now + retryAfter * 1_000).toUTCString() : String(retryAfter);
};

const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  FAULTS.some((kind) => kind === value.kind);

/** The faults in a body; undefined when one is not known. */
export const readFaults = (body: unknown): Fault[] | undefined => {
  const given =
    typeof body === 'object' && body !== null && 'faults' in body ? body.faults : undefined;
  return Array.isArray(given) && given.every(isFault)
    ? given.map((fault) => ({ ...fault }))
    : undefined;
};
