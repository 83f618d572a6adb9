import { addDays, daysBetween, type Day } from '#core/day/day.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import { inboxEdition } from '../editions.ts';

/**
 * The state of an order (A4). `expired` is derived: the last day in the inbox has passed without a
 * download.
 */
export type OrderState =
  | 'draft'
  | 'ordered'
  | 'validated'
  | 'ready'
  | 'expired'
  | 'downloaded'
  | 'redeemed'
  | 'spent'
  | 'rejected'
  | 'resend-requested'
  | 'lost'
  | 'cancelled';

/** What of an order its life is read from. */
export type Dated = { readonly orderDate: Day; readonly inboxEdition: string };

/** The main road, in its order; how far along a step brings the order. */
export const ROAD = ['ordered', 'validated', 'ready', 'downloaded', 'redeemed', 'spent'] as const;

/**
 * Ends that a later step of the main road does not pass by itself: they are corrected or withdrawn
 * instead.
 */
const CLOSED = ['cancelled', 'rejected'];

/** How an order can end without its credit. */
export type OrderEnd = 'cancelled' | 'rejected' | 'lost';

type EndStep = Step & { readonly kind: OrderEnd };

const IN_HAND = ['downloaded', 'redeemed', 'spent', 'resend-requested', 'resent'];

/** The furthest place on the main road that the steps reach, or -1. */
const furthest = (steps: readonly Step[]): number =>
  Math.max(
    -1,
    ...steps.map(({ kind }) =>
      ROAD.indexOf((kind === 'resent' ? 'ready' : kind) as (typeof ROAD)[number]),
    ),
  );

const past = (steps: readonly Step[], place: (typeof ROAD)[number]): boolean =>
  furthest(steps) >= ROAD.indexOf(place);

/**
 * The steps since the credit last came to the inbox: a resent credit, or one that is ready again
 * after a resend was requested, starts a new count (A4: new day 0). A request has one answer: if
 * two devices entered it with different days, the earlier one counts, since it warns in time.
 */
const thisRound = (standing: readonly Step[]): readonly Step[] => {
  let [start, asked, isAnswer] = [0, false, false];
  standing.forEach(({ kind }, at) => {
    if (kind === 'resend-requested') asked = true;
    const isNew = asked ? kind === 'resent' || kind === 'ready' : kind === 'resent' && !isAnswer;
    if (isNew) [start, asked, isAnswer] = [at, false, true];
  });
  return standing.slice(start);
};

/**
 * The step that ended the order, if one did. Once redeemed, only a correction changes that,
 * whatever another device says; a lost order is found again if a later step shows it.
 */
export const endOf = (standing: readonly Step[]): EndStep | undefined => {
  if (past(standing, 'redeemed')) return undefined;
  const closed = standing.findLast((step): step is EndStep => CLOSED.includes(step.kind));
  if (closed !== undefined) return closed;
  const lost = standing.findLastIndex(({ kind }) => kind === 'lost');
  const found = standing.findLastIndex(({ kind }) => IN_HAND.includes(kind));
  // The place is that of a lost one.
  return lost > found ? (standing[lost] as EndStep) : undefined;
};

/**
 * Whether a resend was requested and nothing has come since: neither a new mail nor the spreadsheet
 * after all.
 */
const waitsForResend = (round: readonly Step[]): boolean =>
  round.findLastIndex(({ kind }) => kind === 'resend-requested') >
  round.findLastIndex(({ kind }) => kind === 'downloaded');

/** How far along the main road an order is: a place in ROAD, or -1 for a draft. */
export const placeOnRoad = (standing: readonly Step[]): number => {
  if (past(standing, 'redeemed')) return furthest(standing);
  const round = thisRound(standing);
  return waitsForResend(round) ? ROAD.indexOf('ready') : furthest(round);
};

/**
 * The count of days in the inbox: day 0, the last day (inclusive), and whether day 0 is only
 * assumed.
 */
export type InboxCount = {
  readonly from: Day;
  readonly lastDay: Day;
  readonly provisional: boolean;
};

/**
 * The count that runs for an order. Day 0 is the day of the mail; until it is entered the order
 * date counts, provisionally. Two devices that entered different days: the earlier one counts,
 * since it warns in time. Undefined when nothing waits in the inbox.
 */
export const inboxCount = (data: Dated, steps: readonly Step[]): InboxCount | undefined => {
  const standing = currentSteps(steps);
  const round = thisRound(standing);
  const reached = placeOnRoad(standing);
  if (endOf(standing) !== undefined || waitsForResend(round)) return undefined;
  if (reached < 0 || reached >= ROAD.indexOf('downloaded')) return undefined;
  const arrived = round.find(({ kind }) => kind === 'ready' || kind === 'resent');
  const from =
    arrived?.on ?? (data.orderDate || standing.find(({ kind }) => kind === 'ordered')?.on);
  if (from === undefined) return undefined;
  const lastDay = addDays(from, inboxEdition(data.inboxEdition).value);
  return { from, lastDay, provisional: arrived === undefined };
};

/**
 * The day when a resend was last requested, while nothing has come: neither a new mail nor the
 * spreadsheet. Undefined if nothing is expected.
 */
export const resendAskedOn = (steps: readonly Step[]): Day | undefined => {
  const standing = currentSteps(steps);
  if (endOf(standing) !== undefined || placeOnRoad(standing) >= ROAD.indexOf('downloaded'))
    return undefined;
  const round = thisRound(standing);
  return waitsForResend(round)
    ? round.findLast(({ kind }) => kind === 'resend-requested')?.on
    : undefined;
};

/**
 * The state of a count on a day: `day` 77 of `of` 90, `left` 13 (negative once it is late: -1 on
 * day 91).
 */
export const countOn = (
  { from, lastDay }: InboxCount,
  today: Day,
): { day: number; of: number; left: number } => ({
  day: daysBetween(from, today),
  of: daysBetween(from, lastDay),
  left: daysBetween(today, lastDay),
});

/**
 * The state on a day, from the record and its edition alone; the order in which steps are stored
 * does not matter.
 */
export const orderState = (data: Dated, steps: readonly Step[], today: Day): OrderState => {
  const standing = currentSteps(steps);
  const end = endOf(standing);
  if (end !== undefined) return end.kind;
  const reached = placeOnRoad(standing);
  if (reached < ROAD.indexOf('downloaded') && waitsForResend(thisRound(standing)))
    return 'resend-requested';
  const count = inboxCount(data, steps);
  if (count !== undefined && !count.provisional && today > count.lastDay) return 'expired';
  return ROAD[reached] ?? 'draft';
};
