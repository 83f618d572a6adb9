import { ownEntry } from '#core/own-entry.ts';
import { joins as vip } from './adobe-vip/ground/joins.ts';
import { joins as licences } from './apple-licences/ground/joins.ts';
import type { EntryJoins, Joined, Joining, Joins, MetBySteps, FieldsTogether } from './ground.ts';
import type { KindId } from './kinds.ts';

// Beside the kinds, which every screen loads: only what brings two copies together needs it.
const JOINED: Joined<KindId> = { ...licences, ...vip };

const joiningOf = (kind: string): Joining => ownEntry<Joining | undefined>(JOINED, kind) ?? {};

/**
 * The fields of a kind that meet by what they say; none of a kind that this version does not know.
 */
export const joinsOf = (kind: string): Joins => joiningOf(kind).fields ?? {};

/**
 * The maps of a kind whose entries are merged by their content, rather than kept as a whole.
 */
export const entryJoinsOf = (kind: string): EntryJoins => joiningOf(kind).entries ?? {};

/** The fields of a kind that belong together. */
export const fieldsTogether = (kind: string): readonly FieldsTogether[] =>
  joiningOf(kind).together ?? [];

/** How fields of a kind follow its steps; undefined where none do. */
export const bySteps = (kind: string): MetBySteps | undefined => joiningOf(kind).bySteps;
