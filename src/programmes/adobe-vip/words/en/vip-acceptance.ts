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
  noted: 'The terms are noted as accepted',
  corrected: 'The day is changed',
  takenBack: 'The terms are no longer noted as accepted',
  invitation: {
    title: 'Invitation',
    on: 'The invitation was sent',
    noted: 'The invitation is noted as sent',
    afterAccepted: (day) =>
      `The customer accepted the terms ${day}. Choose that day or an earlier one.`,
    takeBack: 'The invitation is not sent',
    takenBack: 'The invitation is no longer noted as sent',
  },
} satisfies Messages<typeof swedish>;
