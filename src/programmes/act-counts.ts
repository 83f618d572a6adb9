import { ownEntry } from '#core/own-entry.ts';
import { actCounts as licences } from './apple-licences/ground/act-counts.ts';
import type { ActCount, ActCounts } from './ground.ts';
import type { KindId } from './kinds.ts';

const all: ActCounts<KindId> = { ...licences };

/** How records of a kind count those of an act; undefined where none do. */
export const actCountOf = (kind: string): ActCount | undefined =>
  ownEntry<ActCount | undefined>(all, kind);
