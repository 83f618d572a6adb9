import { describe, expect, test } from 'vitest';
import { NO_CHOICE } from '#core/import/choice.ts';
import { shownOutcome } from '#core/import/shown-outcome.ts';
import { planVip } from '#programmes/adobe-vip/import/plan/plan.ts';
import { holdersOf } from '#programmes/adobe-vip/rules/plan/holders-once.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { sayHolder, sayHolders } from '#programmes/adobe-vip/rules/plan/licence-holders.ts';
import { sayPlan } from '#programmes/adobe-vip/rules/plan/say-plan.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const CONSOLE = 'Identity Type;Email;First Name;Last Name;Product Configurations;User Groups';
const FOTO = 'Default Foto – 100 GB configuration';
/** The Admin Console's list of all users, and one of those who have a product. */
const users = (...rows: readonly string[]) =>
  rowsOf(csvOf(CONSOLE, ...rows.map((row) => `Business ID;${row}`)));
const ofProduct = (...rows: readonly string[]) =>
  rowsOf(csvOf('Product;Product profile;Email', ...rows));
const ada = (products: string) => `ada.ek@nordby.example;Ada;Ek;"${products}";Ekonomi`;
const cia = (products: string) => `cia.berg@nordby.example;Cia;Berg;"${products}";`;
const bo = (products: string) => `bo.alm@nordby.example;Bo;Alm;"${products}";`;

const plan = (product: string, owned: number, assigned?: number) => ({
  product,
  licenceType: 'team' as const,
  sku: '',
  owned,
  ...(assigned === undefined ? {} : { assigned, assignedAt: 1 }),
  on: '2026-10-01',
  at: 1,
});
const nordby = (given: Partial<VipCustomerData> = {}, id = 'nordby'): VipCustomer =>
  customerWith(
    {
      name: 'Nordby kommun',
      plans: { 'foto|team': plan('Foto', 5), 'vektor|team': plan('Vektor', 2) },
      ...given,
    },
    [],
    id,
  );
const vastby = (given: Partial<VipCustomerData> = {}) =>
  nordby({ name: 'Västby skola', vipId: '6B20C8F190D73B627E4D', ...given }, 'vastby');
const worldOf = (...customers: readonly VipCustomer[]) => new VipWorld('2026-11-20', customers);
const held = (world: VipWorld, id = 'nordby'): string[] =>
  holdersOf((world.records.get(id) as VipCustomer).data.holders)
    .map(({ name, plan }) => `${name} ${plan}`)
    .sort();
const counted = (world: VipWorld, id = 'nordby'): string[] =>
  plansOf(
    {
      customer: world.records.get(id) as VipCustomer,
      authorizations: [],
      orders: [],
      returns: [],
    },
    world.today,
  ).map(({ product, owned, assigned }) => `${product} ${owned} ${assigned}`);
const ends = ({ rows }: ReturnType<VipWorld['plan']>) =>
  rows.map(({ outcome, why, changes, notes }) =>
    [
      why?.code ?? outcome,
      ...changes.map(({ field, from, to }) => `${field} ${from}>${to}`),
      ...notes.map(({ code }) => code),
    ].join(' '),
  );

describe('C7: who holds the licences, from a list of the Admin Console', () => {
  test('C7: each product of each user is laid down and counted, and the same list again changes nothing', async () => {
    const world = worldOf(nordby());
    const list = await users(
      ada(`${FOTO},Default Vektor`),
      bo(FOTO),
      'cia.berg@nordby.example;Cia;Berg;;',
    );
    expect(ends(world.bring(list))).toEqual([
      'changed holder >Foto holder >Vektor used >2 used >1',
      'changed holder >Foto',
      'has-no-product',
    ]);
    expect(held(world)).toEqual(['Ada Ek foto|team', 'Ada Ek vektor|team', 'Bo Alm foto|team']);
    expect(counted(world)).toEqual(['Foto 5 2', 'Vektor 2 1']);
    const before = JSON.stringify(world.of('vip-customer'));
    expect(world.plan(list).above).toEqual([]);
    expect(
      ends(world.bring(list))
        .slice(0, 2)
        .every((end) => end.startsWith('same')),
    ).toBe(true);
    // Written anew by the console, with other bytes.
    const newer = await users(bo(FOTO), ada(`Default Vektor;${FOTO}`));
    expect(world.plan(newer).above).toEqual([]);
    expect(JSON.stringify(world.of('vip-customer'))).toBe(before);
  });

  test('C7: a user without a product is no part of a new customer either', async () => {
    const world = worldOf();
    const heading = 'Customer Name;VIP ID;Product;Licence Type;Licenses;Used';
    const customer = await rowsOf(
      csvOf(heading, 'Nordby kommun;909AFE23D7E610B96384;Foto;Team;9;'),
    );
    const list = await users(ada('Default Foto'), cia(''));
    const { rows, counts } = world.plan([...customer, ...list]);
    expect(rows.map((row) => shownOutcome(row))).toEqual(['new', 'new', 'left-out']);
    expect(rows.at(-1)?.parent).toBe('');
    expect(counts).toMatchObject({ new: 2, same: 0, unreadable: 1 });
  });

  test('C7: what the customer does not own, or may be several products, is said and lost by no row', async () => {
    const world = worldOf(
      nordby({
        plans: {
          'foto|team': plan('Foto', 5),
          'foto|enterprise': { ...plan('Foto', 5), licenceType: 'enterprise' },
          'vektor|team': plan('Vektor', 2),
        },
      }),
    );
    const list = await users(ada('Default Ljud'), bo('Default Vektor,Default Ljud,Foto'));
    const planned = world.plan(list);
    expect(ends(planned)).toEqual([
      'product-not-owned',
      'changed holder >Vektor used >1 also-not-owned also-of-several-plans',
    ]);
    expect(planned.rows[0]?.why?.params).toEqual({ product: 'Default Ljud' });
    expect(ends(world.plan(await users(bo('Foto'))))).toEqual(['product-of-several-plans']);
  });

  test('C7: the same person and product twice in a file is one', async () => {
    const world = worldOf(nordby());
    const list = await ofProduct(
      'Foto;Default Foto;ada.ek@nordby.example',
      'Foto;Skolan;ADA.EK@nordby.example',
    );
    expect(ends(world.bring(list))).toEqual(['changed holder >Foto used >1', 'duplicate-of-row']);
  });

  test('C7: the whole list says how many there are, and whoever it no longer names stays and is counted in words', async () => {
    const world = worldOf(nordby({ plans: { 'foto|team': plan('Foto', 9, 7) } }));
    world.bring(await users(ada(FOTO), bo(FOTO)));
    expect(counted(world)).toEqual(['Foto 9 2']);
    const later = await users(bo(FOTO));
    expect(ends(world.bring(later))).toEqual(['changed used 2>1 not-in-list']);
    expect([held(world).length, counted(world)]).toEqual([2, ['Foto 9 1']]);
    // A file that was read before is no news; in a newer one she counts again.
    world.bring(await users(ada(FOTO), bo(FOTO)));
    expect(counted(world)).toEqual(['Foto 9 1']);
    world.bring(await users(bo(FOTO), ada(FOTO)));
    expect(counted(world)).toEqual(['Foto 9 2']);
  });

  test('C7: whoever is no longer in the whole list is offered for removal, and only who is chosen goes', async () => {
    const world = worldOf(nordby({ plans: { 'foto|team': plan('Foto', 9, 7) } }));
    world.bring(await users(ada(FOTO), bo(FOTO), cia(FOTO)));
    const later = await users(bo(FOTO));
    const offered = world.plan(later);
    expect(offered.notListed).toMatchObject([
      { name: 'Ada Ek', account: 'ada.ek@nordby.example', product: 'Foto', isTakenOff: false },
      { name: 'Cia Berg', isTakenOff: false },
    ]);
    const [first] = offered.notListed;
    const choice = { ...NO_CHOICE, takenOff: [first!.id] };
    expect(world.plan(later, undefined, choice).notListed).toMatchObject([
      { isTakenOff: true },
      { isTakenOff: false },
    ]);
    expect(ends(world.bring(later, choice))).toEqual([
      'changed used 3>1 takenOff >Ada Ek not-in-list',
    ]);
    expect(held(world)).toEqual(['Bo Alm foto|team', 'Cia Berg foto|team']);
    // The same file again, with the same choice, changes nothing; a newer list brings her back.
    expect(world.plan(later, undefined, choice).above).toEqual([]);
    expect(ends(world.bring(await users(bo(FOTO), ada(FOTO))))[1]).toContain('holder >Foto');
    expect(held(world)).toContain('Ada Ek foto|team');
  });

  test('C7: whoever was taken off with a newer list stays off when an old file comes again', async () => {
    const world = worldOf(nordby({ plans: { 'foto|team': plan('Foto', 9, 7) } }));
    const old = await users(ada(FOTO), bo(FOTO));
    world.bring(old);
    const newer = await users(bo(FOTO));
    const [gone] = world.plan(newer).notListed;
    world.bring(newer, { ...NO_CHOICE, takenOff: [gone!.id] });
    expect(held(world)).toEqual(['Bo Alm foto|team']);
    expect(world.plan(old).above).toEqual([]);
    expect(ends(world.bring(old))[0]).toBe('same corrected-here');
    expect(held(world)).toEqual(['Bo Alm foto|team']);
  });

  test('C7: nobody is offered whose product in the list may be any, or from a list of some', async () => {
    const world = worldOf(nordby({ plans: { 'foto|team': plan('Foto', 9, 7) } }));
    world.bring(await users(ada(FOTO), bo(FOTO)));
    expect(world.plan(await users(bo(FOTO), ada('Default Ljud'))).notListed).toEqual([]);
    const some = await ofProduct('Foto;Default Foto;bo.alm@nordby.example');
    const part = world.plan(some);
    expect(part.notListed).toEqual([]);
    expect(ends(part)[0]).toContain('not-in-part');
    const [gone] = world.plan(await users(bo(FOTO))).notListed;
    expect(gone?.name).toBe('Ada Ek');
    expect(world.plan(some, undefined, { ...NO_CHOICE, takenOff: [gone!.id] }).above).toEqual([]);
  });

  const three = async () => {
    const world = worldOf(nordby({ plans: { 'foto|team': plan('Foto', 9, 7) } }));
    world.bring(await users(ada(FOTO), bo(FOTO), cia(FOTO)));
    return world;
  };

  test('C7: of a list beside something that is not read nobody is absent, and nobody counts less', async () => {
    const world = await three();
    const list = await users(bo(FOTO));
    const part = world.plan(list, undefined, undefined, { isPart: true });
    expect(part.notListed.map(({ name, kept }) => `${name} ${kept}`)).toEqual([
      'Ada Ek not-in-unread',
      'Cia Berg not-in-unread',
    ]);
    expect(ends(part)).toEqual(['same not-in-unread']);
    const takenOff = world.plan(list).notListed.map(({ id }) => id);
    const chosen = world.plan(list, undefined, { ...NO_CHOICE, takenOff }, { isPart: true });
    expect(chosen.above).toEqual([]);
  });

  test('C7: of a list with a row that names nobody nobody is absent, since it stands for one of them', async () => {
    const world = await three();
    const list = world.plan(await users(bo(FOTO), `;;;"${FOTO}";`));
    expect(list.notListed.map(({ kept }) => kept)).toEqual(['not-in-unnamed', 'not-in-unnamed']);
    expect(ends(list)).toEqual(['same not-in-unnamed', 'nobody-listed']);
  });

  test('C7: whoever came after a list was written is not absent from it, and counts', async () => {
    const world = await three();
    const at = (moment: number) => ({
      files: [{ name: 'l.csv', file: 'f', sheets: [{ name: '', own: '' }], writtenAt: moment }],
    });
    const customer = world.records.get('nordby') as VipCustomer;
    const holders = Object.fromEntries(
      Object.entries(customer.data.holders).map(([id, holder]) => [
        id,
        { ...holder, at: holder.name === 'Ada Ek' ? 5_000 : 1_000 },
      ]),
    );
    const data: VipCustomerData = { ...customer.data, holders };
    world.records.set('nordby', { ...customer, data });
    const list = await users(bo(FOTO));
    const older = world.plan(list, undefined, undefined, at(3_000));
    expect(older.notListed.map(({ name, kept }) => `${name} ${kept ?? 'offered'}`)).toEqual([
      'Ada Ek not-in-older',
      'Cia Berg offered',
    ]);
    expect(ends(older)).toEqual(['changed used 3>2 not-in-older not-in-list']);
    const newer = world.plan(list, undefined, undefined, at(9_000));
    expect(newer.notListed.every(({ kept }) => kept === undefined)).toBe(true);
  });

  test('C7: of two lists read one after the other, who is gone from the newer is absent and counts no more', async () => {
    const world = worldOf(nordby({ plans: { 'foto|team': plan('Foto', 9) } }));
    const now = doingOn().now;
    const at = (moment: number) => ({
      files: [{ name: 'l.csv', file: 'f', sheets: [{ name: '', own: '' }], writtenAt: moment }],
    });
    world.bring(await users(ada(FOTO), bo(FOTO), cia(FOTO)), undefined, at(now - 9_000));
    expect(counted(world)).toEqual(['Foto 9 3']);
    // Written before the first was read, and after that was written.
    const newer = world.plan(await users(bo(FOTO)), undefined, undefined, at(now - 3_000));
    expect(newer.notListed.map(({ name, kept }) => `${name} ${kept ?? 'offered'}`)).toEqual([
      'Ada Ek offered',
      'Cia Berg offered',
    ]);
    expect(ends(newer)).toEqual(['changed used 3>1 not-in-list']);
    const older = world.plan(await users(bo(FOTO)), undefined, undefined, at(now - 12_000));
    expect(older.notListed.map(({ kept }) => kept)).toEqual(['not-in-older', 'not-in-older']);
    world.bring(await users(bo(FOTO)), undefined, at(now - 3_000));
    expect(counted(world)).toEqual(['Foto 9 1']);
    expect(held(world)).toHaveLength(3);
  });

  test('C7: a list that says nothing of when it was written counts from when it was read', async () => {
    const world = await three();
    const { now } = doingOn();
    const files = [
      { name: 'l.csv', file: 'f', sheets: [{ name: '', own: '' }], writtenAt: now - 1 },
    ];
    const { notListed } = world.plan(await users(bo(FOTO)), undefined, undefined, { files });
    expect(notListed.map(({ kept }) => kept)).toEqual(['not-in-older', 'not-in-older']);
  });

  test('C7: a list of some of the users never makes it fewer', async () => {
    const world = worldOf(nordby({ plans: { 'foto|team': plan('Foto', 9, 7) } }));
    world.bring(await ofProduct('Foto;Default Foto;ada.ek@nordby.example'));
    expect([held(world), counted(world)]).toEqual([
      ['ada.ek@nordby.example foto|team'],
      ['Foto 9 7'],
    ]);
  });

  test('C7: whoever was taken off by hand since stays off when an old list comes again', async () => {
    const world = worldOf(nordby());
    const list = await users(ada(FOTO), bo(FOTO));
    world.bring(list);
    const customer = world.records.get('nordby') as VipCustomer;
    const [someone] = holdersOf(customer.data.holders);
    const off = sayHolder(customer, someone!.id, { ...someone!, name: '' });
    world.correct('nordby', off.ok ? off.value.data : {});
    expect(held(world)).toEqual(['Bo Alm foto|team']);
    expect(ends(world.bring(list))[0]).toBe('same corrected-here');
    expect(held(world)).toEqual(['Bo Alm foto|team']);
  });

  test('C7: names by hand are found, and a count by hand after the list holds until a newer one', async () => {
    const named = sayHolders(nordby(), ['Ada Ek'], { group: '', plan: 'foto|team' }, doingOn());
    const world = worldOf({ ...nordby(), data: named.ok ? named.value.data : nordby().data });
    const list = await users(ada(FOTO), bo(FOTO));
    expect(ends(world.bring(list))).toEqual([
      'changed account >ada.ek@nordby.example department >Ekonomi used 1>2',
      'changed holder >Foto',
    ]);
    const doing = doingOn('2026-12-01');
    const said = sayPlan(
      world.records.get('nordby') as VipCustomer,
      { product: 'Foto', licenceType: 'team', assigned: 4 },
      { ...doing, now: Date.UTC(2027, 0, 1) },
    );
    world.correct('nordby', said.ok ? said.value.data : {});
    expect(counted(world)).toContain('Foto 5 4');
    world.bring(list);
    expect(counted(world)).toContain('Foto 5 4');
  });
});

describe('C7: whose a list of the Admin Console is', () => {
  const list = () => users(ada(FOTO), bo(FOTO));

  test('C7: with one customer nothing is asked, and without one the rows say so', async () => {
    expect(worldOf(nordby()).plan(await list()).asksOwner).toEqual([]);
    expect(ends(worldOf().plan(await list()))).toEqual(['customer-not-here', 'customer-not-here']);
    const gone = { ...vastby(), trashedOn: '2026-11-01' };
    expect(worldOf(nordby(), gone).plan(await list()).asksOwner).toEqual([]);
  });

  test('C7: with several it is asked, and nothing is written before', async () => {
    const world = worldOf(nordby(), vastby());
    const asked = world.plan(await list());
    expect(asked.asksOwner[0]).toMatchObject({ suggested: undefined, all: [{}, {}] });
    expect(ends(asked)).toEqual(['which-customer', 'which-customer']);
    const choice = { ...NO_CHOICE, destination: { id: 'vastby' } };
    world.bring(await list(), choice);
    expect([held(world).length, held(world, 'vastby').length]).toEqual([0, 2]);
    // Once they are known, the list speaks for itself.
    expect(world.plan(await list())).toMatchObject({
      asksOwner: [{ suggested: { id: 'vastby' } }],
      above: [],
    });
  });

  test('C7: whoever has no address tells the customer once they are known', async () => {
    const world = worldOf(nordby(), vastby());
    const rows = await rowsOf(
      csvOf('Username;Product Profile', 'ada.ek;Default Foto', 'bo.alm;Default Foto'),
    );
    expect(world.plan(rows).asksOwner[0]?.suggested).toBeUndefined();
    world.bring(rows, { ...NO_CHOICE, destination: { id: 'nordby' } });
    expect(world.plan(rows)).toMatchObject({
      asksOwner: [{ suggested: { id: 'nordby' } }],
      above: [],
    });
  });

  test.each([
    ['an administrator’s address', nordby({ adminEmail: 'eva@nordby.example' }), 'lista.csv'],
    ['the name in the file’s', nordby(), 'users Nordby_kommun 2026.csv'],
    ['the VIP ID in the file’s name', nordby(), 'users-5A20 C8F1 90D7 3B62 7E4D.csv'],
  ])(
    'C7: the customer is suggested by %s, and another may be chosen',
    async (_, customer, name) => {
      const world = worldOf(customer, vastby());
      const file = { name, file: 'f', rows: await list() };
      const suggested = planVip(file, world.known());
      expect(suggested.asksOwner[0]?.suggested).toEqual({ id: 'nordby', name: 'Nordby kommun' });
      expect(suggested.above.map(({ id }) => id)).toEqual(['nordby']);
      const other = planVip(file, world.known(), { ...NO_CHOICE, destination: { id: 'vastby' } });
      expect(other.above.map(({ id }) => id)).toEqual(['vastby']);
    },
  );

  test('C7: rows that name a VIP ID go to its customer, and one that is not here makes none', async () => {
    const world = worldOf(nordby(), vastby());
    const rows = await rowsOf(
      csvOf(
        'VIP ID;Email;Product Configurations',
        '5A20C8F190D73B627E4D;a@x.example;Foto',
        '6B20C8F190D73B627E4D;b@x.example;Foto',
        'FFFFC8F190D73B627E4D;c@x.example;Foto',
      ),
    );
    expect(ends(world.bring(rows))).toEqual([
      'changed holder >Foto used >1',
      'changed holder >Foto used >1',
      'customer-not-here',
    ]);
    expect([held(world), held(world, 'vastby')]).toEqual([
      ['a@x.example foto|team'],
      ['b@x.example foto|team'],
    ]);
    expect(world.of('vip-customer')).toHaveLength(2);
  });
});

describe('C7: a list of very many', () => {
  test('C7: names that have no room in a customer’s record are counted, and each row says so', async () => {
    const world = worldOf(nordby());
    const many = Array.from(
      { length: 3000 },
      (_, at) => `person${at}@nordby.example;Person;Nummer ${at};${FOTO};Skolan`,
    );
    const planned = world.bring(await users(...many));
    expect(ends(planned).slice(0, 2)).toEqual([
      'changed used >3000 holders-only-counted',
      'holders-too-many',
    ]);
    expect(planned.counts).toMatchObject({ changed: 1, unreadable: 2999 });
    expect([held(world), counted(world)[0]]).toEqual([[], 'Foto 5 3000']);
  });

  test('C7: some 1,500 names have room; of more none is added, those that were there stay, and the rows say so', async () => {
    const listOf = (count: number) =>
      users(
        ...Array.from(
          { length: count },
          (_, at) => `person${at}@nordby.example;Person;Nummer ${at};${FOTO};Skolan`,
        ),
      );
    const [most, over] = [1_500, 1_600];
    const world = worldOf(nordby());
    world.bring(await listOf(most));
    expect(held(world)).toHaveLength(most);
    const { rows } = world.bring(await listOf(over));
    expect(held(world)).toHaveLength(most);
    expect(rows.filter(({ why }) => why?.code === 'holders-too-many')).toHaveLength(over - most);
    expect(rows.flatMap(({ notes }) => notes.map(({ code }) => code))).toContain(
      'holders-only-counted',
    );
    expect(counted(world)[0]).toBe(`Foto 5 ${over}`);
  });
});
