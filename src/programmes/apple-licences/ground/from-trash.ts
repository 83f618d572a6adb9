import type { FromTrashOf } from '../../ground.ts';
import type { LicenceKindId } from './kinds.ts';

/** An app takes its licences and deployments along. */
export const fromTrash: FromTrashOf<LicenceKindId> = {
  'volume-app': { takesAlong: ['assigned-licence', 'app-deployment'] },
};
