import {
  acceptTerms,
  correctAcceptance,
  takeAcceptanceBack,
  type AcceptanceProblem,
} from '#programmes/adobe-vip/rules/customer/accept-terms.ts';
import {
  correctInvitation,
  noteInvitation,
  takeInvitationBack,
  type InvitationProblem,
} from '#programmes/adobe-vip/rules/customer/note-invitation.ts';
import type { Day } from '#core/day/day.ts';
import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { Records } from '#data/records/records.ts';
import type { KindCommand } from '#data/records/on-kind.ts';
import type { Texts } from '#ui/text.ts';
import { doAndSay } from '../do-and-say.ts';
import type { VipAcceptanceWords } from '#programmes/adobe-vip/words/load.ts';

type ActionWords = { readonly text: Texts; readonly words: VipAcceptanceWords };

/** Notes the day on which a customer accepted the terms; puts it right where one `wasNoted`. */
export const sayAccepted = (
  records: Records,
  id: string,
  { on, wasNoted }: { readonly on: Day; readonly wasNoted: boolean },
  { text, words }: ActionWords,
): Promise<VipRefused<AcceptanceProblem> | undefined> => {
  const say = wasNoted ? correctAcceptance : acceptTerms;
  const command: KindCommand<'vip-customer', VipRefused<AcceptanceProblem>['code']> = (
    customer,
    doing,
  ) => say(customer, on, doing);
  return doAndSay(
    records,
    { id, kind: 'vip-customer' },
    command,
    wasNoted ? words.corrected : words.noted,
    text,
  );
};

/** Takes back that a customer accepted the terms. */
export const sayNotAccepted = (
  records: Records,
  id: string,
  { text, words }: ActionWords,
): Promise<VipRefused<AcceptanceProblem> | undefined> =>
  doAndSay(records, { id, kind: 'vip-customer' }, takeAcceptanceBack, words.takenBack, text);

/**
 * Notes the day on which the invitation of a customer was sent; puts it right where one `wasNoted`.
 */
export const sayInvited = (
  records: Records,
  id: string,
  { on, wasNoted }: { readonly on: Day; readonly wasNoted: boolean },
  { text, words }: ActionWords,
): Promise<VipRefused<InvitationProblem> | undefined> => {
  const say = wasNoted ? correctInvitation : noteInvitation;
  const command: KindCommand<'vip-customer', VipRefused<InvitationProblem>['code']> = (
    customer,
    doing,
  ) => say(customer, on, doing);
  return doAndSay(
    records,
    { id, kind: 'vip-customer' },
    command,
    wasNoted ? words.corrected : words.invitation.noted,
    text,
  );
};

/** Takes back that the invitation was sent. */
export const sayNotInvited = (
  records: Records,
  id: string,
  { text, words }: ActionWords,
): Promise<VipRefused<InvitationProblem> | undefined> =>
  doAndSay(
    records,
    { id, kind: 'vip-customer' },
    takeInvitationBack,
    words.invitation.takenBack,
    text,
  );
