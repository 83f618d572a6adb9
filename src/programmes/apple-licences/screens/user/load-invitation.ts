import type { Language } from '#core/language/language.ts';
import type { InvitationLetters, InvitationWords } from './invitation-words.ts';

/** Loads the sheets of an invitation with their words, and what pastes one. */
export const loadInvitation = async (language: Language) => {
  const [
    { default: InvitationSheet },
    { default: PasteInvite },
    { pasteInvite },
    { invitation: sv },
    { invitation: en },
  ] = await Promise.all([
    import('./InvitationSheet.svelte'),
    import('./PasteInvite.svelte'),
    import('#programmes/apple-licences/work/user/invite-user.ts'),
    import('#programmes/apple-licences/words/sv/user-invitation.ts'),
    import('#programmes/apple-licences/words/en/user-invitation.ts'),
  ]);
  const inEach: Readonly<Record<Language, InvitationWords>> = { sv, en };
  const letters: InvitationLetters = { sv: sv.letter, en: en.letter };
  return { InvitationSheet, PasteInvite, pasteInvite, words: inEach[language], letters };
};
