import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote } from '#programmes/adobe-vip/rules/row-reason.ts';
import { currentSteps } from '#core/record/step.ts';
import { linesNow } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { correctedNote } from './corrected-here.ts';
import { recordOnDesk } from './desk-records.ts';
import { hadNumber, hasPart, isKnownByItsOwn } from './earlier-number.ts';
import { renamedLine } from './earlier-product.ts';
import { isNamedAs, isOfProduct } from './line-match.ts';
import { touch, underOf, type OnDesk, type VipDesk } from './desk.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import type { ListedOrder } from '../read/values.ts';
import { waitingLine } from './waiting-line.ts';

/** What an order row has to do with the authorization that it names. */
export type Covered = {
  /** Its record id, or '' where it is not here. */
  readonly authorization: string;
  /** The line of the same product, under whatever name by now, or ''. */
  readonly line: string;
  /** What the authorization is called by: its number, else its day. */
  readonly named: string;
  /** Whether the authorization came to know of the order by it. */
  readonly isNews: boolean;
  readonly notes: readonly RowWhy<VipRowNote>[];
};

const NOTHING: Covered = { authorization: '', line: '', named: '', isNews: false, notes: [] };

/** The order of a row, and what is known of the line that the row is of. */
type OfOrder = {
  readonly order: string;
  readonly customer: string;
  /** The authorization that its other lines are of, or ''. */
  readonly within: string;
  /**
   * Whether the line may be of an authorization that the row does not name: it is of none yet, and
   * renews nothing.
   */
  readonly isFree: boolean;
};

/**
 * Joins an order to the authorization whose number its row has, else to the one that waits for it:
 * its line is ordered then, whatever the day (adobe.md §8.10).
 */
export const coverByOrder = (
  desk: VipDesk,
  row: ListedOrder & { readonly row: number },
  of: OfOrder,
): Covered => {
  const { requestNumber, orderDate } = row;
  const { order, customer } = of;
  if (requestNumber === '') return coverWaiting(desk, row, of);
  const all = underOf(desk, 'purchase-authorization', customer).filter(
    ({ before }) => !before?.trashedOn,
  );
  const authorization =
    all.find(({ data }) => numberKey(data.requestNumber) === numberKey(requestNumber)) ??
    all.find((other) => isMeant(desk, other, row));
  if (authorization === undefined) {
    const waiting = coverWaiting(desk, row, of);
    if (waiting.authorization !== '') return waiting;
    return {
      ...NOTHING,
      notes: [{ code: 'authorization-not-here', params: { number: requestNumber } }],
    };
  }
  const { createdOn } = authorization.data;
  const lines = linesNow({ data: authorization.data, steps: authorization.before?.steps ?? [] });
  const { product, sku } = row;
  const same =
    lines.find((line) => isNamedAs(line, row) && line.left === row.quantity) ??
    lines.find((line) => isNamedAs(line, row)) ??
    // An order of a part of a line is of the line.
    renamedLine(authorization, lines, row) ??
    renamedLine(authorization, lines, { product, sku }) ??
    lines.find((line) => isOfProduct(line, row));
  const meant = same ?? (lines.length === 1 ? lines[0] : undefined);
  const notes: RowWhy<VipRowNote>[] = [
    // The number may have become another's, which only a person can tell.
    ...(numberKey(authorization.data.requestNumber) === numberKey(requestNumber)
      ? []
      : [correctedNote('requestNumber')]),
    ...(orderDate < createdOn
      ? [{ code: 'order-before-authorization' as const, params: { day: createdOn } }]
      : []),
    ...(same === undefined
      ? [
          {
            code: 'other-product' as const,
            params: { product: lines.map(({ product }) => product).join(', ') },
          },
        ]
      : []),
  ];
  const covered = {
    authorization: authorization.id,
    line: same?.id ?? '',
    named: requestNumber,
    notes,
  };
  if (meant === undefined) return { ...covered, isNews: false };
  if (meant.order !== '' && meant.order !== order)
    notes.push({ code: 'ordered-by-other', params: { number: meant.orderNumber } });
  const isNews =
    meant.order === '' && sayOrdered(desk, authorization, { ...row, order, line: meant.id });
  return { ...covered, isNews };
};

/**
 * Whether a row means an authorization by the number that it had before it was corrected: of its
 * product, or a part of it.
 */
const isMeant = (
  desk: VipDesk,
  authorization: OnDesk<'purchase-authorization'>,
  row: ListedOrder,
): boolean =>
  hadNumber(authorization, 'requestNumber', row.requestNumber) &&
  !isKnownByItsOwn(desk, 'authorization', authorization) &&
  hasPart(authorization, linesNow(recordOnDesk(authorization)), row);

/** Else the licences would be counted twice: authorized, and ordered without an authorization. */
const coverWaiting = (
  desk: VipDesk,
  row: ListedOrder & { readonly row: number },
  of: OfOrder,
): Covered => {
  if (!of.isFree) return NOTHING;
  const { found, notes } = waitingLine(desk, row, of);
  if (found === undefined) return { ...NOTHING, notes };
  const { authorization, line } = found;
  const isNews = sayOrdered(desk, authorization, { ...row, order: of.order, line: line.id });
  return {
    authorization: authorization.id,
    line: line.id,
    named: authorization.data.requestNumber || authorization.data.createdOn,
    isNews,
    notes,
  };
};

/**
 * Answers whether anything was new. A word in the place of the number is corrected, whatever list
 * wrote it.
 */
const sayOrdered = (
  desk: VipDesk,
  authorization: OnDesk<'purchase-authorization'>,
  {
    row,
    order,
    line,
    orderNumber,
    orderDate,
  }: ListedOrder & { readonly row: number; readonly order: string; readonly line: string },
): boolean => {
  const data = { order, orderNumber, line };
  const isOfLine = (step: {
    readonly kind: string;
    readonly data?: Readonly<Record<string, string>> | undefined;
  }): boolean => step.kind === 'ordered' && [undefined, line].includes(step.data?.line);
  const planned = authorization.steps.findIndex(isOfLine);
  if (planned >= 0 && authorization.steps[planned]?.data?.order !== '') return false;
  const known = currentSteps(authorization.before?.steps ?? []).find(isOfLine);
  touch(desk, authorization, row);
  if (planned >= 0) authorization.steps.splice(planned, 1);
  authorization.steps.push({
    kind: 'ordered',
    on: orderDate,
    data,
    ...(known === undefined ? {} : { corrects: known.id }),
  });
  return true;
};
