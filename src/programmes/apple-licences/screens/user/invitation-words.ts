import type { Language, Messages } from '#core/language/language.ts';
import type { invitation } from '#programmes/apple-licences/words/sv/user-invitation.ts';

/** The words of an invitation: few open one. */
export type InvitationWords = Messages<typeof invitation>;

/** The letters that go with an invitation, in each language. */
export type InvitationLetters = Readonly<Record<Language, InvitationWords['letter']>>;
