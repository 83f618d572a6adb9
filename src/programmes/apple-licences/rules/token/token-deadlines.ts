import { addDays, addYears, isDay, NEEDS_A_HAND } from '#core/day/day.ts';
import type { Deadline } from '#core/reminder/deadline.ts';
import type { Step } from '#core/record/step.ts';
import { TOKEN_REMINDERS, TOKEN_RULE, TOKEN_WARNING_DAYS, tokenYear } from '../editions.ts';
import { endOfToken, findingOf, type TokenEnd } from './token-life.ts';

/**
 * What a token must be acted on by: its last day, or at once where someone found out that it counts
 * no more (B2).
 */
export const tokenDeadlines = (end: TokenEnd, steps: readonly Step[]): Deadline[] => {
  const { lastDay } = end;
  if (!isDay(lastDay)) return [];
  const rest = {
    rule: TOKEN_RULE,
    edition: tokenYear.id,
    from: addYears(lastDay, -tokenYear.value),
  };
  const found = findingOf(steps);
  if (found !== undefined) {
    const action = `token-${found.kind}` as const;
    return [{ ...rest, on: NEEDS_A_HAND, warnFrom: NEEDS_A_HAND, action, lateAction: action }];
  }
  const until = endOfToken(end);
  const warnFrom = addDays(lastDay, -TOKEN_WARNING_DAYS);
  return [
    {
      ...rest,
      on: lastDay,
      ...(until === undefined ? {} : { until }),
      warnFrom,
      action: 'renew-token',
      lateAction: 'replace-token',
      reminders: TOKEN_REMINDERS,
    },
  ];
};
