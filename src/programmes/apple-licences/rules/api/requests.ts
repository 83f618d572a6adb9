import type { Limits } from './limits.ts';

/** An app or book as Apple knows it (apple.md §2.3). */
export type Asset = { readonly adamId: string; readonly pricingParam: string };

/** Whom licences are given to or taken from. */
export type Targets = {
  readonly clientUserIds: readonly string[];
  readonly serialNumbers: readonly string[];
};

/**
 * Licences of each asset for each target: the body of `assets/associate` and `assets/disassociate`.
 */
export type AssignmentRequest = Targets & { readonly assets: readonly Asset[] };

/** A person as Apple takes one: the body of `users/create` and `users/update` holds many. */
export type RequestUser = {
  readonly clientUserId: string;
  readonly email?: string;
  readonly managedAppleId?: string;
};

/** One name for an asset, to compare by. */
export const assetKey = ({ adamId, pricingParam }: Asset): string => `${adamId}\n${pricingParam}`;

/**
 * The requests that give or take licences of each asset for each target, within the limits and
 * without duplicates (9700 to 9705). People and devices go apart: Apple refuses a request as a
 * whole, so a book, which no device can have (9707), would take the people's with it. Without an
 * asset or a target there is nothing to ask (9718, 9719).
 */
export const assignmentRequests = (
  wish: AssignmentRequest,
  limits: Limits,
): readonly AssignmentRequest[] => {
  const targets = targetRequests(wish, limits.maxClientUserIds, limits.maxSerialNumbers);
  return inParts(unique(wish.assets, assetKey), limits.maxAssets).flatMap((assets) =>
    targets.map((part) => ({ assets, ...part })),
  );
};

/**
 * The requests that take every licence back from these (`assets/revoke`), within the limits and
 * without duplicates.
 */
export const revocationRequests = (targets: Targets, limits: Limits): readonly Targets[] =>
  targetRequests(targets, limits.maxRevokeClientUserIds, limits.maxRevokeSerialNumbers);

/** The requests for these people; of two with one id the first counts (9714, 9715). */
export const userRequests = <User extends Pick<RequestUser, 'clientUserId'>>(
  users: readonly User[],
  limits: Limits,
): readonly (readonly User[])[] =>
  inParts(
    unique(users, ({ clientUserId }) => clientUserId),
    limits.maxUsers,
  );

const targetRequests = (
  targets: Targets,
  mostUsers: number,
  mostDevices: number,
): readonly Targets[] => [
  ...inParts(unique(targets.clientUserIds, itself), mostUsers).map((ids) => ({
    clientUserIds: ids,
    serialNumbers: [],
  })),
  ...inParts(unique(targets.serialNumbers, itself), mostDevices).map((ids) => ({
    clientUserIds: [],
    serialNumbers: ids,
  })),
];

const itself = (id: string): string => id;

const unique = <T>(all: readonly T[], keyOf: (item: T) => string): readonly T[] => {
  const first = new Map<string, T>();
  for (const item of all) if (!first.has(keyOf(item))) first.set(keyOf(item), item);
  return [...first.values()];
};

const inParts = <T>(all: readonly T[], most: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, part) =>
    all.slice(part * most, (part + 1) * most),
  );
