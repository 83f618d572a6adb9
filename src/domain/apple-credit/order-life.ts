import { addDays, type Day } from '../day.ts';
import { standingSteps, type Step } from '../step.ts';
import { inboxEdition } from './editions.ts';

/** Where an order stands (A4). `expired` is derived: the last day in the inbox has passed without a download. */
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

type Dated = { readonly orderDate: Day; readonly inboxEdition: string };

/** How far along the main road a step brings the order. */
const ROAD = ['ordered', 'validated', 'ready', 'downloaded', 'redeemed', 'spent'];

/** Ends that a later step of the main road does not pass by itself: they are corrected or withdrawn instead. */
const ENDS = ['cancelled', 'lost', 'rejected'];

/** The steps since the credit last came to the inbox anew: a resent credit starts a new count (A9: new day 0). */
const sinceResent = (steps: readonly Step[]): readonly Step[] => {
  const resent = steps.findLastIndex(({ kind }) => kind === 'resent');
  return resent < 0 ? steps : steps.slice(resent);
};

const furthest = (steps: readonly Step[]): number =>
  Math.max(-1, ...steps.map(({ kind }) => ROAD.indexOf(kind === 'resent' ? 'ready' : kind)));

/** The day the credit came to the inbox; until it is entered the order date counts, provisionally. Undefined: no count runs. */
export const inboxCount = (
  data: Dated,
  steps: readonly Step[],
): { readonly from: Day; readonly provisional: boolean } | undefined => {
  const standing = standingSteps(steps);
  if (standing.some(({ kind }) => ENDS.includes(kind))) return undefined;
  const round = sinceResent(standing);
  const reached = furthest(round);
  if (reached >= ROAD.indexOf('downloaded') || round.some(({ kind }) => kind === 'resend-requested')) return undefined;
  const arrived = round.findLast(({ kind }) => kind === 'ready' || kind === 'resent');
  if (arrived !== undefined) return { from: arrived.on, provisional: false };
  const from = data.orderDate || standing.findLast(({ kind }) => kind === 'ordered')?.on;
  return reached < 0 || from === undefined ? undefined : { from, provisional: true };
};

/** The state on a day, from the record and its edition alone; the order in which steps are stored does not matter. */
export const orderState = (data: Dated, steps: readonly Step[], today: Day): OrderState => {
  const standing = standingSteps(steps);
  const end = standing.findLast(({ kind }) => ENDS.includes(kind));
  if (end !== undefined) return end.kind as OrderState;
  const round = sinceResent(standing);
  const reached = furthest(round);
  if (reached < ROAD.indexOf('downloaded') && round.some(({ kind }) => kind === 'resend-requested'))
    return 'resend-requested';
  const count = inboxCount(data, steps);
  const expired = count !== undefined && today > addDays(count.from, inboxEdition(data.inboxEdition).value);
  if (expired && !count.provisional) return 'expired';
  return reached < 0 ? 'draft' : (ROAD[reached] as OrderState);
};
