import type { UnderOthers } from '../../ground.ts';
import { licenceState } from '../rules/licence/licence-life.ts';
import type { LicenceKindId } from './kinds.ts';

/** Licences come and go with their app. */
export const underOthers: UnderOthers<LicenceKindId> = {
  kinds: ['assigned-licence'],
  isHeld: { 'assigned-licence': ({ steps }) => licenceState(steps) !== 'free' },
};
