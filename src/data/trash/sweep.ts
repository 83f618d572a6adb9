import type { Day } from '#core/day/day.ts';
import { withToday, type LivedDay } from '#core/day/lived-days.ts';
import { holding } from '#platform/held.ts';
import { keep, readKept } from '../device/device-store.ts';
import { removeOverdue, type TrashStore } from './empty-trash.ts';

/**
 * What a device remembers of a workspace's trash: the days it lived through, and when it last
 * looked.
 */
type Swept = { readonly lived: readonly LivedDay[]; readonly sweptOn: Day };

const keyOf = (workspaceId: string): string => `${workspaceId}/trash`;

/**
 * Looks once a day, in one tab, for what has been in the trash for its time, and deletes it for
 * good (X12). Returns what was deleted.
 */
export const sweepTrash = async (
  store: TrashStore,
  workspaceId: string,
): Promise<readonly string[]> => {
  const key = keyOf(workspaceId);
  const swept = await holding(`volym-trash-${workspaceId}`, async () => {
    const { today } = store.records.doing();
    const before = await readKept<Swept>(key);
    if (before?.sweptOn === today) return [];
    const lived = withToday(before?.lived ?? [], today);
    // Before anything goes: a sweep that is cut off is done again tomorrow, and no day is counted
    // twice.
    await keep(key, { lived, sweptOn: today } satisfies Swept);
    return removeOverdue(store, lived);
  });
  return swept ?? [];
};
