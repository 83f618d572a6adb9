import type { Day } from '#core/day/day.ts';
import type { Texts } from '#ui/text.ts';

/** Until when a late renewal can be placed, or could be, in the words of home's row. */
export const lastDayWords = (
  last: Day,
  { shell, format }: Pick<Texts, 'shell' | 'format'>,
  today: Day,
): string => format.capital(shell.deadlines.lastDay(format.dayShort(last, today)));
