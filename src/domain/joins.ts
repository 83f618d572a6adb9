import { joinSyncs } from './apple-licences/join-syncs.ts';

/**
 * How two values of a field become a third, by what they say and not by who wrote last: the same in whatever order and however
 * often they meet. Undefined where one is not understood: the newer stands then.
 */
export type Join = (one: unknown, other: unknown) => unknown;

/** Fields of a kind that meet so; they have no history. */
export type Joins = Readonly<Record<string, Join>>;

// Beside the kinds, which every screen loads: only what brings two copies together needs it.
const JOINS: Readonly<Record<string, Joins>> = { 'content-token': { sync: joinSyncs } };

/** The fields of a kind that meet by what they say; none of a kind that this version does not know. */
export const joinsOf = (kind: string): Joins => (Object.hasOwn(JOINS, kind) ? JOINS[kind] : undefined) ?? {};
