import { ownEntry } from '#core/own-entry.ts';
import { fromTrash as vip } from './adobe-vip/ground/from-trash.ts';
import { fromTrash as credit } from './apple-credit/ground/from-trash.ts';
import type { FromTrash, FromTrashOf } from './ground.ts';
import type { KindId } from './kinds.ts';

const all: FromTrashOf<KindId> = { ...credit, ...vip };

/** How records of a kind come out of the trash; nothing where each comes by itself. */
export const fromTrashOf = (kind: string): FromTrash =>
  ownEntry<FromTrash | undefined>(all, kind) ?? {};
