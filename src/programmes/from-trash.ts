import { ownEntry } from '#core/own-entry.ts';
import { fromTrash as vip } from './adobe-vip/ground/from-trash.ts';
import { fromTrash as credit } from './apple-credit/ground/from-trash.ts';
import { fromTrash as licences } from './apple-licences/ground/from-trash.ts';
import type { FromTrash, FromTrashOf } from './ground.ts';
import type { KindId } from './kinds.ts';

const all: FromTrashOf<KindId> = { ...credit, ...licences, ...vip };

/** What else is concerned by a kind's records in the trash; nothing where each is by itself. */
export const fromTrashOf = (kind: string): FromTrash =>
  ownEntry<FromTrash | undefined>(all, kind) ?? {};
