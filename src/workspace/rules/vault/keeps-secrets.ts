import { kinds } from '#programmes/kinds.ts';
import type { Programme } from '#core/record/record.ts';

const hasSecrets = (programme: Programme): boolean =>
  Object.values(kinds).some((kind) => kind.programme === programme && kind.secretFields.length > 0);

/**
 * Whether what is managed has codes or tokens that are locked: whether a kind of it has a
 * field that is sealed. A workspace that is not read yet may have.
 */
export const keepsSecrets = (programmes: readonly Programme[] | undefined): boolean =>
  programmes === undefined || programmes.some(hasSecrets);
