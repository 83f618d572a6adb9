import type { UndoneImports } from '../../ground.ts';
import { licenceState } from '../rules/licence/licence-life.ts';
import type { LicenceKindId } from './kinds.ts';

/** Licences come and go with their app, and keep it: it shows that someone had them. */
export const undoneImports: UndoneImports<LicenceKindId> = {
  underOthers: {
    kinds: ['assigned-licence'],
    isHeld: { 'assigned-licence': ({ steps }) => licenceState(steps) !== 'free' },
  },
  keptBy: { 'volume-app': { left: 'has-licences', cameBack: 'had-licences' } },
};
