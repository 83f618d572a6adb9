import type { Day } from './day.ts';
import type { Instant } from './instant.ts';

/** The calendar day on which a moment falls in a time zone (IANA, `America/Los_Angeles`); '' where there is no such moment. */
export const dayInZone = (instant: Instant, zone: string): Day => {
  const moment = Date.parse(instant);
  if (Number.isNaN(moment)) return '';
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, calendar: 'gregory', numberingSystem: 'latn' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  }).formatToParts(moment);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
};
