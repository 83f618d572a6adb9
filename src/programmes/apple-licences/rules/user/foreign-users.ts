import { isForGood } from '../editions.ts';
import type { VolumeUserData } from './volume-user.ts';

/**
 * Whether a user is another system's and the edition takes none of those over: shown, and nothing
 * more (B7, seed 001).
 */
export const isLeftAlone = (
  { isForeign }: Pick<VolumeUserData, 'isForeign'>,
  edition: string,
): boolean => isForeign === true && isForGood(edition);
