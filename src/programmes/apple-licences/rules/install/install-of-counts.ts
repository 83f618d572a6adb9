import type { DeviceCounts, ListedInstall } from './install-status.ts';

/**
 * The state for a user: what needs attention comes first; otherwise one installed device is enough.
 */
export const installOfCounts = (counts: DeviceCounts): ListedInstall => {
  if (counts.failed > 0) return { state: 'failed' };
  if (counts.pending > 0) return { state: 'pending' };
  if (counts.installed > 0) return { state: 'installed' };
  if (counts.notInstalled > 0) return { state: 'not-installed' };
  return counts.notApplicable > 0
    ? { state: 'not-installed', note: 'not-applicable' }
    : { state: 'unknown' };
};
