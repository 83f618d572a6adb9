import { countIn } from '../count.ts';
import type { Messages } from '../language.ts';
import type { vipInvitation as swedish } from '../sv/vip-invitation.ts';

const n = countIn('en');

/** Words of the line that leads a new VIP customer from the invitation to the anniversary. */
export const vipInvitation = {
  label: 'From the invitation to the anniversary',
  done: 'done',
  now: 'now',
  later: 'later',
  authorize: 'Make purchase authorizations',
  accepts: 'Nothing waits for it.',
  order: 'The first order is placed',
  orderWithin: (days) => `Within ${n(days)} days of the day the authorization is created.`,
  anniversary: 'The licences run to the anniversary date',
  past: (day: string, next: string) => `${day} has passed. The next anniversary to renew by is ${next}.`,
  takeNext: (next: string) => `Use ${next}`,
} satisfies Messages<typeof swedish>;
