import type { KeptBy } from '../../ground.ts';
import type { LicenceKindId } from './kinds.ts';

/** Licences keep their app, which shows that someone had them. */
export const keptBy: KeptBy<LicenceKindId> = {
  'volume-app': { left: 'has-licences', cameBack: 'had-licences' },
};
