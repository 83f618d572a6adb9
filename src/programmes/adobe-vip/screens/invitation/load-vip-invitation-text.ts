import type { Language, Messages } from '#core/language/language.ts';
import type { vipInvitation } from '#programmes/adobe-vip/words/sv/vip-invitation.ts';

/** Words of the line from the invitation to the anniversary. */
export type VipInvitationWords = Messages<typeof vipInvitation>;

/** The words of that line, which the form of a new customer alone has. */
export const loadVipInvitationText = async (language: Language): Promise<VipInvitationWords> =>
  language === 'sv'
    ? (await import('#programmes/adobe-vip/words/sv/vip-invitation.ts')).vipInvitation
    : (await import('#programmes/adobe-vip/words/en/vip-invitation.ts')).vipInvitation;
