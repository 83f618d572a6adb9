import { wordsIn } from '#core/language/words-in.ts';
import type { Messages } from '#core/language/language.ts';
import type { about } from './sv/about.ts';
import type { kinds, readAs } from './sv/kinds.ts';
import type { importVip } from './sv/import-vip.ts';
import type { vipChoices, vipFields } from './sv/told-vip.ts';
import type { vipList } from './sv/vip-list.ts';
import type { renewalList } from './sv/vip-renewal-list.ts';
import type { vip } from './sv/vip.ts';
import type { vipAcceptance } from './sv/vip-acceptance.ts';
import type { vipCalculator } from './sv/vip-calculator.ts';
import type { vipCorrect } from './sv/vip-correct.ts';
import type { vipHolders } from './sv/vip-holders.ts';
import type { vipInvitation } from './sv/vip-invitation.ts';
import type { reconcileLetter } from './sv/vip-reconcile-letter.ts';
import type { vipReconcile } from './sv/vip-reconcile.ts';
import type { renewalLetters } from './sv/vip-renewal-letters.ts';
import type { vipRenewals } from './sv/vip-renewals.ts';
import type { vipReturns } from './sv/vip-returns.ts';
import type { vipRule, vipRules } from './sv/vip-rules.ts';
import type { vipSettings } from './sv/vip-settings.ts';
import type { vipShared } from './sv/vip-shared.ts';
import type { vipTables } from './sv/vip-tables.ts';

/** Words of the sheets that put right what was noted. */
export type VipCorrectWords = Messages<typeof vipCorrect>;

/** Those words: they come with their sheets. */
export const loadVipCorrectText = wordsIn<VipCorrectWords>(
  async () => (await import('./sv/vip-correct.ts')).vipCorrect,
  async () => (await import('./en/vip-correct.ts')).vipCorrect,
);

/** The words of the duration calculator, which its own address loads. */
export const loadVipCalculatorText = wordsIn<Messages<typeof vipCalculator>>(
  async () => (await import('./sv/vip-calculator.ts')).vipCalculator,
  async () => (await import('./en/vip-calculator.ts')).vipCalculator,
);

/** Words of the sheet where those are written down who have a licence. */
export type HoldersWords = Messages<typeof vipHolders>;

/** Those words: they come with the sheet. */
export const loadHoldersText = wordsIn<HoldersWords>(
  async () => (await import('./sv/vip-holders.ts')).vipHolders,
  async () => (await import('./en/vip-holders.ts')).vipHolders,
);

/** Words of the sheets where it is noted that a customer was invited, and accepted the terms. */
export type VipAcceptanceWords = Messages<typeof vipAcceptance>;

/** Those words: they come with the sheet. */
export const loadVipAcceptanceText = wordsIn<VipAcceptanceWords>(
  async () => (await import('./sv/vip-acceptance.ts')).vipAcceptance,
  async () => (await import('./en/vip-acceptance.ts')).vipAcceptance,
);

/** Words of the line from the invitation to the anniversary. */
export type VipInvitationWords = Messages<typeof vipInvitation>;

/** The words of that line, which the form of a new customer alone has. */
export const loadVipInvitationText = wordsIn<VipInvitationWords>(
  async () => (await import('./sv/vip-invitation.ts')).vipInvitation,
  async () => (await import('./en/vip-invitation.ts')).vipInvitation,
);

/** Words of a number that several customers have. */
export type VipSharedWords = Messages<typeof vipShared>;

/** The words of such a number: they come when there is one. */
export const loadVipSharedText = wordsIn<VipSharedWords>(
  async () => (await import('./sv/vip-shared.ts')).vipShared,
  async () => (await import('./en/vip-shared.ts')).vipShared,
);

/** Words of the sheets that leave the app. */
export type VipTableWords = Messages<typeof vipTables>;

/** The words of those sheets: they come with the press that saves one. */
export const loadVipTablesText = wordsIn<VipTableWords>(
  async () => (await import('./sv/vip-tables.ts')).vipTables,
  async () => (await import('./en/vip-tables.ts')).vipTables,
);

/** Words of the rule behind an authorization's last day. */
export type VipRuleWords = Messages<typeof vipRule>;

/** The words of that rule: they come with its sheet. */
export const loadVipRuleText = wordsIn<VipRuleWords>(
  async () => (await import('./sv/vip-rules.ts')).vipRule,
  async () => (await import('./en/vip-rules.ts')).vipRule,
);

/** The words of the letter in a language, which need not be that of the screen. */
export const loadAdobeLetter = wordsIn<Messages<typeof reconcileLetter>>(
  async () => (await import('./sv/vip-reconcile-letter.ts')).reconcileLetter,
  async () => (await import('./en/vip-reconcile-letter.ts')).reconcileLetter,
);

/** The words of the reconciliation, which its own address loads. */
export const loadReconcileText = wordsIn<Messages<typeof vipReconcile>>(
  async () => (await import('./sv/vip-reconcile.ts')).vipReconcile,
  async () => (await import('./en/vip-reconcile.ts')).vipReconcile,
);

/** The words of the letters in a language, which need not be that of the screen. */
export const loadLetterWords = wordsIn<Messages<typeof renewalLetters>>(
  async () => (await import('./sv/vip-renewal-letters.ts')).renewalLetters,
  async () => (await import('./en/vip-renewal-letters.ts')).renewalLetters,
);

/** The words of the renewals. */
export const loadRenewalText = wordsIn<Messages<typeof vipRenewals>>(
  async () => (await import('./sv/vip-renewals.ts')).vipRenewals,
  async () => (await import('./en/vip-renewals.ts')).vipRenewals,
);

/** The words of the sheet that asks for a return, which its own address loads. */
export const loadVipReturnsText = wordsIn<Messages<typeof vipReturns>>(
  async () => (await import('./sv/vip-returns.ts')).vipReturns,
  async () => (await import('./en/vip-returns.ts')).vipReturns,
);

/** The words of the section in Settings. */
export const loadVipSettingsText = wordsIn<Messages<typeof vipSettings>>(
  async () => (await import('./sv/vip-settings.ts')).vipSettings,
  async () => (await import('./en/vip-settings.ts')).vipSettings,
);

/** Words of the choice between editions. */
export type VipRulesWords = Messages<typeof vipRules>;

/** The words of that choice: they come with its sheet. */
export const loadVipRulesText = wordsIn<VipRulesWords>(
  async () => (await import('./sv/vip-rules.ts')).vipRules,
  async () => (await import('./en/vip-rules.ts')).vipRules,
);

/**
 * What lists of a VIP reseller are told by: with a file or a run, not with the screen on which a
 * file is chosen.
 */
export const loadImportVipText = wordsIn<Messages<typeof importVip>>(
  async () => (await import('./sv/import-vip.ts')).importVip,
  async () => (await import('./en/import-vip.ts')).importVip,
);

/** The words of the VIP customers. */
export const loadVipWords = wordsIn<Messages<typeof vip>>(
  async () => (await import('./sv/vip.ts')).vip,
  async () => (await import('./en/vip.ts')).vip,
);

/** Those of their list alone. */
export const loadVipListWords = wordsIn<Messages<typeof vipList>>(
  async () => (await import('./sv/vip-list.ts')).vipList,
  async () => (await import('./en/vip-list.ts')).vipList,
);

/** The words of the lists of renewals alone. */
export const loadRenewalListWords = wordsIn<Messages<typeof renewalList>>(
  async () => (await import('./sv/vip-renewal-list.ts')).renewalList,
  async () => (await import('./en/vip-renewal-list.ts')).renewalList,
);

/** What is said of this programme to those who choose what they manage. */
export const loadAbout = wordsIn<Messages<typeof about>>(
  async () => (await import('./sv/about.ts')).about,
  async () => (await import('./en/about.ts')).about,
);

/** What fields of VIP records are called, and what can be chosen for them. */
export type VipTold = {
  readonly fields: Messages<typeof vipFields>;
  readonly choices: Messages<typeof vipChoices>;
};

/** Those words: they come with the history and with questions. */
export const loadVipTold = wordsIn<VipTold>(
  async () => {
    const { vipFields: fields, vipChoices: choices } = await import('./sv/told-vip.ts');
    return { fields, choices };
  },
  async () => {
    const { vipFields: fields, vipChoices: choices } = await import('./en/told-vip.ts');
    return { fields, choices };
  },
);

/** What its sheets are read as. */
export const loadReadAsWords = wordsIn<Messages<typeof readAs>>(
  async () => (await import('./sv/kinds.ts')).readAs,
  async () => (await import('./en/kinds.ts')).readAs,
);

/** What its records are called. */
export const loadKindWords = wordsIn<Messages<typeof kinds>>(
  async () => (await import('./sv/kinds.ts')).kinds,
  async () => (await import('./en/kinds.ts')).kinds,
);
