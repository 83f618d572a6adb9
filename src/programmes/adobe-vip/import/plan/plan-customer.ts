import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote, VipRowReason } from '#programmes/adobe-vip/rules/row-reason.ts';
import { nextIdOf } from '#core/record/next-id.ts';
import { comesOf } from '#programmes/adobe-vip/rules/anniversary/month-date.ts';
import {
  orderEditions,
  type OrderEdition,
} from '#programmes/adobe-vip/rules/order/order-editions.ts';
import { productKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type { VipProgramme } from '#programmes/adobe-vip/rules/edition/programme.ts';
import { bornUnder } from '#programmes/adobe-vip/rules/edition/rule-choices.ts';
import { newMembersProgramme } from '#programmes/adobe-vip/rules/edition/rules-today.ts';
import { withEnteredLeapDay } from '#programmes/adobe-vip/rules/anniversary/entered-leap-day.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { chosenEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import { correctedNote, isCorrected } from '../match/corrected-here.ts';
import { sayCounts } from './plan-counts.ts';
import type { PlannedVipRow, VipChange } from './planned.ts';
import { duplicateRow, takenRow, unreadableRow } from './planned-row-of.ts';
import { newOnDesk, setField, touch, type OnDesk, type VipDesk } from '../match/desk.ts';
import { customerKey, hasNumberOf } from '../match/keys.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import type { ListedCustomer, VipValue, Where } from '../read/values.ts';
import type { NamedCustomer } from '#programmes/adobe-vip/rules/customer/named-customer.ts';

type CustomerOnDesk = OnDesk<'vip-customer'>;
type Differences = {
  readonly changes: readonly VipChange[];
  readonly notes: readonly RowWhy<VipRowNote>[];
};

/** The customer that a row is about, made where there is none; a code where it cannot be told. */
export const customerOf = (
  desk: VipDesk,
  who: NamedCustomer,
  row: number,
): CustomerOnDesk | RowWhy<VipRowReason> => {
  const [found, ...others] = desk.customers.find(who);
  if (others.length > 0) return { code: 'several-customers', params: { name: who.name } };
  const two = found === undefined ? undefined : namesTwo(desk, found, who);
  if (two !== undefined) return two;
  const id =
    found ?? nextIdOf(desk.known.idOf(customerKey(who)), (id) => isAnothers(desk, id, who));
  if (desk.known.strange.has(id)) return { code: 'record-not-understood' };
  const there = desk.people.get(id);
  // One that only others name stays as it is, unless it is in the trash.
  if (there !== undefined) return there.before?.trashedOn ? touch(desk, there, row) : there;
  const data = newCustomer(desk, who);
  desk.customers.add(id, data);
  return touch(desk, newOnDesk({ id, kind: 'vip-customer', parent: '', row, data }), row);
};

/**
 * Why a row that names two customers is neither's: one by its VIP ID, another by its Marketplace id or
 * its name. A number that was corrected here still means its customer.
 */
const namesTwo = (
  desk: VipDesk,
  id: string,
  who: NamedCustomer,
): RowWhy<VipRowReason> | undefined => {
  const there = desk.people.get(id);
  if (there === undefined || there.before?.trashedOn) return undefined;
  const { vipId } = there.data;
  const had = there.before?.history.some(
    ({ field, from }) => field === 'vipId' && numberKey(String(from)) === who.vipId,
  );
  const isOthersNumber = who.vipId !== '' && vipId !== '' && vipId !== who.vipId && had !== true;
  const other = liveBeside(desk, id, who).find(({ by }) => by !== 'name-apart');
  if (other === undefined && !isOthersNumber) return undefined;
  const name = there.data.name;
  return {
    code: 'names-two-customers',
    params: { name, other: other?.name ?? who.vipId },
  };
};

/** The other customers, not in the trash, that a row names as well. */
const liveBeside = (desk: VipDesk, id: string, who: NamedCustomer) =>
  desk.customers.beside(who, id).flatMap((beside) => {
    const other = desk.people.get(beside.id);
    return other === undefined || other.before?.trashedOn
      ? []
      : [{ ...beside, name: other.data.name }];
  });

/**
 * The row's number is of this customer, and its name of another one that has a number of its own: two
 * may be called the same, so that the number decides.
 */
const calledAsAnother = (
  desk: VipDesk,
  { id, data, before }: CustomerOnDesk,
  who: NamedCustomer,
): RowWhy<VipRowNote>[] => {
  const other = before?.trashedOn
    ? undefined
    : liveBeside(desk, id, who).find(({ by }) => by === 'name-apart');
  return other === undefined
    ? []
    : [{ code: 'named-as-another', params: { name: data.name, other: other.name } }];
};

/**
 * Whether an id belongs to another customer: entered by hand with this one's number, which has been
 * corrected since. A customer from a list is still meant by the number in the list, and so is one
 * with the same name.
 */
const isAnothers = (desk: VipDesk, id: string, who: NamedCustomer): boolean => {
  const { data } = desk.people.get(id) ?? {};
  if (data === undefined || data.origin !== undefined || who.vipId + who.marketplaceId === '')
    return false;
  return !hasNumberOf(data, who) && productKey(data.name) !== productKey(who.name);
};

/** Whether a customer could be told. */
export const isCustomer = (found: ReturnType<typeof customerOf>): found is CustomerOnDesk =>
  'kind' in found;

const customerKnown = (desk: VipDesk, who: NamedCustomer): VipCustomerData | undefined => {
  const [found = ''] = desk.customers.find(who);
  return desk.people.get(found)?.data;
};

/** The programme of the customer that a row is about, even of one that it would create. */
export const programmeOf = (desk: VipDesk, who: NamedCustomer): VipProgramme =>
  customerKnown(desk, who)?.programme ?? newProgramme(desk, who);

/**
 * The edition that an authorization of that customer is born under, where nothing else says its
 * days.
 */
export const orderEditionFor = (desk: VipDesk, who: NamedCustomer): OrderEdition =>
  chosenEdition(
    orderEditions,
    programmeOf(desk, who),
    customerKnown(desk, who)?.editions,
    desk.known.editions,
  );

// Its number says where it is a member; one without is where the workspace's customers are.
const newProgramme = (
  { known }: VipDesk,
  { vipId, marketplaceId }: NamedCustomer,
): VipProgramme => {
  if (vipId !== '') return 'vip';
  return marketplaceId !== '' ? 'vip-marketplace' : newMembersProgramme(known.editions);
};

// A row is more than whom it is about: nothing else of it is a customer's.
const newCustomer = (desk: VipDesk, who: NamedCustomer): VipCustomerData => {
  const { vipId, marketplaceId, name } = who;
  const { known } = desk;
  const programme = newProgramme(desk, who);
  return {
    // One that has only a number is called by it, until a list says its name.
    v: 1,
    vipId,
    marketplaceId,
    name: name || vipId || marketplaceId,
    programme,
    segment: '',
    level: '',
    adminName: '',
    adminEmail: '',
    firstOrderOn: '',
    anniversary: '',
    plans: {},
    holders: {},
    ...bornUnder(programme, known.editions),
    owner: known.by,
  };
};

/**
 * One row of a list of customers: all that it says against what is known, and the licences of a
 * product where it counts them.
 */
export const planCustomerRow = (desk: VipDesk, row: VipValue & ListedCustomer): PlannedVipRow => {
  const { sheet, row: number, counts } = row;
  const at = { sheet, row: number };
  const shown = shownCustomer(row);
  const found = customerOf(desk, row, number);
  if (!isCustomer(found)) return unreadableRow(shown, found.code, found.params);
  const otherwise = saidOtherwise(found, row);
  if (found.ownRow !== undefined && counts === undefined)
    return again(shown, found, { spoken: found.ownRow, otherwise });
  const customer = touch(desk, found, number);
  const warnings = [...otherThere(desk, customer, row), ...calledAsAnother(desk, customer, row)];
  const { changes, notes: ownNotes } =
    customer.ownRow === undefined
      ? sayCustomer(desk, customer, row)
      : { changes: [], notes: [...row.notes, ...otherwise] };
  const notes = [...warnings, ...ownNotes];
  customer.ownRow ??= at;
  customer.said ??= row;
  const named = { ...shown, name: customer.data.name };
  if (counts === undefined) return takenRow(named, customer, { changes, notes });
  const counted = sayCounts(desk, customer, { counts, at });
  if ('changes' in counted)
    return takenRow(named, customer, {
      changes: [...changes, ...counted.changes],
      notes: [...notes, ...counted.notes],
    });
  const { isSame, spoken } = counted;
  if (!isSame) return unreadableRow(named, 'counts-twice', { row: spoken.row });
  return again(named, customer, { spoken, otherwise });
};

/** A row about what an earlier one told: a copy of that, unless it says something otherwise. */
const again = (
  shown: Parameters<typeof duplicateRow>[0],
  { id }: CustomerOnDesk,
  { spoken, otherwise }: { readonly spoken: Where; readonly otherwise: readonly unknown[] },
): PlannedVipRow =>
  otherwise.length === 0
    ? duplicateRow(shown, id, spoken)
    : unreadableRow(shown, 'customer-twice', { row: spoken.row });

/**
 * What a row that is about something else says of its customer: that the list brings it, or that
 * another one is where it belongs.
 */
export const customerNotes = (
  desk: VipDesk,
  customer: CustomerOnDesk,
  who: NamedCustomer,
): RowWhy<VipRowNote>[] =>
  customer.before === undefined && customer.ownRow === undefined
    ? [{ code: 'new-customer' }]
    : [...otherThere(desk, customer, who), ...calledAsAnother(desk, customer, who)];

/**
 * Another customer has the id that belongs to the row's, and nobody has corrected its number (or
 * its name, if the row has no number) since: it is reported that the row goes there.
 */
const otherThere = (
  desk: VipDesk,
  { before }: CustomerOnDesk,
  who: NamedCustomer,
): RowWhy<VipRowNote>[] => {
  if (before === undefined || desk.customers.find(who).length > 0) return [];
  const field = who.vipId !== '' ? 'vipId' : who.marketplaceId !== '' ? 'marketplaceId' : 'name';
  const keyOf = field === 'name' ? productKey : numberKey;
  const key = keyOf(who[field]);
  const { data, history } = before;
  const isCorrected = history.some(
    (change) => change.field === field && keyOf(String(change.from)) === key,
  );
  if (isCorrected || keyOf(data[field]) === key) return [];
  return [
    {
      code: 'other-customer-there',
      params: { name: data.name, number: data.vipId || data.marketplaceId },
    },
  ];
};

const shownCustomer = (listed: VipValue & ListedCustomer) => {
  const { sheet, row, name, vipId, marketplaceId, anniversary, counts } = listed;
  return {
    sheet,
    row,
    vip: 'customer' as const,
    name: name || vipId,
    number: vipId || marketplaceId,
    day: anniversary,
    says: SAID.flatMap((field) => (listed[field] === '' ? [] : [[field, listed[field]] as const])),
    ...(counts === undefined
      ? {}
      : { product: counts.product || counts.sku, quantity: counts.owned ?? 0 }),
  };
};

/** What a row says of a customer beside whom it is about. */
const SAID = ['programme', 'segment', 'level', 'anniversary', 'adminName', 'adminEmail'] as const;

/** What a later row says of a customer and the first one does not: one row tells a customer. */
const saidOtherwise = (
  { said, ownRow }: CustomerOnDesk,
  row: ListedCustomer,
): readonly RowWhy<VipRowNote>[] =>
  said === undefined || ownRow === undefined
    ? []
    : ([...FIELDS, 'programme'] as const)
        .filter((field) => row[field] !== '' && row[field] !== said[field])
        .map((field) => ({ code: 'said-otherwise', params: { field, row: ownRow.row } }));

/** What the first row of a customer says of it. */
const sayCustomer = (
  desk: VipDesk,
  customer: CustomerOnDesk,
  row: VipValue & ListedCustomer,
): Differences => {
  const { programme } = customer.data;
  if (customer.before === undefined) {
    customer.data = { ...customer.data, ...listedFields(customer.data, row) };
    customer.data = withEnteredLeapDay({
      ...customer.data,
      ...bornUnder(customer.data.programme, desk.known.editions),
    });
    desk.customers.add(customer.id, customer.data);
    return { changes: [], notes: row.notes };
  }
  const { changes, notes } = changeCustomer(desk, customer, row);
  desk.customers.add(customer.id, customer.data);
  // Authorizations were born under the rules of its programme (`editCustomer`): that is for a
  // person to change.
  const isOther = row.programme !== '' && row.programme !== programme;
  return {
    changes,
    notes: [
      ...row.notes,
      ...notes,
      ...(isOther ? [{ code: 'programme-differs' as const, params: { programme } }] : []),
    ],
  };
};

const FIELDS = [
  'name',
  'marketplaceId',
  'segment',
  'level',
  'anniversary',
  'adminName',
  'adminEmail',
] as const;

/** What a row says of a customer; what it leaves open stays. */
const listedFields = (data: VipCustomerData, row: ListedCustomer): Partial<VipCustomerData> => ({
  ...Object.fromEntries(
    FIELDS.flatMap((field) => (row[field] === '' ? [] : [[field, row[field]]])),
  ),
  ...(row.programme === '' ? {} : { programme: row.programme }),
  ...(data.vipId === '' ? { vipId: row.vipId } : {}),
});

const changeCustomer = (
  desk: VipDesk,
  customer: CustomerOnDesk,
  row: ListedCustomer,
): Differences => {
  const fields = listedFields(customer.data, row) as Readonly<Record<string, string>>;
  const changes: VipChange[] = [];
  const notes: RowWhy<VipRowNote>[] = [];
  for (const field of [...FIELDS, 'vipId'] as const) {
    const [from, to] = [customer.data[field], fields[field]];
    if (to === undefined || to === from) continue;
    if (isCorrected(desk, customer.before, { field }, to)) {
      notes.push(correctedNote(field));
      continue;
    }
    changes.push({ field, from, to });
    setField(customer, field, to);
  }
  const { anniversary, anniversaryDay } = customer.data;
  // The day of the month that was kept is of another anniversary, if this one does not come of it.
  if (
    anniversaryDay !== undefined &&
    customer.changed.has('anniversary') &&
    !comesOf(anniversary, anniversaryDay)
  )
    setField(customer, 'anniversaryDay', undefined);
  const { editions } = customer.changed.has('anniversary')
    ? withEnteredLeapDay(customer.data)
    : customer.data;
  if (editions !== customer.data.editions) setField(customer, 'editions', editions);
  return { changes, notes };
};
