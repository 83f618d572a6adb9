import { ownEntry } from '#core/own-entry.ts';
import { returnedWith as vip } from './adobe-vip/ground/returned-together.ts';
import type { ReturnedTogether } from './ground.ts';
import type { KindId } from './kinds.ts';

const RETURNED: ReturnedTogether<KindId> = { ...vip };

/**
 * The fields of a kind that are one saying: where a change or an import is undone each group
 * returns together or not at all (X12, C13).
 */
export const returnedTogether = (kind: string): readonly (readonly string[])[] =>
  ownEntry<readonly (readonly string[])[] | undefined>(RETURNED, kind) ?? [];
