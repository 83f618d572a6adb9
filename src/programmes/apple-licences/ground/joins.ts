import type { Joined, FieldsTogether } from '../../ground.ts';
import { joinSyncs } from '../rules/sync/join-syncs.ts';
import { fileMet } from '../rules/token/token-file-met.ts';
import { TOKEN_FIELDS, tokenMet } from '../rules/token/token-met.ts';
import type { LicenceKindId } from './kinds.ts';

/** How two copies of a token are brought together. */
export const joins: Joined<LicenceKindId> = {
  'content-token': {
    fields: { sync: joinSyncs },
    together: TOKEN_FIELDS.map((field): FieldsTogether<(typeof TOKEN_FIELDS)[number]> => ({
      fields: [field],
      silent: [],
      stands: (left, right, base) => tokenMet(field, left, right, base),
    })),
    bySteps: fileMet,
  },
};
