import { describe, expect, test } from 'vitest';
import { holdersOf } from '#programmes/adobe-vip/rules/plan/holders-once.ts';
import { sayHolders } from '#programmes/adobe-vip/rules/plan/licence-holders.ts';
import {
  listedHolders,
  type ListedPerson,
} from '#programmes/adobe-vip/rules/plan/listed-holders.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { doingOn } from '#tests/factories/doing.ts';

const PLAN = 'foto|team';
const ada = { account: 'ada.ek@nordby.example', name: 'Ada Ek', group: '' };
const byHand = (...names: readonly string[]): VipCustomerData['holders'] => {
  const said = sayHolders(customerWith(), names, { group: '', plan: PLAN }, doingOn());
  if (!said.ok) throw new Error(said.problem.code);
  return said.value.data.holders;
};
/** The list once people of a list were laid down, as who they are and what they are known by. */
const after = (
  holders: VipCustomerData['holders'],
  people: readonly ListedPerson[],
): VipCustomerData['holders'] => {
  const listed = listedHolders(holders);
  for (const person of people) listed.lay(listed.said(PLAN, person, { at: 5 }));
  return listed.all();
};
const shown = (holders: VipCustomerData['holders']): string[] =>
  holdersOf(holders, PLAN).map(({ name, account = '-' }) => `${name} ${account}`);

describe('C7: whom a list means among those who hold a licence', () => {
  test('C7: someone new is there once, and the same list again is the same', () => {
    const once = after({}, [ada]);
    expect(shown(once)).toEqual(['Ada Ek ada.ek@nordby.example']);
    expect(after(once, [{ ...ada, account: 'ADA.EK@nordby.example' }])).toEqual(once);
  });

  test.each([['Ada Ek'], ['ada ek'], ['ada.ek@nordby.example']])(
    'C7: whoever was written down by hand as %s gets the account and is not doubled',
    (name) => {
      const holders = byHand(name);
      const now = after(holders, [ada]);
      expect(Object.keys(now)).toEqual(Object.keys(holders));
      expect(Object.values(now)[0]).toMatchObject({ account: ada.account });
      expect(after(now, [ada])).toEqual(now);
    },
  );

  test('C7: two people with one name and two accounts are two, one of them the one who was there', () => {
    const other = { ...ada, account: 'ada.ek2@nordby.example' };
    const now = after(byHand('Ada Ek'), [ada, other]);
    expect(shown(now)).toEqual(['Ada Ek ada.ek@nordby.example', 'Ada Ek ada.ek2@nordby.example']);
    expect(after(now, [other, ada])).toEqual(now);
  });

  test('C7: a name without an account is whoever has that name; a list that names the account names nobody new', () => {
    const now = after({}, [ada]);
    expect(after(now, [{ account: '', name: 'Ada Ek', group: '' }])).toEqual(now);
  });

  test('C7: Adobe says what an account is called; a department by hand stays', () => {
    const nameless = after({}, [{ ...ada, name: '' }]);
    expect(shown(nameless)).toEqual(['ada.ek@nordby.example ada.ek@nordby.example']);
    const now = after(nameless, [{ ...ada, group: 'Ekonomi' }]);
    expect(Object.values(now)).toMatchObject([{ name: 'Ada Ek', group: 'Ekonomi' }]);
    expect(Object.values(after(now, [{ ...ada, group: 'Skolan' }]))).toMatchObject([
      { group: 'Ekonomi' },
    ]);
  });

  test('C7: two devices that read one list mean one person, whoever wrote her down before', () => {
    const [mine, theirs] = [after({}, [ada]), after(byHand('Ada Ek'), [ada])];
    expect(holdersOf({ ...mine, ...theirs }, PLAN)).toHaveLength(1);
  });

  test('C7: a name or an address that is pasted adds nobody whom a list brought', () => {
    const customer = customerWith({ holders: after({}, [ada]) });
    const said = sayHolders(
      customer,
      ['Ada Ek', ada.account],
      { group: '', plan: PLAN },
      doingOn(),
    );
    expect(said).toMatchObject({ ok: false, problem: { code: 'name-needed' } });
  });
});
