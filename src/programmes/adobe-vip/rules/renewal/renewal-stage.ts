import { addDays, daysBetween, type Day } from '#core/day/day.ts';
import { openAnniversary, type AnniversaryAsked } from '../anniversary/open-anniversary.ts';
import type { VipProgramme } from '../edition/programme.ts';
import type { RenewalEdition } from './renewal-editions.ts';
import { windowOpens } from './renewal-window.ts';

/** How near a renewal is, in the order in which a customer goes through them (adobe.md §4). */
export const RENEWAL_STAGES = [
  'none',
  'overview',
  'upcoming',
  'window',
  'due',
  'late',
  'lapsed',
] as const;

/** One of the stages; `lapsed` means that only a new purchase helps. */
export type RenewalStage = (typeof RENEWAL_STAGES)[number];

/** The days around one anniversary. */
export type RenewalDays = {
  readonly overviewOpens: Day;
  readonly upcomingFrom: Day;
  readonly lookBackOn: Day;
  readonly windowOpens: Day;
  /** The last day of a late order; what was not renewed is gone the day after (adobe.md §8.40). */
  readonly lastOrderDay: Day;
};

/** The state of a renewal on a day. */
export type RenewalStanding = RenewalDays & {
  readonly stage: RenewalStage;
  /** Negative once the anniversary has passed. */
  readonly daysToAnniversary: number;
  readonly mayOrder: boolean;
  /**
   * The anniversary to show: the next one from the day after `lastOrderDay` (adobe.md §4, S10;
   * assumed for the Marketplace).
   */
  readonly shownAnniversary: Day;
};

/** The days that an edition gives an anniversary, all inclusive. */
export const renewalDays = (anniversary: Day, edition: RenewalEdition): RenewalDays => ({
  overviewOpens: addDays(anniversary, -edition.overview),
  upcomingFrom: addDays(anniversary, -edition.upcoming),
  lookBackOn: addDays(anniversary, -edition.lookBack),
  windowOpens: windowOpens(anniversary, edition),
  lastOrderDay: addDays(anniversary, edition.late),
});

/** The group in which a renewal is shown, on every screen and in every file. */
export type RenewalState = 'none' | 'upcoming' | 'ready' | 'late' | 'lapsed' | 'itself';

/**
 * The group of a renewal: `late` is past its anniversary and can still be placed; after that only a
 * new purchase helps in VIP (`lapsed`), while the Marketplace has automatically renewed what nobody
 * turned off (`itself`; adobe.md §4).
 */
export const renewalState = (
  { stage }: Pick<RenewalStanding, 'stage'>,
  { programme }: { readonly programme: VipProgramme },
): RenewalState => {
  if (stage === 'lapsed') return programme === 'vip' ? 'lapsed' : 'itself';
  if (stage === 'window' || stage === 'due') return 'ready';
  return stage === 'late' || stage === 'upcoming' ? stage : 'none';
};

/** Whether a renewal has come into the overview: whether it is at any stage but `none`. */
export const isInOverview = (anniversary: Day, today: Day, { overview }: RenewalEdition): boolean =>
  anniversary !== '' && today >= addDays(anniversary, -overview);

const stageOn = (today: Day, anniversary: Day, days: RenewalDays): RenewalStage => {
  if (today > days.lastOrderDay) return 'lapsed';
  if (today > anniversary) return 'late';
  if (today === anniversary) return 'due';
  if (today >= days.windowOpens) return 'window';
  if (today >= days.upcomingFrom) return 'upcoming';
  return today >= days.overviewOpens ? 'overview' : 'none';
};

/**
 * The stage of the renewal at an anniversary today; undefined before the first order, when there is
 * none. A customer who renewed early in the Marketplace is due by the day the subscriptions renew,
 * not by the moved anniversary (adobe.md §8.46); one who renewed everything, by the next
 * anniversary.
 */
export const renewalStage = (
  asked: AnniversaryAsked & { readonly edition: RenewalEdition },
): RenewalStanding | undefined => {
  const { anniversary, today, edition } = asked;
  if (anniversary === '') return undefined;
  const days = renewalDays(anniversary, edition);
  return {
    ...days,
    stage: stageOn(today, anniversary, days),
    daysToAnniversary: daysBetween(today, anniversary),
    mayOrder: today >= days.windowOpens && today <= days.lastOrderDay,
    shownAnniversary: openAnniversary(asked),
  };
};
