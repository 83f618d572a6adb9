import type { CommonProblem, Problem, Result } from '#core/result.ts';

/** Why something of VIP is refused: each has its sentence in the words (`vip-problems.ts`). */
export type VipProblem = Problem<
  | 'customer-name-needed'
  | 'not-an-email'
  | 'day-needed'
  | 'day-ahead'
  | 'vip-id-known'
  | 'invited-already'
  | 'accepted-already'
  | 'product-needed'
  | 'products-needed'
  | 'product-twice'
  | 'quantity-not-whole'
  | 'quantity-too-large'
  | 'quantity-above-line'
  | 'count-not-whole'
  | 'licence-type-needed'
  | 'order-from-adobe'
  | 'purchase-order-too-long'
  | 'customer-past-due'
  | 'unassign-first'
  | 'ordered-ask-return'
  | 'withdrawn-already'
  | 'expired-already'
  | 'commitment-ends-first'
  | 'commitment-too-small'
  | 'no-such-edition'
  | 'line-gone'
  | 'not-expired'
  | 'due-before-created'
  | 'reason-needed'
  | 'type-of-order'
  | 'order-number-needed'
  | 'return-without-order'
  | 'asked-again'
  | 'return-before-order'
  | 'request-number-known'
  | 'created-after'
  | 'order-before-authorization'
  | 'nothing-to-order'
  | 'lines-needed'
  | 'line-ordered-already'
  | 'duration-not-whole'
  | 'quantity-of-authorization'
  | 'order-after-return'
  | 'quantity-below-returned'
  | 'order-has-returns'
  | 'order-known'
  | 'segment-stays'
  | 'deputy-is-owner'
  | 'name-needed'
  | 'text-too-long'
  | 'changed-since'
>;

/**
 * Why something of VIP is refused, or its undo: with it what any record may be refused with, that
 * there was nothing to follow, and that an undo left a part; `More` is of its own screen.
 */
export type VipRefused<More extends Problem = never> = Problem<
  (VipProblem | CommonProblem | More)['code'] | 'nothing-to-follow' | 'changed-in-part'
>;

/** What a command of VIP answers; `More` is what the words of its own screen have sentences for. */
export type VipResult<T, More extends Problem = never> = Result<
  T,
  Problem<(VipProblem | CommonProblem | More)['code']>
>;

/**
 * The result of a command that updates a record after another: if there is nothing to update, that
 * is not reported.
 */
export type VipFollowing<T, More extends Problem = never> = VipResult<
  T,
  Problem<'nothing-to-follow'> | More
>;
