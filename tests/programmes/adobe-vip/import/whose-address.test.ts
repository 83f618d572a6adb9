import { describe, expect, test } from 'vitest';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { csvOf, rowsOf, shelfOf, VipWorld } from '#tests/factories/vip-lists.ts';

const VIP = '5A20C8F190D73B627E4D';
const OTHER = '9C1A77D3E0B24F5A8C11';
const TODAY = '2026-11-20';
const readAs = async (...lines: readonly string[]) => {
  const [sheet] = (await shelfOf(csvOf(...lines))).content().sheets;
  const means = sheet?.columns.map(({ field }) => field).join(';');
  return [sheet?.kind, sheet?.needsMapping, means];
};

describe('C7: people in rows of a customer are no customers', () => {
  test.each([
    [
      'VIP-ID;Namn;E-post;Produkt',
      'vipId;personName;email;product',
      `${VIP};Ada Lind;ada@a.example;Photoshop`,
      `${VIP};Bo Ek;bo@a.example;Photoshop`,
    ],
    [
      'Name;Email;Product;VIP Number',
      'personName;email;product;vipId',
      `Ada Lind;ada@a.example;Photoshop;${VIP}`,
      `Bo Ek;bo@a.example;Photoshop;${VIP}`,
    ],
    [
      'Kund;VIP-ID;Användare;E-post;Produkt;Licenser',
      'memberName;vipId;personName;email;product;',
      `Nordby;${VIP};Ada Lind;ada@a.example;Photoshop;1`,
      `Linden;${OTHER};Bo Ek;bo@b.example;Photoshop;1`,
    ],
  ])(
    'C7: %s is a list of who holds licences, asked about first',
    async (headings, means, ...rows) => {
      expect(await readAs(headings, ...rows)).toEqual(['holders', true, means]);
    },
  );

  test.each([
    [
      'VIP ID;Customer;Email;Product;Licenses',
      `${VIP};Nordby;admin@a.example;Photoshop;45`,
      `${VIP};Nordby;admin@a.example;Acrobat;5`,
    ],
    [
      'VIP ID;Customer;Users;Email;Product;Licenses',
      `${VIP};Nordby;40;admin@a.example;Photoshop;45`,
      `${OTHER};Linden;5;admin@b.example;Acrobat;5`,
    ],
    [
      'VIP ID;Customer;First name;Email;Anniversary date',
      `${VIP};Nordby;Ada;admin@a.example;2027-01-10`,
      `${OTHER};Linden;Bo;admin@b.example;2027-02-10`,
    ],
  ])('C13: %s is a list of customers', async (headings, ...rows) => {
    expect(await readAs(headings, ...rows)).toEqual(['customers', false, expect.any(String)]);
  });

  test('C13: several addresses of one customer are asked about', async () => {
    const rows = [`${VIP};Ada Lind;ada@a.example`, `${VIP};Bo Ek;bo@a.example`];
    expect(await readAs('VIP-ID;Namn;E-post', ...rows)).toEqual([
      'customers',
      true,
      expect.any(String),
    ]);
  });
});

test('C7: whoever a list says is gone holds nothing by it, and a state that nobody knows is told', async () => {
  const rows = await rowsOf(
    csvOf(
      'Email;First Name;Last Name;Product Configurations;Identity Type;Status',
      'ada@a.example;Ada;Lind;Foto;Federated ID;Removed',
      'bo@a.example;Bo;Ek;Foto;Federated ID;Active',
      'cy@a.example;Cy;Ek;Foto;Federated ID;Invited',
      'di@a.example;Di;Ek;Foto;Federated ID;',
    ),
  );
  expect(rows).toMatchObject([
    { outcome: 'unreadable', reason: 'holder-gone' },
    { is: 'holder', notes: [] },
    { is: 'holder', notes: [{ code: 'word-not-known' }] },
    { is: 'holder', notes: [] },
  ]);
});

describe('C13: an address beside the seller is the seller’s', () => {
  test.each([
    ['Kund;VIP-ID;Årsdag;Kundansvarig;E-post', 'name;vipId;anniversary;;'],
    ['Customer;VIP ID;Anniversary date;Account manager;Email', 'name;vipId;anniversary;;'],
    ['Kunde;VIP-ID;Verkäufer;E-Mail', 'name;vipId;;'],
    ['Kund;VIP-ID;Kundansvarig;Kontakt;E-post', 'name;vipId;;adminName;adminEmail'],
    ['Kund;VIP-ID;E-post;Kundansvarig', 'name;vipId;adminEmail;'],
    ['Kund;VIP-ID;Kundansvarig;Administratörens e-post', 'name;vipId;;adminEmail'],
  ])('C13: %s', async (headings, means) => {
    const cells = headings.split(';').map((heading) => {
      if (heading.startsWith('VIP')) return VIP;
      return /rsdag|date/.test(heading)
        ? '2027-01-10'
        : /mail|post/.test(heading)
          ? 'a@b.example'
          : 'Vera';
    });
    expect((await readAs(headings, cells.join(';'))).at(-1)).toBe(means);
  });
});

describe('C13: one row tells a customer', () => {
  test('C13: a word that says nothing is no administrator', async () => {
    const list = await rowsOf(csvOf('VIP ID;Kund;Administratör', `${VIP};Linden;okänd`));
    expect(list).toMatchObject([{ is: 'customer', adminName: '' }]);
  });

  const HEADING = 'VIP ID;Customer;Anniversary Date;Contact email';

  test('C13: what a later row says otherwise is told, and is no copy of the first', async () => {
    const world = new VipWorld(TODAY, [customerWith({ anniversary: '' })]);
    const list = await rowsOf(
      csvOf(
        HEADING,
        `${VIP};Linden;2027-01-10;a@a.example`,
        `${VIP};Linden;2027-01-10;b@a.example`,
        `${VIP};Linden;2027-01-10;a@a.example`,
      ),
    );
    const rows = world
      .bring(list)
      .rows.map(({ outcome, why }) => [why?.code ?? outcome, why?.params]);
    expect(rows).toEqual([
      ['changed', undefined],
      ['customer-twice', { row: 2 }],
      ['duplicate-of-row', { row: 2, sheet: '' }],
    ]);
    expect(world.of<VipCustomer>('vip-customer')[0]!.data.adminEmail).toBe('a@a.example');
  });

  test('C7: a row that counts another product and says another address keeps the count, and tells of the address', async () => {
    const world = new VipWorld(TODAY);
    const list = await rowsOf(
      csvOf(
        'VIP ID;Customer;Contact email;Product;Licenses',
        `${VIP};Linden;a@a.example;Foto;4`,
        `${VIP};Linden;b@a.example;Vektor;2`,
      ),
    );
    const [, second] = world.bring(list).rows;
    expect(second?.notes).toContainEqual({
      code: 'said-otherwise',
      params: { field: 'adminEmail', row: 2 },
    });
    expect(Object.keys(world.of<VipCustomer>('vip-customer')[0]!.data.plans)).toHaveLength(2);
  });
});
