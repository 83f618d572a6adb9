import { addDays } from '../day.ts';
import type { Deadline } from '../deadline.ts';
import type { VolymRecord } from '../record.ts';
import { standingSteps } from '../step.ts';
import { RETURN_FOLLOW_UP_RULE, returnFollowUpEditions } from './return-editions.ts';
import { editionIn } from './edition-in.ts';

type Return = Pick<VolymRecord, 'steps'> & { readonly data: { readonly followUpEdition: string } };

/** Where a return stands: asked for until Adobe answered. */
export type ReturnState = 'asked' | 'granted' | 'denied';

/** What became of a return, by the last thing that happened. */
export const returnState = ({ steps }: Pick<VolymRecord, 'steps'>): ReturnState => {
  const last = standingSteps(steps).findLast(({ kind }) => ['return-granted', 'return-denied'].includes(kind));
  if (last === undefined) return 'asked';
  return last.kind === 'return-granted' ? 'granted' : 'denied';
};

/** A day to ask what became of a return, as long as nobody answered. */
export const returnDeadlines = ({ data, steps }: Return): Deadline[] => {
  const asked = standingSteps(steps).findLast(({ kind }) => kind === 'return-asked');
  if (asked === undefined || returnState({ steps }) !== 'asked') return [];
  const edition = editionIn(returnFollowUpEditions, data.followUpEdition);
  const on = addDays(asked.on, edition.value);
  const action = 'ask-about-return';
  return [
    {
      ...{ rule: RETURN_FOLLOW_UP_RULE, edition: edition.id, from: asked.on, on, warnFrom: on },
      ...{ action, lateAction: action, reminders: { before: [0] } },
    },
  ];
};
