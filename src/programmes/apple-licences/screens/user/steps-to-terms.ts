import type { Day } from '#core/day/day.ts';
import { standingSteps } from '#core/record/step.ts';
import type { UserRow } from '#programmes/apple-licences/rules/user/user-waits.ts';
import type { LifeStep } from '#ui/tape/life-step.ts';
import type { Texts } from '#ui/text.ts';
import type { LicenceWords } from '#programmes/apple-licences/words/load.ts';

/** How a user came to the terms: what was said with its day, and what is still to come. */
export const stepsToTerms = (
  { user, terms }: UserRow,
  { users: { steps: names, said } }: LicenceWords,
  format: Texts['format'],
  today: Day,
): LifeStep[] => {
  const known = names as Readonly<Record<string, string>>;
  const done = standingSteps(user.steps)
    .filter(({ kind }) => known[kind] !== undefined)
    .map(({ id, kind, on }): LifeStep => ({
      id: `step ${id}`,
      state: 'done',
      title: known[kind] ?? kind,
      said: said.done,
      date: format.dayShort(on, today),
    }));
  const kinds = user.steps.map(({ kind }) => kind);
  // A list said so, without a day.
  const bySource = terms !== 'not-invited' && !kinds.includes(terms) && done.length === 0;
  const told: LifeStep[] = bySource
    ? [{ id: terms, state: 'done', title: known[terms] ?? terms, said: said.done }]
    : [];
  const later =
    terms === 'not-invited' ? ['invited', 'accepted'] : terms === 'invited' ? ['accepted'] : [];
  return [
    ...told,
    ...done,
    ...later.map((kind): LifeStep => ({
      id: `later ${kind}`,
      state: 'later',
      title: known[kind] ?? kind,
      said: said.later,
    })),
  ];
};
