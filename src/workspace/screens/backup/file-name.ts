import type { Day } from '#core/day/day.ts';

/**
 * Name of a backup: `volym-nordby-it-2026-11-20.volym`. Letters that some systems do not take lose
 * their marks.
 */
export const backupFileName = (workspace: string, day: Day): string => {
  const plain = workspace
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return `${['volym', plain, day].filter((part) => part !== '').join('-')}.volym`;
};
