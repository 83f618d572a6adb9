import type { Day } from '#core/day/day.ts';
import type { Moment } from '#core/day/local-time.ts';
import type { KnownVip } from './planned.ts';

/** The time at which a list is read, as far as it is known. */
export const timeKnown = ({ today, now }: Pick<KnownVip, 'today' | 'now'>): Day | Moment =>
  now === undefined ? today : { today, now };
