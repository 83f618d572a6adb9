import type { Upkeep } from '../upkeep.ts';
import type { LicenceKindId } from './ground/kinds.ts';

/** Two apps are not the same one. */
export const upkeep: Upkeep<LicenceKindId> = {
  ofKind: {
    'volume-app': {
      besideField: async (records, _id, field) =>
        (await import('./work/app/beside-app.ts')).besideApp(records, field),
    },
  },
};
