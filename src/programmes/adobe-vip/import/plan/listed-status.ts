import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote } from '#programmes/adobe-vip/rules/row-reason.ts';
import {
  linesNow,
  openLines,
} from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { authorizationState } from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import type { VipChange } from './planned.ts';
import { timeKnown } from './time-known.ts';
import type { OnDesk, VipDesk } from '../match/desk.ts';
import type { ListedAuthorization } from '../read/values.ts';

type AuthorizationOnDesk = OnDesk<'purchase-authorization'>;

/** What a row says has become of its line, beside what is known of it. */
export const sayStatus = (
  desk: VipDesk,
  authorization: AuthorizationOnDesk,
  {
    line,
    row,
    notes,
  }: {
    readonly line: string;
    readonly row: ListedAuthorization;
    readonly notes: RowWhy<VipRowNote>[];
  },
): VipChange[] => {
  const now = linesNow({ data: authorization.data, steps: authorization.before?.steps ?? [] }).find(
    ({ id }) => id === line,
  );
  if (now === undefined || row.status === 'pending') return [];
  const isOrdered = now.order + now.orderNumber !== '';
  // A row of a new one shows no changes: it says beside what the list says of it.
  if (authorization.before === undefined) notes.push({ code: `said-${row.status}` });
  if (row.status === 'ordered') return isOrdered ? [] : ordered(authorization, line, row);
  // An ordered line is at Adobe, and stays.
  if (isOrdered)
    return (notes.push({ code: 'ordered-here', params: { number: now.orderNumber } }), []);
  if (now.left === 0) return [];
  if (row.status === 'expired') return expired(desk, authorization);
  desk.cancelled.set(
    authorization.id,
    (desk.cancelled.get(authorization.id) ?? new Set()).add(line),
  );
  return [{ field: 'status', from: '', to: 'cancelled' }];
};

/**
 * A list may say that something was ordered without the order number. Then the list's own word is
 * used as the number, and the authorization's day as the day: a later list of orders corrects both
 * (`coverByOrder`).
 */
const ordered = (
  authorization: AuthorizationOnDesk,
  line: string,
  row: ListedAuthorization,
): VipChange[] => {
  const orderNumber = row.orderNumber || row.written;
  authorization.steps.push({
    kind: 'ordered',
    on: authorization.data.createdOn,
    data: { order: '', orderNumber, line },
  });
  return [{ field: 'status', from: '', to: 'ordered' }];
};

const expired = ({ known }: VipDesk, onDesk: AuthorizationOnDesk): VipChange[] => {
  const authorization = { data: onDesk.data, steps: onDesk.before?.steps ?? [] };
  const isNoted = onDesk.steps.some(({ kind }) => kind === 'expiry-noted');
  if (isNoted || authorizationState(authorization, timeKnown(known)) === 'expired') return [];
  onDesk.steps.push({ kind: 'expiry-noted', on: known.today });
  return [{ field: 'status', from: '', to: 'expired' }];
};

/**
 * After all rows: withdraws an authorization if all of its open lines were cancelled, otherwise
 * those lines. A list does not say when it happened: it counts as known since today.
 */
export const sayCancelled = ({ cancelled, authorizations, known }: VipDesk): void => {
  for (const [id, lines] of cancelled) {
    const authorization = authorizations.get(id);
    if (authorization === undefined) continue;
    const before = { data: authorization.data, steps: authorization.before?.steps ?? [] };
    const orderedNow = new Set(authorization.steps.map(({ data }) => data?.line));
    const open = openLines(before).filter((line) => !orderedNow.has(line.id));
    if (open.every((line) => lines.has(line.id))) {
      authorization.steps.push({ kind: 'authorization-withdrawn', on: known.today });
      continue;
    }
    for (const { id: line, left } of open.filter((line) => lines.has(line.id)))
      authorization.steps.push({
        kind: 'line-removed',
        on: known.today,
        data: { line, quantity: String(left) },
      });
  }
};
