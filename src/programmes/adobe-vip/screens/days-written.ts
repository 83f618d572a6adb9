import { isDay, type Day } from '#core/day/day.ts';
import type { Problem } from '#core/result.ts';
import type { Texts } from '#ui/text.ts';

/** A refusal whose days are as people write them. */
export const daysWritten = <Code extends string>(
  { code, params = {} }: Problem<Code>,
  { format }: Pick<Texts, 'format'>,
  today: Day,
): Problem<Code> => ({
  code,
  params: Object.fromEntries(
    Object.entries(params).map(([key, value]): readonly [string, string | number] => [
      key,
      typeof value === 'string' && isDay(value) ? format.dayShort(value, today) : value,
    ]),
  ),
});
