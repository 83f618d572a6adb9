import type { Messages } from '#core/language/language.ts';
import type { vipAcceptance as swedish } from '../sv/vip-acceptance.ts';

/** Words of the sheets where it is noted that a customer was invited, and accepted the terms. */
export const vipAcceptance = {
  title: 'The terms',
  on: 'The customer accepted',
  invited: (day) => `The invitation was sent ${day}.`,
  beforeInvited: (day) => `The invitation was sent ${day}. Choose that day or a later one.`,
  save: 'Save',
  takeBack: 'The customer has not accepted',
  noted: 'The terms are marked as accepted',
  corrected: 'The date is changed',
  takenBack: 'The terms are no longer marked as accepted',
  invitation: {
    title: 'Invitation',
    on: 'The invitation was sent',
    noted: 'The invitation is marked as sent',
    afterAccepted: (day) =>
      `The customer accepted the terms ${day}. Choose that day or an earlier one.`,
    takeBack: 'The invitation has not been sent',
    takenBack: 'The invitation is no longer marked as sent',
  },
} satisfies Messages<typeof swedish>;
