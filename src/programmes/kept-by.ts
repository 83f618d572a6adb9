import type { KeptReason } from '#core/import/why-stays.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { keptBy as vip } from './adobe-vip/ground/kept-by.ts';
import { keptBy as credit } from './apple-credit/ground/kept-by.ts';
import { keptBy as licences } from './apple-licences/ground/kept-by.ts';
import type { KeptBy } from './ground.ts';
import type { KindId } from './kinds.ts';

const all: KeptBy<KindId> = { ...credit, ...licences, ...vip };

/**
 * Why a record stays for as many records as are left under it when its import is undone; undefined
 * where none are. `cameBack` names those of which someone had something that all came back.
 */
export const whyKeptBy = (
  { id, kind }: Pick<VolymRecord, 'id' | 'kind'>,
  left: number,
  cameBack: ReadonlySet<string>,
): KeptReason | undefined => {
  if (left === 0) return undefined;
  const why = ownEntry(all, kind);
  // Whatever is under others keeps them, also where no programme says what it is.
  if (why === undefined) return 'later-steps';
  return cameBack.has(id) ? (why.cameBack ?? why.left) : why.left;
};
