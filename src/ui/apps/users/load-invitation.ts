import type { Language } from '#i18n/language.ts';
import type { InvitationLetters, InvitationWords } from './invitation-words.ts';

/** Loads the sheets of an invitation with their words. */
export const loadInvitation = async (language: Language) => {
  const [{ default: InvitationSheet }, { default: PasteInvite }, { invitation: sv }, { invitation: en }] =
    await Promise.all([
      import('./InvitationSheet.svelte'),
      import('./PasteInvite.svelte'),
      import('#i18n/sv/user-invitation.ts'),
      import('#i18n/en/user-invitation.ts'),
    ]);
  const words: InvitationWords = language === 'sv' ? sv : en;
  const letters: InvitationLetters = { sv: sv.letter, en: en.letter };
  return { InvitationSheet, PasteInvite, words, letters };
};
