import type { Role } from '#data/sync/server/role.ts';

/**
 * The model used for a device that has not said what it is: a read-only device cannot write it.
 */
export const modelOfRole = (role: Role | undefined): string =>
  role === 'reader' ? 'reader' : 'unknown';
