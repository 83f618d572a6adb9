import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import { isPlausibleDay } from '#core/day/plausible-day.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type CommonProblem, type Problem, type Result } from '#core/result.ts';
import { longTexts, whyTooLong } from '#core/text/long-texts.ts';
import { currentSteps, withStep } from '#core/record/step.ts';
import { visibleText } from '#core/text/visible-text.ts';
import { askedBackOn } from './asked-back.ts';
import { linesLeft, type OrderLineLeft } from '../order/order-lines-left.ts';
import { countableOwned } from '../level/level.ts';
import type { CustomerBook, Plan } from '../plan/plans.ts';
import { planKey } from '../product/product-name.ts';
import type { VipProgramme } from '../edition/programme.ts';
import type { ReturnAuthorization, ReturnAuthorizationData } from './return-authorization.ts';
import { isAnswer, returnState } from './return-deadlines.ts';
import { returnFollowUp7 } from './return-editions.ts';
import type { ReturnPartEdition } from './return-part-editions.ts';
import { askedOf } from './returned-quantity.ts';
import { whyNotReturn, type ReturnProblem } from './return-rules.ts';
import { lineKey, windowOfOrder } from './returnable.ts';
import { isConsumable, readSku } from '../product/sku.ts';
import { takeChangeBack, takeStepsBack } from '../customer/take-steps-back.ts';
import type { Changed, ChangeTakenBack } from '#core/record/changed.ts';
import type { VipOrder } from '../order/vip-order.ts';
import type { VipProblem, VipRefused, VipResult } from '../vip-problem.ts';

/** What to return: how many of which line of which order. */
export type ReturnInput = {
  readonly takes: readonly {
    readonly order: string;
    readonly line: string;
    readonly quantity: number;
  }[];
  readonly consumableUsed: boolean;
  /** The day on which Adobe was asked, where that is not today: its window is of that day. */
  readonly askedOn?: Day;
  /** Adobe's number for it, if known already; only for a return from a single order. */
  readonly reference?: string;
};

/** Whose it is, what is under the customer, and what the rules ask beside that. */
export type Returning = {
  readonly customerName: string;
  readonly programme: VipProgramme;
  readonly part: ReturnPartEdition['part'];
  readonly book: Pick<CustomerBook, 'orders' | 'returns'>;
  readonly plans: readonly Plan[];
  /** What a three-year commitment holds the customer to, 0 without one. */
  readonly committedMinimum: number;
  readonly owner: string;
};

type Checked = { readonly refusal?: ReturnProblem; readonly warnings: readonly ReturnProblem[] };
type Taken = { readonly order: VipOrder; readonly line: OrderLineLeft; readonly quantity: number };

/**
 * What speaks against a return and what to warn of, over all of its lines (adobe.md §2,
 * §8.18–§8.23).
 */
export const whyNotAsked = (input: ReturnInput, returning: Returning, today: Day): Checked => {
  const { takes, consumableUsed, askedOn = today } = input;
  if (!isPlausibleDay(askedOn))
    return { refusal: { code: 'day-needed', field: 'askedOn' }, warnings: [] };
  if (askedOn > today) return { refusal: { code: 'day-ahead', field: 'askedOn' }, warnings: [] };
  const [long] = longTexts({ reference: visibleText(input.reference ?? '') });
  if (long !== undefined) return { refusal: long, warnings: [] };
  const taken = takenOf(takes, returning);
  if (taken.length < takes.length)
    return {
      refusal: { code: 'return-exceeds-remaining', field: 'quantity', params: { remaining: 0 } },
      warnings: [],
    };
  if (taken.length === 0)
    return { refusal: { code: 'quantity-not-whole', field: 'quantity' }, warnings: [] };
  const usersToUnassign = usersWithout(taken, returning);
  const owned = countedOf(returning);
  let gone = 0;
  const checks = taken.map(({ order, line, quantity }) => {
    const sku = readSku(line.sku);
    const checked = whyNotReturn({
      quantity,
      remaining: line.left,
      programme: returning.programme,
      usersToUnassign,
      today: askedOn,
      part: isConsumable(line.sku) ? 'line' : returning.part,
      consumableUsed: consumableUsed && isConsumable(line.sku),
      // Volym knows no switch orders: they are neither new ones nor renewals.
      isSwitch: false,
      minimumOrder: sku.valid ? (sku.minimumOrder ?? 0) : 0,
      // A commitment is one of licences: consumables come and go beside it.
      committedMinimum: isConsumable(line.sku) ? 0 : returning.committedMinimum,
      owned: owned - gone,
      orderedOn: order.data.orderDate,
      lastDay: windowOfOrder(order).lastDay,
    });
    if (!isConsumable(line.sku)) gone += quantity;
    return checked;
  });
  return checks.find(({ refusal }) => refusal !== undefined) ?? checks[0]!;
};

/**
 * Requests a return (C6): a record for each order with something to return, since Adobe answers per
 * order.
 */
export const askReturn = (
  input: ReturnInput,
  returning: Returning,
  doing: Doing,
): Result<readonly Draft<ReturnAuthorizationData>[], ReturnProblem> => {
  const { refusal } = whyNotAsked(input, returning, doing.today);
  if (refusal !== undefined) return { ok: false, problem: refusal };
  const orders = returning.book.orders.filter(({ id }) =>
    input.takes.some(({ order }) => order === id),
  );
  const reference = orders.length === 1 ? visibleText(input.reference ?? '') : '';
  return ok(
    orders.map(({ id, parent }) => ({
      id: doing.newId(),
      kind: 'return-authorization',
      programme: 'adobe-vip' as const,
      parent,
      data: {
        v: 1,
        customerName: returning.customerName,
        order: id,
        reference,
        lines: Object.fromEntries(
          input.takes
            .filter(({ order }) => order === id)
            .map(({ line, quantity }) => [line, quantity]),
        ),
        followUpEdition: returnFollowUp7.id,
        owner: returning.owner,
      },
      steps: withStep([], { kind: 'return-asked', on: input.askedOn ?? doing.today }, doing),
    })),
  );
};

/**
 * Notes that Adobe granted a return, with Adobe's number if given; from here on its licences are no
 * longer owned.
 */
export const grantReturn = (
  request: ReturnAuthorization,
  doing: Doing,
  reference = request.data.reference,
): VipResult<Draft<ReturnAuthorizationData>> =>
  whyTooLong({ reference: visibleText(reference) }) ??
  answered(
    { ...request, data: { ...request.data, reference: visibleText(reference) } },
    'return-granted',
    doing,
  );

/** Notes that Adobe denied a return: what it asked for is left again. */
export const denyReturn = (
  request: ReturnAuthorization,
  doing: Doing,
): VipResult<Draft<ReturnAuthorizationData>> => answered(request, 'return-denied', doing);

type ReturnBook = Pick<CustomerBook, 'orders' | 'returns'>;

/**
 * Takes Adobe's answer to a return back, where it was noted by mistake: it waits again. One that
 * was denied stays so where others asked meanwhile for what it had left, and where its order is
 * dated after it by now or is in the trash.
 */
export const reopenReturn = (
  request: ReturnAuthorization,
  book: ReturnBook,
  doing: Doing,
): VipResult<Draft<ReturnAuthorizationData>> => {
  const [problem] = whyStaysDenied(request, book);
  return problem === undefined ? takeStepsBack(request, isAnswer, doing) : { ok: false, problem };
};

/**
 * Lets an answer that was taken back stand again as it did; refuses where someone noted another one
 * since.
 */
export const answerReturnAgain = (
  request: ReturnAuthorization,
  changed: Changed<ReturnAuthorizationData>,
  doing: Doing,
): ChangeTakenBack<ReturnAuthorizationData, VipRefused> =>
  currentSteps(request.steps).some(isAnswer)
    ? refuse('changed-since')
    : takeChangeBack(request, changed, doing);

/**
 * Takes a denial back as `reopenReturn` would, by what lay under the customer when it was noted and
 * what is there now: what was so then may be so again.
 */
export const takeDenialBack = (
  request: ReturnAuthorization,
  changed: Changed<ReturnAuthorizationData>,
  { was, now }: Readonly<Record<'was' | 'now', ReturnBook>>,
  doing: Doing,
): ChangeTakenBack<ReturnAuthorizationData, Problem<(VipProblem | CommonProblem)['code']>> => {
  const before = whyStaysDenied(request, was).map(({ code }) => code);
  const problem = whyStaysDenied(request, now).find(({ code }) => !before.includes(code));
  return problem === undefined ? takeChangeBack(request, changed, doing) : { ok: false, problem };
};

/**
 * What was denied is as if nobody had asked, so that others may ask and the order be moved: why it
 * cannot wait again beside that.
 */
const whyStaysDenied = (
  request: ReturnAuthorization,
  { orders, returns }: ReturnBook,
): VipProblem[] => {
  const order = orders.find(({ id }) => id === request.data.order);
  if (returnState(request) !== 'denied') return [];
  // A list may bring a return of an order that nobody knows.
  if (order === undefined)
    return request.data.order === '' ? [] : [refuse('return-without-order').problem];
  const others = returns.filter(({ id }) => id !== request.id);
  const isTaken = linesLeft(order, others).some(
    ({ names, left }) => askedOf(request.data.lines, names) > left,
  );
  const { orderDate } = order.data;
  const askedOn = askedBackOn(request) ?? orderDate;
  return [
    ...(isTaken ? [refuse('asked-again').problem] : []),
    ...(orderDate > askedOn
      ? [refuse('return-before-order', undefined, { orderDate, askedOn }).problem]
      : []),
  ];
};

const answered = (
  request: ReturnAuthorization,
  kind: 'return-granted' | 'return-denied',
  doing: Doing,
): VipResult<Draft<ReturnAuthorizationData>> =>
  // If another device was first, its answer is kept until it is taken back.
  returnState(request) === 'asked'
    ? ok({ ...request, steps: withStep(request.steps, { kind, on: doing.today }, doing) })
    : refuse('changed-since');

const takenOf = (takes: ReturnInput['takes'], { book }: Returning): Taken[] => {
  const lines = new Map(
    book.orders.flatMap((order) =>
      linesLeft(order, book.returns).map(
        (line) => [lineKey(order.id, line.id), { order, line }] as const,
      ),
    ),
  );
  return takes.flatMap(({ order, line, quantity }) => {
    const found = lines.get(lineKey(order, line));
    return found === undefined ? [] : [{ ...found, quantity }];
  });
};

const keyOf = ({ product, licenceType }: OrderLineLeft): string => planKey(product, licenceType);

/** What other returns that wait for an answer will take of a plan, or of all. */
const askedAlready = ({ book }: Pick<Returning, 'book'>, plan: string): number =>
  book.orders
    .flatMap((order) => linesLeft(order, book.returns))
    .filter((line) => keyOf(line) === plan)
    .reduce((sum, { asked }) => sum + asked, 0);

/** How many licences a commitment counts: those owned and not asked back, without consumables. */
const countedOf = ({ plans, book }: Returning): number => {
  const lines = book.orders.flatMap((order) => linesLeft(order, book.returns));
  return lines
    .filter(({ sku }) => !isConsumable(sku))
    .reduce((left, { asked }) => left - asked, countableOwned(plans));
};

/**
 * How many users hold a licence that would no longer be there: what is left must cover everyone who
 * has one.
 */
const usersWithout = (taken: readonly Taken[], returning: Returning): number =>
  [...new Set(taken.map(({ line }) => keyOf(line)))].reduce((users, key) => {
    const { owned = 0, assigned = 0 } = returning.plans.find((plan) => plan.key === key) ?? {};
    const going = taken
      .filter(({ line }) => keyOf(line) === key)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    return (
      users + Math.max(0, assigned - Math.max(0, owned - askedAlready(returning, key) - going))
    );
  }, 0);
