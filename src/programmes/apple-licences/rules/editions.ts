import type { Edition } from '#core/edition.ts';
import type { ReminderSteps } from '#core/reminder/reminder.ts';

/** Rule: how many accounts and tokens an organisation has, and whether they may be others later. */
export const ACCOUNTS_RULE = 'apple-licences.accounts';

/** Rule: how long a token counts. */
export const TOKEN_RULE = 'apple-licences.token-year';

/** The edition by which a token's last day is counted. Its day itself comes from the file. */
export const tokenYear = {
  id: 'apple-licences.token-year-calendar',
  rule: TOKEN_RULE,
  value: 1,
  unit: 'years',
  validFrom: '',
  // "Varje token är giltig i ett år": one of the calendar, 366 days where a leap day is in it.
  source: 'seed 001; apple.md §1.3',
  confidence: 'documented',
} as const satisfies Edition;

/** One account and one token for good, as the seed has it; chosen at first start. */
export const accounts2016 = {
  id: 'apple-licences.accounts-2016',
  rule: ACCOUNTS_RULE,
  value: 1,
  unit: 'tokens',
  validFrom: '2016-04-28',
  // "En organisation kan bara ha ett VPP-konto och en VPP-token."
  source: 'seed 001',
  confidence: 'documented',
} as const satisfies Edition;

/**
 * The editions of this programme; the first of a rule, which is the seed's own, is the one chosen
 * at first start.
 */
export const appleLicencesEditions = [
  accounts2016,
  {
    id: 'apple-licences.accounts-2025',
    rule: ACCOUNTS_RULE,
    value: 3_000,
    unit: 'tokens',
    validFrom: '2025-07-30',
    source: 'apple.md §5 (MEM25)',
    confidence: 'documented',
  },
  tokenYear,
] as const satisfies readonly Edition[];

/** The id of an edition of the accounts rule. */
export type AccountsEditionId = Extract<
  (typeof appleLicencesEditions)[number],
  { readonly rule: typeof ACCOUNTS_RULE }
>['id'];

/**
 * The edition of the accounts rule that an organisation goes by: the seed's own unless another was
 * chosen.
 */
export const accountsEditionOf = (chosen: string | undefined): string => chosen || accounts2016.id;

/**
 * Whether an edition knows one account and one token for good; an unknown one (made by a newer app)
 * counts as the seed's own.
 */
export const isForGood = (edition: string): boolean =>
  (appleLicencesEditions.find(({ id }) => id === edition)?.value ?? 1) === 1;

/** A token is amber from so many days before its last one (look.md §4). */
export const TOKEN_WARNING_DAYS = 30;

/** When the user is reminded of a token by default (B2), in days before its last one. */
export const TOKEN_REMINDERS: ReminderSteps = { before: [60, 30, 14, 7, 0] };
