import type { Day } from '#domain/day.ts';
import type { Texts } from '../text.ts';

/** Until when a late renewal can be placed, or could be, in the words of home's row. */
export const lastDayWords = (last: Day, { shell, format }: Pick<Texts, 'shell' | 'format'>, today: Day): string => {
  const { by, lastDay } = shell.deadlines;
  return format.capital((today > last ? lastDay : by)(format.dayShort(last, today)));
};
