import type { LocalTime } from '#core/day/local-time.ts';
import { dayInZone } from '#core/day/zone-day.ts';

/** What time it is in a zone at a moment that is written as ISO 8601. */
export const timeIn = (zone: string, written: string): LocalTime => {
  const now = Date.parse(written);
  const dayOf = (moment: number): string => dayInZone(new Date(moment).toISOString(), zone);
  return { now, today: dayOf(now), dayOf };
};
