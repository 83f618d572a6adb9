import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { vipInvitation as swedish } from '../sv/vip-invitation.ts';

const n = countIn('en');

/** Words of the line that leads a new VIP customer from the invitation to the anniversary. */
export const vipInvitation = {
  label: 'From the invitation to the anniversary',
  done: 'done',
  now: 'now',
  later: 'later',
  from: 'Invitation from the Reseller Console',
  dayUnknown: 'date not given',
  authorize: 'Create purchase authorizations',
  accepts: 'Nothing has to wait for it.',
  order: 'The first order is placed',
  orderWithin: (days) => `Within ${n(days)} days of creating the authorization.`,
  anniversary: 'The licences are valid until the anniversary date',
  past: (day: string, next: string) =>
    `${day} has passed. The next anniversary to renew for is ${next}.`,
  takeNext: (next: string) => `Use ${next}`,
} satisfies Messages<typeof swedish>;
