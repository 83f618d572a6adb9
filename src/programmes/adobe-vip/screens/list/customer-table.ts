import type { CustomerRow } from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import { levelEditions } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import { levelHeld } from '#programmes/adobe-vip/rules/level/level-held.ts';
import { plansOf, type CustomerBook, type Plan } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { shownAnniversary } from '#programmes/adobe-vip/rules/anniversary/shown-anniversary.ts';
import {
  chosenEdition,
  type ChosenEditions,
} from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { Day } from '#core/day/day.ts';
import type { Moment } from '#core/day/local-time.ts';
import { isFine } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { loadAdobeVipWords, type VipTableWords } from '#programmes/adobe-vip/words/load.ts';
import { namesOfPeople } from '../customer/names-of-people.ts';
import { csvTable, saveTable } from '#ui/csv-table.ts';
import type { KindId } from '#data/records/found.ts';

type Under = Omit<CustomerBook, 'customer'>;

/** What the file takes from beside the rows. */
export type AroundCustomers = {
  readonly under: (customer: string) => Under;
  /** The name of a person. */
  readonly who: (person: string) => string;
  readonly editions: ChosenEditions | undefined;
  readonly today: Day;
  /** The moment of that day, where it is known. */
  readonly now?: number;
};

const momentOf = ({ today, now }: AroundCustomers): Day | Moment =>
  now === undefined ? today : { today, now };

const sum = (plans: readonly Plan[], what: 'owned' | 'assigned'): number =>
  plans.reduce((all, plan) => all + plan[what], 0);

/**
 * '' if the assigned count of some product is unknown: the sum of the others would look like the
 * total.
 */
const assignedOf = (plans: readonly Plan[]): string =>
  plans.some(({ assignedUnknown }) => assignedUnknown) ? '' : `${sum(plans, 'assigned')}`;

/**
 * As the console says it, else what is held for the next order (`levelHeld`), as its sheet has it;
 * '' where none is.
 */
const levelOfRow = (
  { customer }: CustomerRow,
  under: Under,
  { editions, today }: AroundCustomers,
): string => {
  const { level, programme, editions: own } = customer.data;
  const edition = chosenEdition(levelEditions, programme, own, editions);
  const held = level || levelHeld({ customer, ...under }, today, edition, today);
  return held === 'none' ? '' : held;
};

/** A customer with what the file says of it. */
type Line = {
  readonly row: CustomerRow;
  readonly data: CustomerRow['customer']['data'];
  readonly under: Under;
  readonly plans: readonly Plan[];
};

/** Each is made when it is written: the plans of thousands would hold the page. */
function* linesOf(rows: readonly CustomerRow[], given: AroundCustomers): Generator<Line> {
  for (const row of rows) {
    const { customer } = row;
    const under = given.under(customer.id);
    const plans = plansOf({ customer, ...under }, momentOf(given));
    yield { row, data: customer.data, under, plans };
  }
}

/** The customers as a csv file (X17), one to a line. */
export const customerTable = (
  rows: readonly CustomerRow[],
  given: AroundCustomers,
  words: VipTableWords['customers'],
  { vip, language }: Pick<Texts, 'vip' | 'language'>,
): Promise<string> => {
  const { heads } = words;
  return csvTable<Line>(
    [
      [heads.name, ({ data }) => data.name],
      [heads.vipId, ({ data }) => data.vipId],
      [heads.programme, ({ data }) => vip.programmes[data.programme]],
      [heads.segment, ({ data }) => data.segment && vip.segments[data.segment]],
      [heads.state, ({ row }) => vip.groups[row.state]],
      [
        heads.anniversary,
        ({ row, under }) => shownAnniversary(row.customer, given.today, under.orders),
      ],
      [heads.level, ({ row, under }) => levelOfRow(row, under, given)],
      [heads.owned, ({ plans }) => sum(plans, 'owned')],
      [heads.assigned, ({ plans }) => assignedOf(plans)],
      [heads.owner, ({ data }) => given.who(data.owner)],
    ],
    linesOf(rows, given),
    language,
  );
};

/** Everything that is under the customers, read once. */
const readUnder = async (records: Pick<Records, 'find'>): Promise<AroundCustomers['under']> => {
  const read = async <Id extends KindId>(kind: Id) =>
    Map.groupBy(
      (await records.find({ kind })).filter((record) => isFine<Id>(record)),
      ({ parent }) => parent,
    );
  const [authorizations, orders, returns] = await Promise.all([
    read('purchase-authorization'),
    read('vip-order'),
    read('return-authorization'),
  ]);
  return (id) => ({
    authorizations: authorizations.get(id) ?? [],
    orders: orders.get(id) ?? [],
    returns: returns.get(id) ?? [],
  });
};

/** Hands the list of customers to the device as a file of the day. */
export const saveCustomers = async (
  app: Pick<App, 'records' | 'today' | 'hour' | 'workspace'>,
  rows: readonly CustomerRow[],
  text: Texts,
): Promise<void> => {
  const [{ customers: words }, under, who] = await Promise.all([
    loadAdobeVipWords(text.language, 'vipTables'),
    readUnder(app.records),
    namesOfPeople(app.records),
  ]);
  const given = {
    under,
    who,
    editions: app.workspace?.data.editions,
    today: app.today,
    now: app.hour.now,
  };
  saveTable(words.file, app.today, await customerTable(rows, given, words, text));
};
