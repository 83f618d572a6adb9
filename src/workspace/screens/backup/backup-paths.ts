import { paths } from '#ui/paths.ts';

/** Addresses of the backup, which home does not need. */
export const backupPaths = {
  backup: () => `${paths.safety()}/backup`,
  restore: () => `${paths.root().replace(/\/$/, '')}/restore`,
} as const;
