import type { VolymRecord } from '#core/record/record.ts';

/**
 * What is under a customer and goes to the trash with it: home would remind of its authorizations
 * otherwise.
 */
export const UNDER_CUSTOMER = [
  'purchase-authorization',
  'vip-order',
  'return-authorization',
] as const;

/**
 * Of what is under a record in the trash, what went there with it: what was thrown away on
 * another day stays thrown away.
 */
export const wentWith = (
  record: Pick<VolymRecord, 'trashedOn'>,
  under: readonly VolymRecord[],
): VolymRecord[] =>
  under.filter(({ trashedOn }) => trashedOn !== '' && trashedOn === record.trashedOn);
