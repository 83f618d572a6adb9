import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { longTexts, whyTooLong } from '#core/text/long-texts.ts';
import { visibleText } from '#core/text/visible-text.ts';
import { holdersOf, personOf } from './holders-once.ts';
import type { VipCustomer, VipCustomerData, VipHolder } from '../customer/vip-customer.ts';
import type { VipResult } from '../vip-problem.ts';

/**
 * The entry of someone added to a list: another person, with a number, if the name is there already
 * or is the id of someone renamed since.
 */
const newEntry = (
  holders: VipCustomerData['holders'],
  { plan, name }: Pick<VipHolder, 'plan' | 'name'>,
): string => {
  const entry = personOf({ plan, name });
  const isTaken =
    Object.hasOwn(holders, entry) ||
    holdersOf(holders, plan).some((holder) => personOf(holder) === entry);
  if (!isTaken) return entry;
  let number = 2;
  while (`#${number}|${entry}` in holders) number += 1;
  return `#${number}|${entry}`;
};

/**
 * Adds all those of a pasted list who hold a licence of a product, each name once and none that is
 * on the list already; refused where none is new. Pasted on two devices the list is one.
 */
export const sayHolders = (
  customer: VipCustomer,
  names: readonly string[],
  { group, plan }: Pick<VipHolder, 'group' | 'plan'>,
  { now: at }: Pick<Doing, 'now'>,
): VipResult<Draft<VipCustomerData>> => {
  const { holders } = customer.data;
  const entryOf = (name: string): string => personOf({ plan, name });
  const fresh = new Map(names.map((name) => [entryOf(name), visibleText(name)]));
  fresh.delete(entryOf(''));
  for (const { name, account = name } of holdersOf(holders, plan))
    for (const known of [name, account]) fresh.delete(entryOf(known));
  if (fresh.size === 0) return refuse('name-needed', 'name');
  const [long] = [
    ...[...fresh.values()].map((name) => ({ name })),
    { group: visibleText(group) },
  ].flatMap(longTexts);
  if (long !== undefined) return { ok: false, problem: long };
  const added = [...fresh.values()].map((name) => {
    const holder = { name, group: visibleText(group), plan, at };
    return [newEntry(holders, holder), holder] as const;
  });
  return ok({
    ...customer,
    data: { ...customer.data, holders: { ...holders, ...Object.fromEntries(added) } },
  });
};

/**
 * Adds a holder of a product's licence; the same name as one on the list means another person.
 */
export const sayNewHolder = (
  customer: VipCustomer,
  holder: Pick<VipHolder, 'name' | 'group' | 'plan'>,
  { now: at }: Pick<Doing, 'now'>,
): VipResult<Draft<VipCustomerData>> =>
  sayHolder(customer, newEntry(customer.data.holders, holder), { ...holder, at });

/**
 * Adds someone who holds a licence of a product, or changes the name; an empty name takes the
 * person off the list.
 */
export const sayHolder = (
  customer: VipCustomer,
  id: string,
  holder: VipHolder,
): VipResult<Draft<VipCustomerData>> => {
  const { holders } = customer.data;
  const { [id]: known } = holders;
  const name = visibleText(holder.name);
  if (name === '' && known === undefined) return refuse('name-needed', 'name');
  const long = whyTooLong({ name, group: visibleText(holder.group) });
  if (long !== undefined) return long;
  const at = known?.at ?? holder.at;
  const entry = {
    ...known,
    name,
    group: visibleText(holder.group),
    plan: holder.plan,
    ...(at && { at }),
  };
  const next = name === '' ? without(holders, { id, ...known! }) : { ...holders, [id]: entry };
  return ok({ ...customer, data: { ...customer.data, holders: next } });
};

/** A list without all entries that mean someone. */
const without = (
  holders: VipCustomerData['holders'],
  gone: VipHolder & { readonly id: string },
): VipCustomerData['holders'] =>
  Object.fromEntries(
    Object.entries(holders).filter(
      ([id, holder]) => personOf({ id, ...holder }) !== personOf(gone),
    ),
  );
