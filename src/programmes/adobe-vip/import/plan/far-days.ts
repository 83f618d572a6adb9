import type { Day } from '#core/day/day.ts';
import { isFarAhead } from '#core/day/far-ahead.ts';
import type { PlannedVipRow } from './planned.ts';
import type { VipRow } from '../read/values.ts';

/**
 * A row that brings something, with a note for each of its days that is more than a year ahead:
 * most often the year is mistyped.
 */
export const withFarDays = (planned: PlannedVipRow, row: VipRow, today: Day): PlannedVipRow => {
  if (planned.outcome !== 'new' && planned.outcome !== 'changed') return planned;
  const far = daysAheadOf(row).filter((day) => isFarAhead(day, today));
  if (far.length === 0) return planned;
  const notes = far.map((day) => ({ code: 'day-far-ahead' as const, params: { day } }));
  return { ...planned, notes: [...planned.notes, ...notes] };
};

/** The days of a row that may lie ahead at all. */
const daysAheadOf = (row: VipRow): readonly Day[] => {
  if (row.outcome === 'unreadable') return [];
  if (row.is === 'customer') return [row.anniversary];
  return row.is === 'authorization' ? [row.deploymentDate, row.dueOn] : [];
};
