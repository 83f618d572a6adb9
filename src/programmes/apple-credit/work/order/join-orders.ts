import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  comeBack,
  giveBack,
  givenBy,
  joinAs,
  leaveFor,
  NOTHING_TAKEN,
  takenOver,
  takeOver,
  type TakenOver,
} from '#programmes/apple-credit/rules/order/join-orders.ts';
import {
  numbersAfter,
  underItsOwn,
  underOther,
} from '#programmes/apple-credit/rules/code/moved-code.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { askAgain, sayTwoOrders } from '#programmes/apple-credit/rules/order/same-order.ts';
import type { CreditRefused, CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { codesOf, codesToMove } from './codes-of-orders.ts';
import { firstUseUnder } from './first-use.ts';
import { letOrdersFollow } from './follow-orders.ts';
import type { Records } from '#data/records/records.ts';
import { onKind } from '#data/records/on-kind.ts';
import { readOne } from '#data/records/read-under.ts';
import { isOfKind } from '#data/records/found.ts';
import { isFine } from '#data/records/read-record.ts';

/** An order that may be an older one: the two ids. */
export type MetOrders = { readonly younger: string; readonly older: string };

type QuestionIsGone = Problem<'question-is-gone'>;

/** Takes an answer back, so that the question is open again; returns why it could not. */
export type TakeBack = () => Promise<CreditRefused | undefined>;

/**
 * The two are one order: codes and steps go to the older, which keeps what it knows, and the
 * younger goes to the trash with the older's id. Returns how to undo it. If it is interrupted, the
 * question is still open and is answered again.
 */
export const joinOrders = async (
  records: Records,
  { younger, older }: MetOrders,
  reason: string,
): Promise<CreditResult<TakeBack, QuestionIsGone>> => {
  const found = await records.many([younger, older]);
  const [own, into] = [found.get(younger), found.get(older)];
  // No order is joined with itself, whatever a record says.
  if (
    younger === older ||
    !isOfKind(own, 'credit-order') ||
    !isFine(own) ||
    own.data.meets !== older ||
    own.trashedOn !== '' ||
    (into?.trashedOn ?? 'gone') !== ''
  )
    return refuse('question-is-gone');
  const problem = await carryOver(records, { younger, older }, leaveFor);
  return problem === undefined
    ? ok(() => partOrders(records, { younger, older }, reason))
    : { ok: false, problem };
};

/**
 * The two are two orders: it is remembered, and never asked again on any device. Answers the way
 * back.
 */
export const keepTwoOrders = async (
  records: Records,
  { younger, older }: MetOrders,
  reason: string,
): Promise<CreditResult<TakeBack, QuestionIsGone>> => {
  const answer = await records.change(
    younger,
    onKind('credit-order', (order, doing) => sayTwoOrders(order, older, doing)),
  );
  if (!answer.ok) return answer;
  // An older version took it out of the trash and left it joined.
  if (answer.value.data.joinedTo === older) await partOrders(records, { younger, older });
  return ok(async () => {
    const asked = await records.change(
      younger,
      onKind('credit-order', (order, doing) => askAgain(order, { older, reason }, doing)),
    );
    return asked.ok ? undefined : asked.problem;
  });
};

/**
 * Moves everything of the younger order that is not there yet to the order it was joined to: what
 * was done to it on a device that did not know of the join, or again after the join was undone. An
 * older order that is gone gets nothing.
 */
export const joinAgain = async (
  records: Records,
  pair: MetOrders,
): Promise<CreditRefused | undefined> => {
  if (pair.younger === pair.older) return undefined;
  const problem = await carryOver(records, pair, joinAs);
  return problem?.code === 'record-is-gone' ? undefined : problem;
};

/**
 * Undoes a join: the younger order is out of the trash and has its codes, steps and fields again;
 * the older has what it had. What someone wrote since stays. The younger names the older until all
 * else is done. Answers why it could not.
 */
export const partOrders = async (
  records: Records,
  { younger, older }: MetOrders,
  reason?: string,
): Promise<CreditRefused | undefined> => {
  const out = await records.change(
    younger,
    onKind('credit-order', (order) =>
      order.data.joinedTo === older ? ok({ ...order, trashedOn: '' }) : refuse('changed-since'),
    ),
  );
  if (!out.ok) return out.problem;
  const moved = await moveBack(records, { younger, older });
  // What the codes wrote on it is no reason to keep the day that came with them.
  await letOrdersFollow(records, [older]);
  const left = {
    firstUse: await firstUseUnder(records, older),
    isEmptied: moved > 0 && (await codesOf(records.find, [older])).length === 0,
  };
  await records.change(
    older,
    onKind('credit-order', (order, doing) =>
      ok(giveBack(order, givenBy(out.value), reason, doing, left)),
    ),
  );
  const back = await records.change(
    younger,
    onKind('credit-order', (order) => comeBack(order, older)),
  );
  if (!back.ok) return back.problem;
  await letOrdersFollow(records, [older, younger]);
  return undefined;
};

/** What the younger order becomes when another one has taken over what it had. */
type Leave<Code extends string> = (
  younger: CreditOrder,
  older: string,
  doing: Doing,
  taken: TakenOver,
) => Result<Draft<CreditOrderData>, Problem<CreditRefused['code'] | Code>>;

const carryOver = async <Code extends string = never>(
  records: Records,
  { younger, older }: MetOrders,
  leave: Leave<Code>,
): Promise<Problem<CreditRefused['code'] | Code> | undefined> => {
  const own = await readOne(records, younger, 'credit-order');
  if (own === undefined) return { code: 'record-is-gone' };
  let taken: TakenOver = NOTHING_TAKEN;
  const firstUse = await firstUseUnder(records, younger, older);
  const took = await records.change(
    older,
    onKind('credit-order', (order) => {
      taken = takenOver(order, own, firstUse);
      return ok(takeOver(order, own, firstUse));
    }),
  );
  if (!took.ok) return took.problem;
  await moveCodes(records, younger, older);
  const left = await records.change(
    younger,
    onKind('credit-order', (order, doing) => leave(order, older, doing, taken)),
  );
  if (!left.ok) return left.problem;
  await letOrdersFollow(records, [older]);
  return undefined;
};

/** The codes of one order are placed after those of the other, in the same sequence. */
const moveCodes = async (records: Records, from: string, to: string): Promise<void> => {
  const [own, others] = await Promise.all([
    codesToMove(records.find, [from]),
    codesOf(records.find, [to]),
  ]);
  const numbers = numbersAfter(own, others);
  await records.changeMany(
    [...numbers.keys()],
    onKind('redemption-code', (code) => {
      // A code that was moved elsewhere meanwhile stays there.
      if (code.parent !== from) return refuse('changed-since');
      return ok(underOther(code, to, numbers.get(code.id) ?? code.data.number));
    }),
  );
};

/** A code that was moved elsewhere meanwhile stays there. Returns how many codes went back. */
const moveBack = async (records: Records, { younger, older }: MetOrders): Promise<number> => {
  const isOwn = ({ data }: RedemptionCode): boolean => data.cameFrom?.order === younger;
  const own = (await codesToMove(records.find, [older])).filter(isOwn);
  const stayed = await records.changeMany(
    own.map(({ id }) => id),
    onKind('redemption-code', (code) =>
      code.parent === older && isOwn(code) ? ok(underItsOwn(code)) : refuse('changed-since'),
    ),
  );
  return own.length - stayed.size;
};
