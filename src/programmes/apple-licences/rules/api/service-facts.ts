import { isJsonObject, type JsonObject } from './json-object.ts';
import { readLimits, type Limits } from './limits.ts';

/** What the service says of itself; it needs no token for that. */
export type ServiceFacts = {
  readonly limits: Limits;
  /** The limits that it does not say. */
  readonly assumed: readonly (keyof Limits)[];
  /** The address of an invitation, with a place for its code; '' if not given. */
  readonly invitation: string;
};

/** Where the code of an invitation goes (apple.md §2.2). */
const PLACE = '%25inviteCode%25';

/** What a `service/config` answer says. */
export const readServiceFacts = (body: JsonObject): ServiceFacts => {
  const { invitationEmail } = isJsonObject(body['urls']) ? body['urls'] : {};
  return {
    ...readLimits(body),
    invitation: isInvitationTemplate(invitationEmail) ? invitationEmail : '',
  };
};

/** Whether a value is the address of an invitation, with a place for its code. */
export const isInvitationTemplate = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('https://') && value.includes(PLACE);

/**
 * The address that a person opens to accept an invitation; undefined without a place for the code,
 * or without one.
 */
export const invitationLink = (
  { invitation }: Pick<ServiceFacts, 'invitation'>,
  inviteCode: string,
): string | undefined =>
  invitation === '' || inviteCode === ''
    ? undefined
    : invitation.replaceAll(PLACE, () => encodeURIComponent(inviteCode));
