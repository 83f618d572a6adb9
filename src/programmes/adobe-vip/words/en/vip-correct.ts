import type { Messages } from '#core/language/language.ts';
import type { vipCorrect as swedish } from '../sv/vip-correct.ts';

/** Words of the sheets that put right what was noted of an order or an authorization. */
export const vipCorrect = {
  order: 'Correct the order',
  known: (number: string) =>
    `The customer already has order ${number}. If it is the same order, remove one of them, so that its licences are not counted twice.`,
  knownAuthorization: (number: string) =>
    `The customer already has the authorization ${number}. If it is the same one, withdraw one of them, so that its licences are not counted twice.`,
  lines: 'The order is for',
  quantity: (product: string) => `Quantity, ${product}`,
  follows:
    'The quantity follows the authorization. If fewer were ordered, remove the order, withdraw the rest and record the order again.',
  save: 'Save',
  saved: 'The order is corrected',
  remove: 'Remove the order',
  removed: 'The order is removed',
  removedWaits: 'The order is removed. The authorization is waiting for an order again.',
  authorization: 'Correct the authorization',
  createdOn: 'Created',
  waits: 'Waiting for an order',
  mistyped: 'Correct what was mistyped here. If the customer wanted fewer, withdraw instead.',
  savedAuthorization: 'The authorization is corrected',
} satisfies Messages<typeof swedish>;
