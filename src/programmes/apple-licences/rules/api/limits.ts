import { isJsonObject, type JsonObject } from './json-object.ts';

/** How much one request may hold, by Apple's own names. */
export type Limits = {
  readonly maxAssets: number;
  readonly maxClientUserIds: number;
  readonly maxSerialNumbers: number;
  readonly maxRevokeClientUserIds: number;
  readonly maxRevokeSerialNumbers: number;
  readonly maxUsers: number;
};

/**
 * What counts where the service says nothing: the values of its own sample (apple.md §2.6,
 * service-config).
 */
export const FALLBACK_LIMITS: Limits = {
  maxAssets: 25,
  maxClientUserIds: 1_000,
  maxSerialNumbers: 1_000,
  maxRevokeClientUserIds: 100,
  maxRevokeSerialNumbers: 100,
  maxUsers: 100,
};

const NAMES = Object.keys(FALLBACK_LIMITS) as readonly (keyof Limits)[];

/**
 * How long limits count, in ms: they are dynamic, and Apple wants them read anew every five minutes
 * (apple.md §2.6).
 */
export const LIMITS_FOR = 300_000;

/**
 * Whether limits that were read at `readAt` have to be read again; both are moments in ms. A clock
 * set back counts as long ago.
 */
export const areLimitsStale = (readAt: number | undefined, now: number): boolean =>
  readAt === undefined || now < readAt || now - readAt >= LIMITS_FOR;

/**
 * The limits of a `service/config` answer, and the names of those that it does not say and that are
 * assumed instead.
 */
export const readLimits = (
  body: JsonObject,
): { readonly limits: Limits; readonly assumed: readonly (keyof Limits)[] } => {
  const limits = isJsonObject(body['limits']) ? body['limits'] : {};
  const isGiven = (name: keyof Limits): boolean =>
    Number.isSafeInteger(limits[name]) && Number(limits[name]) > 0;
  const entries = NAMES.map((name) => [name, isGiven(name) ? limits[name] : FALLBACK_LIMITS[name]]);
  return {
    limits: Object.fromEntries(entries) as Limits,
    assumed: NAMES.filter((name) => !isGiven(name)),
  };
};

const LIMITS_OF: Readonly<Record<number, readonly (keyof Limits)[]>> = {
  9700: ['maxAssets'],
  9701: ['maxClientUserIds', 'maxRevokeClientUserIds'],
  9702: ['maxSerialNumbers', 'maxRevokeSerialNumbers'],
  9714: ['maxUsers'],
};

/**
 * Half of what a refusal says to be too much, for when the limits read again are the ones that were
 * kept. Undefined when the number is of something else, or one at a time was too much already.
 */
export const tighterLimits = (limits: Limits, number: number): Limits | undefined => {
  const names = (LIMITS_OF[number] ?? []).filter((name) => limits[name] > 1);
  if (names.length === 0) return undefined;
  return {
    ...limits,
    ...Object.fromEntries(names.map((name) => [name, Math.floor(limits[name] / 2)])),
  };
};
