import { tasksSent, type Sent, type Task } from './event-status.ts';
import type { Limits } from './limits.ts';
import type { ReplyFailure } from './reply.ts';
import {
  assignmentRequests,
  revocationRequests,
  userRequests,
  type AssignmentRequest,
  type RequestUser,
  type Targets,
} from './requests.ts';

/** What can be written, by the person's own words for it. */
export type Wish =
  | ({ readonly act: 'associate' | 'disassociate' } & AssignmentRequest)
  | ({ readonly act: 'revoke' } & Targets)
  | { readonly act: 'create' | 'update' | 'retire'; readonly users: readonly RequestUser[] };

/** One request: a wish, or a part of a wish, that keeps to the limits. */
export type Part = Wish;

/** Where a part is sent. */
export const pathOf = ({ act }: Part): string =>
  act === 'create' || act === 'update' || act === 'retire' ? `/users/${act}` : `/assets/${act}`;

/** What of a part is in its event. */
export const sentBy = (part: Part): Sent =>
  'users' in part
    ? { clientUserIds: part.users.map(({ clientUserId }) => clientUserId), serialNumbers: [] }
    : {
        ...('assets' in part ? { assets: part.assets } : {}),
        clientUserIds: part.clientUserIds,
        serialNumbers: part.serialNumbers,
      };

/** The body of a part: lists of nobody are left out, and whoever retires is named and no more. */
export const bodyOf = (part: Part): object => {
  if ('users' in part)
    return {
      users:
        part.act === 'retire'
          ? part.users.map(({ clientUserId }) => ({ clientUserId }))
          : part.users,
    };
  const { clientUserIds, serialNumbers } = part;
  return {
    ...('assets' in part
      ? { assets: part.assets.map(({ adamId, pricingParam }) => ({ adamId, pricingParam })) }
      : {}),
    ...(clientUserIds.length === 0 ? {} : { clientUserIds }),
    ...(serialNumbers.length === 0 ? {} : { serialNumbers }),
  };
};

/** The requests that a wish becomes, within the limits and without duplicates. */
export const partsOf = (wish: Wish, limits: Limits): readonly Part[] => {
  if ('users' in wish)
    return userRequests(wish.users, limits).map((users) => ({ act: wish.act, users }));
  if ('assets' in wish)
    return assignmentRequests(wish, limits).map((part) => ({ act: wish.act, ...part }));
  return revocationRequests(wish, limits).map((part) => ({ act: wish.act, ...part }));
};

/**
 * Refusals for an app or book among others, and for a person among others: Apple refuses the
 * request as a whole.
 */
const OF_AN_ASSET = [9706, 9707, 9709];
const OF_A_PERSON = [9609, 9635, 9641, 9642, 9716, 9717];

/** What follows on a part that was not taken. */
export type AfterRefusal =
  /** Send these instead: what is refused in one of them is not in the others. */
  | { readonly next: 'send'; readonly parts: readonly Part[] }
  /** The limits are not what they were: read them, and cut again. */
  | { readonly next: 'cut' }
  /** Nothing of it is done, for this number. */
  | { readonly next: 'fail'; readonly number: number }
  /** It is left for another time, with all that is not sent yet. */
  | { readonly next: 'stop' };

/** What follows when Apple did not take a part. */
export const afterRefusal = (
  part: Part,
  { number, action, mayPass, token }: ReplyFailure,
): AfterRefusal => {
  if (number === undefined || mayPass || token !== undefined) return { next: 'stop' };
  if (action === 'split') return { next: 'cut' };
  const parts = halved(part, number);
  return parts === undefined ? { next: 'fail', number } : { next: 'send', parts };
};

const halved = (part: Part, number: number): readonly Part[] | undefined => {
  if ('users' in part)
    return OF_A_PERSON.includes(number)
      ? inHalves(part.users)?.map((users) => ({ act: part.act, users }))
      : undefined;
  if ('assets' in part && OF_AN_ASSET.includes(number))
    return inHalves(part.assets)?.map((assets) => ({ ...part, assets }));
  return OF_A_PERSON.includes(number)
    ? inHalves(part.clientUserIds)?.map((clientUserIds) => ({ ...part, clientUserIds }))
    : undefined;
};

const inHalves = <T>(all: readonly T[]): readonly (readonly T[])[] | undefined => {
  const middle = Math.ceil(all.length / 2);
  return all.length < 2 ? undefined : [all.slice(0, middle), all.slice(middle)];
};

/** Each task of a part with the same outcome. */
export const allOf = (part: Part, outcome: Task['outcome'], number?: number): readonly Task[] =>
  tasksSent(sentBy(part)).map((task) => ({ ...task, outcome, number }));
