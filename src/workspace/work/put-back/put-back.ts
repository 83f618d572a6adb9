import type { Day } from '#core/day/day.ts';
import { ok } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';

/**
 * Puts a record that this app does not understand back as it last read it; answers what takes that
 * back.
 */
export const putBackAsRead = async (
  records: Pick<Records, 'putBack' | 'undoPutBack'>,
  id: string,
) => {
  const answer = await records.putBack(id);
  if (!answer.ok) return answer;
  return ok(async () => {
    const undone = await records.undoPutBack(id);
    return undone.ok ? undefined : undone.problem;
  });
};

/** Lays one in the trash; answers what takes it out again. */
export const discardUnread = async (records: Pick<Records, 'layAway'>, id: string, today: Day) => {
  const answer = await records.layAway(id, today);
  if (!answer.ok) return answer;
  return ok(async () => {
    const undone = await records.layAway(id, '');
    return undone.ok ? undefined : undone.problem;
  });
};

/** Corrects days of one that cannot be read for nothing but their years. */
export const rightDays = (
  records: Pick<Records, 'correctDays'>,
  id: string,
  days: ReadonlyMap<Day, Day>,
) => records.correctDays(id, days);
