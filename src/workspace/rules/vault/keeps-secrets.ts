import type { Programme } from '#core/record/record.ts';

/**
 * Whether what is looked after has codes or tokens that are locked; of Adobe VIP nothing is. A
 * workspace that is not read yet may have.
 */
export const keepsSecrets = (programmes: readonly Programme[] | undefined): boolean =>
  programmes === undefined || programmes.some((programme) => programme !== 'adobe-vip');
