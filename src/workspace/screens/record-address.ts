import type { VolymRecord } from '#core/record/record.ts';
import { paths } from '#ui/paths.ts';
import { trashedPath } from './trash/trash-paths.ts';

type Addressed = Pick<VolymRecord, 'id' | 'kind'> &
  Partial<Pick<VolymRecord, 'parent' | 'trashedOn'>>;

/** Which kind has which screen: the one place that knows it. */
const SCREENS: Readonly<Record<string, (id: string) => string>> = {
  'credit-order': paths.order,
  'code-batch': paths.order,
  'content-purchaser': paths.purchaser,
  'content-token': paths.token,
  'volume-app': paths.app,
  'volume-user': paths.user,
  'vip-customer': paths.vipCustomer,
  'invoice-line': paths.vipReconcile,
  workspace: paths.settings,
  person: paths.people,
  device: paths.people,
};

/** What is shown in the order and authorization history of its customer. */
const UNDER_CUSTOMER = new Set(['vip-order', 'return-authorization']);

/** The screen that shows a record, the trash where it lies there; undefined where none does. */
export const screenOf = ({
  id,
  kind,
  parent = '',
  trashedOn = '',
}: Addressed): string | undefined => {
  if (trashedOn !== '') return trashedPath(id);
  if (kind === 'redemption-code') return parent === '' ? undefined : paths.code(parent, id);
  // What lies under an app is shown on its screen.
  if (kind === 'assigned-licence' || kind === 'app-deployment')
    return parent === '' ? undefined : paths.app(parent);
  if (UNDER_CUSTOMER.has(kind)) return parent === '' ? undefined : paths.vipHistory(parent);
  // What is to be done about it is done on the customer's screen.
  if (kind === 'purchase-authorization')
    return parent === '' ? undefined : paths.vipCustomer(parent);
  return Object.hasOwn(SCREENS, kind) ? SCREENS[kind]?.(id) : undefined;
};

/** Where a deadline of a record leads: to its screen, or to the deadlines where it has none. */
export const addressOf = (record: Addressed): string =>
  // What a customer is reminded of is its renewal.
  record.kind === 'vip-customer' && (record.trashedOn ?? '') === ''
    ? paths.vipRenewal(record.id)
    : (screenOf(record) ?? paths.deadlines());

/** Whether a record can be shown beside home's list (routes/deadlines/DetailPane). */
export const hasPane = ({ kind }: Pick<VolymRecord, 'kind'>): boolean =>
  kind === 'credit-order' || kind === 'content-token';
