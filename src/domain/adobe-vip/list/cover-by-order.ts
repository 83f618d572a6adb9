import type { RowWhy } from '../../import/planned-row.ts';
import { standingSteps } from '../../step.ts';
import { linesNow } from '../authorization-life.ts';
import type { PurchaseAuthorizationData } from '../purchase-authorization.ts';
import { isOfProduct } from './line-match.ts';
import { touch, underOf, type OnDesk, type VipDesk } from './vip-desk.ts';
import { numberKey } from './vip-keys.ts';
import type { SaidOrder } from './vip-values.ts';

/** What an order row has to do with the authorization that it names. */
export type Covered = {
  /** Its record id, or '' where it is not here. */
  readonly authorization: string;
  /** The line of the same product, or ''. */
  readonly line: string;
  /** Whether the authorization came to know of the order by it. */
  readonly isNews: boolean;
  readonly notes: readonly RowWhy[];
};

const NOTHING: Covered = { authorization: '', line: '', isNews: false, notes: [] };

/** Joins an order to the authorization whose number its row has: its line is ordered then, whatever the day (adobe.md §8.10). */
export const coverByOrder = (
  desk: VipDesk,
  row: SaidOrder & { readonly row: number },
  { order, customer }: { readonly order: string; readonly customer: string },
): Covered => {
  const { requestNumber, orderDate } = row;
  if (requestNumber === '') return NOTHING;
  const one = underOf<PurchaseAuthorizationData>(desk, 'purchase-authorization', customer).find(
    ({ data, before }) => !before?.trashedOn && numberKey(data.requestNumber) === numberKey(requestNumber),
  );
  if (one === undefined)
    return { ...NOTHING, notes: [{ code: 'authorization-not-here', params: { number: requestNumber } }] };
  const { createdOn } = one.data;
  const lines = linesNow({ data: one.data, steps: one.before?.steps ?? [] });
  const same = lines.find((line) => isOfProduct(line, row));
  const meant = same ?? (lines.length === 1 ? lines[0] : undefined);
  const notes: RowWhy[] = [
    ...(orderDate < createdOn ? [{ code: 'order-before-authorization', params: { day: createdOn } }] : []),
    ...(same === undefined
      ? [{ code: 'other-product', params: { product: lines.map(({ product }) => product).join(', ') } }]
      : []),
  ];
  const covered = { authorization: one.id, line: same?.id ?? '', notes };
  if (meant === undefined) return { ...covered, isNews: false };
  if (meant.order !== '' && meant.order !== order)
    notes.push({ code: 'ordered-by-other', params: { number: meant.orderNumber } });
  const isNews = meant.order === '' && sayOrdered(desk, one, { ...row, order, line: meant.id });
  return { ...covered, isNews };
};

/** Answers whether anything was new. A word in the place of the number is corrected, whatever list wrote it. */
const sayOrdered = (
  desk: VipDesk,
  one: OnDesk<PurchaseAuthorizationData>,
  {
    row,
    order,
    line,
    orderNumber,
    orderDate,
  }: SaidOrder & { readonly row: number; readonly order: string; readonly line: string },
): boolean => {
  const data = { order, orderNumber, line };
  const isOfLine = (step: {
    readonly kind: string;
    readonly data?: Readonly<Record<string, string>> | undefined;
  }): boolean => step.kind === 'ordered' && [undefined, line].includes(step.data?.line);
  const planned = one.steps.findIndex(isOfLine);
  if (planned >= 0 && one.steps[planned]?.data?.order !== '') return false;
  const known = standingSteps(one.before?.steps ?? []).find(isOfLine);
  touch(desk, one, row);
  if (planned >= 0) one.steps.splice(planned, 1);
  one.steps.push({
    ...{ kind: 'ordered', on: orderDate, data },
    ...(known === undefined ? {} : { corrects: known.id }),
  });
  return true;
};
