import type { ActCounts } from '../../ground.ts';
import { roomToUndo, settleMoves } from '../rules/app/count-moves.ts';
import type { LicenceKindId } from './kinds.ts';

/** An app counts its licences: no more are assigned than are owned (B8). */
export const actCounts: ActCounts<LicenceKindId> = {
  'volume-app': { settle: settleMoves, room: roomToUndo },
};
