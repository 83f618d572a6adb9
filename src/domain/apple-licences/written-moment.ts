import { isDay } from '../day.ts';

/** A moment in UTC to the second, `2027-06-08T09:26:53Z`; moments compare as strings. */
export type Moment = string;

const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * A written moment in UTC, or undefined when it is none. The offset may be `Z`, `+00:00` or, as Apple writes it,
 * `+0000` (apple.md §1.1). What lies before 1990 is a blank of a system, as Graph's `0001-01-01T00:00:00Z`.
 */
export const readMoment = (written: string): Moment | undefined => {
  const [, day = '', time = '', offset = ''] = SHAPE.exec(written.trim()) ?? [];
  if (!isDay(day) || day < '1990-01-01') return undefined;
  const ms = Date.parse(`${day}T${time}${offset.toUpperCase().replace(/(\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(ms) ? undefined : `${new Date(ms).toISOString().slice(0, 19)}Z`;
};
