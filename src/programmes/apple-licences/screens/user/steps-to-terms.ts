import type { Day } from '#core/day/day.ts';
import { ownEntry } from '#core/own-entry.ts';
import { currentSteps } from '#core/record/step.ts';
import type { UserRow } from '#programmes/apple-licences/rules/user/user-waits.ts';
import type { LifeStep } from '#ui/tape/life-step.ts';
import type { Texts } from '#ui/text.ts';
import type { LicenceWords } from '#programmes/apple-licences/words/load.ts';

/** A user's way to the terms: each recorded step with its day, and what is still to come. */
export const stepsToTerms = (
  { user, terms }: UserRow,
  { users: { steps: names, said } }: LicenceWords,
  format: Texts['format'],
  today: Day,
): LifeStep[] => {
  const done = currentSteps(user.steps)
    // A step that this version does not know is none of the way to the terms.
    .flatMap(({ id, kind, on }): LifeStep[] => {
      const title = ownEntry<string>(names, kind);
      if (title === undefined) return [];
      const date = format.dayShort(on, today);
      return [{ id: `step ${id}`, state: 'done', title, stateLabel: said.done, date }];
    });
  const kinds = user.steps.map(({ kind }) => kind);
  // The status came from a list, without a day.
  const bySource = terms !== 'not-invited' && !kinds.includes(terms) && done.length === 0;
  const listed: LifeStep[] = bySource
    ? [{ id: terms, state: 'done', title: names[terms], stateLabel: said.done }]
    : [];
  const later: readonly ('invited' | 'accepted')[] =
    terms === 'not-invited' ? ['invited', 'accepted'] : terms === 'invited' ? ['accepted'] : [];
  return [
    ...listed,
    ...done,
    ...later.map((kind): LifeStep => ({
      id: `later ${kind}`,
      state: 'later',
      title: names[kind],
      stateLabel: said.later,
    })),
  ];
};
