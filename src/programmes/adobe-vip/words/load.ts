import { wordsIn } from '#core/language/words-in.ts';
import type { Messages } from '#core/language/language.ts';
import type { vipAcceptance } from './sv/vip-acceptance.ts';
import type { vipCorrect } from './sv/vip-correct.ts';
import type { vipHolders } from './sv/vip-holders.ts';
import type { vipInvitation } from './sv/vip-invitation.ts';
import type { vipRule, vipRules } from './sv/vip-rules.ts';
import type { vipShared } from './sv/vip-shared.ts';
import type { vipTables } from './sv/vip-tables.ts';

/** Words of the sheets that put right what was noted. */
export type VipCorrectWords = Messages<typeof vipCorrect>;

/** Words of the sheet where those are written down who have a licence. */
export type HoldersWords = Messages<typeof vipHolders>;

/** Words of the sheets where it is noted that a customer was invited, and accepted the terms. */
export type VipAcceptanceWords = Messages<typeof vipAcceptance>;

/** Words of the line from the invitation to the anniversary. */
export type VipInvitationWords = Messages<typeof vipInvitation>;

/** Words of a number that several customers have. */
export type VipSharedWords = Messages<typeof vipShared>;

/** Words of the sheets that leave the app. */
export type VipTableWords = Messages<typeof vipTables>;

/** Words of the rule behind an authorization's last day. */
export type VipRuleWords = Messages<typeof vipRule>;

/** Words of the choice between editions. */
export type VipRulesWords = Messages<typeof vipRules>;

/** Loads the words of Adobe VIP, of one object at a time. */
export const loadAdobeVipWords = wordsIn({
  /** With the sheets that put right what was noted. */
  vipCorrect: {
    sv: () => import('./sv/vip-correct.ts'),
    en: () => import('./en/vip-correct.ts'),
  },
  /** The duration calculator, at its own address. */
  vipCalculator: {
    sv: () => import('./sv/vip-calculator.ts'),
    en: () => import('./en/vip-calculator.ts'),
  },
  /** With the sheet where it is written down who has a licence. */
  vipHolders: {
    sv: () => import('./sv/vip-holders.ts'),
    en: () => import('./en/vip-holders.ts'),
  },
  /** With the sheets where it is noted that a customer was invited, and accepted the terms. */
  vipAcceptance: {
    sv: () => import('./sv/vip-acceptance.ts'),
    en: () => import('./en/vip-acceptance.ts'),
  },
  /** The line from the invitation to the anniversary: only on the form of a new customer. */
  vipInvitation: {
    sv: () => import('./sv/vip-invitation.ts'),
    en: () => import('./en/vip-invitation.ts'),
  },
  /** A number that several customers have: when there is one. */
  vipShared: {
    sv: () => import('./sv/vip-shared.ts'),
    en: () => import('./en/vip-shared.ts'),
  },
  /** With the press that saves a table. */
  vipTables: {
    sv: () => import('./sv/vip-tables.ts'),
    en: () => import('./en/vip-tables.ts'),
  },
  /** With the sheet of the rule behind an authorization's last day. */
  vipRule: {
    sv: () => import('./sv/vip-rules.ts'),
    en: () => import('./en/vip-rules.ts'),
  },
  /** The letter to Adobe, whose language need not be that of the screen. */
  reconcileLetter: {
    sv: () => import('./sv/vip-reconcile-letter.ts'),
    en: () => import('./en/vip-reconcile-letter.ts'),
  },
  /** The reconciliation, at its own address. */
  vipReconcile: {
    sv: () => import('./sv/vip-reconcile.ts'),
    en: () => import('./en/vip-reconcile.ts'),
  },
  /** The letters to customers, whose language need not be that of the screen. */
  renewalLetters: {
    sv: () => import('./sv/vip-renewal-letters.ts'),
    en: () => import('./en/vip-renewal-letters.ts'),
  },
  vipRenewals: {
    sv: () => import('./sv/vip-renewals.ts'),
    en: () => import('./en/vip-renewals.ts'),
  },
  /** The sheet that asks for a return. */
  vipReturns: {
    sv: () => import('./sv/vip-returns.ts'),
    en: () => import('./en/vip-returns.ts'),
  },
  /** The section in Settings. */
  vipSettings: {
    sv: () => import('./sv/vip-settings.ts'),
    en: () => import('./en/vip-settings.ts'),
  },
  /** With the sheet of the choice between editions. */
  vipRules: {
    sv: () => import('./sv/vip-rules.ts'),
    en: () => import('./en/vip-rules.ts'),
  },
  /** Lists of a VIP reseller: with a file or a run, not with the screen on which a file is chosen. */
  importVip: {
    sv: () => import('./sv/import-vip.ts'),
    en: () => import('./en/import-vip.ts'),
  },
  vip: {
    sv: () => import('./sv/vip.ts'),
    en: () => import('./en/vip.ts'),
  },
  /** The list of customers alone. */
  vipList: {
    sv: () => import('./sv/vip-list.ts'),
    en: () => import('./en/vip-list.ts'),
  },
  /** The lists of renewals alone. */
  renewalList: {
    sv: () => import('./sv/vip-renewal-list.ts'),
    en: () => import('./en/vip-renewal-list.ts'),
  },
  /** How this programme is described to those who choose what they manage. */
  about: {
    sv: () => import('./sv/about.ts'),
    en: () => import('./en/about.ts'),
  },
  /** What fields are called: with the history and with questions. */
  vipFields: {
    sv: () => import('./sv/vip-record-words.ts'),
    en: () => import('./en/vip-record-words.ts'),
  },
  /** What can be chosen for them. */
  vipChoices: {
    sv: () => import('./sv/vip-record-words.ts'),
    en: () => import('./en/vip-record-words.ts'),
  },
  /** Why what was said of a customer does not come back. */
  vipNotBack: {
    sv: () => import('./sv/vip-record-words.ts'),
    en: () => import('./en/vip-record-words.ts'),
  },
  /** What its sheets are read as. */
  readAs: {
    sv: () => import('./sv/kinds.ts'),
    en: () => import('./en/kinds.ts'),
  },
  /** What its records are called. */
  kinds: {
    sv: () => import('./sv/kinds.ts'),
    en: () => import('./en/kinds.ts'),
  },
});
