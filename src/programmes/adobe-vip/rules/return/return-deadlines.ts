import { addDays } from '#core/day/day.ts';
import type { Deadline } from '#core/reminder/deadline.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import { RETURN_FOLLOW_UP_RULE, returnFollowUpEditions } from './return-editions.ts';
import { editionIn } from '../edition/edition-in.ts';

type Return = Pick<VolymRecord, 'steps'> & { readonly data: { readonly followUpEdition: string } };

/** The state of a return: `asked` until Adobe has answered. */
export type ReturnState = 'asked' | 'granted' | 'denied';

/** Whether a step is Adobe's answer to a return. */
export const isAnswer = ({ kind }: Pick<Step, 'kind'>): boolean =>
  ['return-granted', 'return-denied'].includes(kind);

// Of several answers the last one counts.
const answerOf = ({ steps }: Pick<VolymRecord, 'steps'>): Step | undefined =>
  currentSteps(steps).findLast(isAnswer);

/** What became of a return, by the last thing that happened. */
export const returnState = (record: Pick<VolymRecord, 'steps'>): ReturnState => {
  const last = answerOf(record);
  if (last === undefined) return 'asked';
  return last.kind === 'return-granted' ? 'granted' : 'denied';
};

/** The step that granted a return, unless it was denied since. */
export const grantOf = (record: Pick<VolymRecord, 'steps'>): Step | undefined =>
  returnState(record) === 'granted' ? answerOf(record) : undefined;

/** A day to ask what became of a return, as long as nobody answered. */
export const returnDeadlines = ({ data, steps }: Return): Deadline[] => {
  const asked = currentSteps(steps).findLast(({ kind }) => kind === 'return-asked');
  if (asked === undefined || returnState({ steps }) !== 'asked') return [];
  const edition = editionIn(returnFollowUpEditions, data.followUpEdition);
  const on = addDays(asked.on, edition.value);
  const action = 'ask-about-return';
  return [
    {
      rule: RETURN_FOLLOW_UP_RULE,
      edition: edition.id,
      from: asked.on,
      on,
      warnFrom: on,
      action,
      lateAction: action,
      reminders: { before: [0] },
    },
  ];
};
