import { addDays, isDay, NEEDS_A_HAND, type Day } from '../day.ts';
import type { Deadline } from '../deadline.ts';
import type { Step } from '../step.ts';
import { TOKEN_REMINDERS, TOKEN_RULE, TOKEN_WARNING_DAYS, tokenYear } from './editions.ts';
import { findingOf } from './token-life.ts';

/** What a token must be acted on by: its last day, or at once where someone found out that it counts no more (B2). */
export const tokenDeadlines = ({ lastDay }: { readonly lastDay: Day }, steps: readonly Step[]): Deadline[] => {
  if (!isDay(lastDay)) return [];
  const rest = { rule: TOKEN_RULE, edition: tokenYear.id, from: addDays(lastDay, -tokenYear.value) };
  const found = findingOf(steps);
  if (found !== undefined) {
    const action = `token-${found.kind}`;
    return [{ ...rest, on: NEEDS_A_HAND, warnFrom: NEEDS_A_HAND, action, lateAction: action }];
  }
  const warnFrom = addDays(lastDay, -TOKEN_WARNING_DAYS);
  return [
    { ...rest, on: lastDay, warnFrom, action: 'renew-token', lateAction: 'replace-token', reminders: TOKEN_REMINDERS },
  ];
};
