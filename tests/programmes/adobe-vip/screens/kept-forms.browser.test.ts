import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import type { Component } from 'svelte';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ok } from '#core/result.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { App } from '#ui/app.svelte.ts';
import AuthorizeSheet from '#programmes/adobe-vip/screens/authorization/AuthorizeSheet.svelte';
import CorrectAuthorizationSheet from '#programmes/adobe-vip/screens/authorization/CorrectAuthorizationSheet.svelte';
import CorrectOrderSheet from '#programmes/adobe-vip/screens/order/CorrectOrderSheet.svelte';
import type { CustomerHere } from '#programmes/adobe-vip/screens/customer/customer-here.svelte.ts';
import EditCustomerSheet from '#programmes/adobe-vip/screens/customer/EditCustomerSheet.svelte';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import OrderSheet from '#programmes/adobe-vip/screens/order/OrderSheet.svelte';
import RenewalPane from '#programmes/adobe-vip/screens/renewal-overview/RenewalPane.svelte';
import ReturnSheet from '#programmes/adobe-vip/screens/return/ReturnSheet.svelte';
import { toasts } from '#ui/toast.svelte.ts';
import { energyCustomer, saidPlan } from '#tests/factories/vip-renewals.ts';
import { authorizationWith, customerWith, orderLine, vipOrderWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { faults } from '#tests/ui/axe.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer, showVip } from './vip-app.ts';

/** What is read from the disk takes its time on a busy machine. */
const patient = { timeout: 60_000 };
const HINT = 'Det du skrev förra gången finns kvar.';
const SKU = '65297600BA01A12';
const correct = await loadAdobeVipWords('sv', 'vipCorrect');

type Kind = {
  readonly part: Component<never>;
  readonly given: (here: CustomerHere) => Record<string, unknown>;
  /** What is pressed before the form is there. */
  readonly first?: string;
  /** Fields by their labels, with what each begins with and what is typed. */
  readonly fields: readonly (readonly [label: string, begins: string, typed: string])[];
  readonly save: string;
};
const order = (here: CustomerHere) => here.book!.orders[0]!;
const authorization = (here: CustomerHere) => here.book!.authorizations[0]!;

const KINDS: Readonly<Record<string, Kind>> = {
  'C3: a new authorization': {
    part: AuthorizeSheet as Component<never>,
    given: (here) => ({ customer: here.customer }),
    fields: [
      ['Produkt 1', '', 'Photoshop'],
      ['Kundens PO-nummer', '', '4471'],
    ],
    save: 'Skapa inköpsauktorisering',
  },
  'C4: an order that was placed': {
    part: OrderSheet as Component<never>,
    given: (here) => ({ customer: here.customer, authorization: authorization(here) }),
    first: 'Ordern är lagd',
    fields: [
      ['Ordernummer', '', '77000412'],
      ['Orderdag', '2026-11-20', '2026-11-18'],
      ['SKU, 6 × Illustrator', '65297600BA02A12', SKU],
    ],
    save: 'Spara ordern, 1 rad',
  },
  'C6: a return': {
    part: ReturnSheet as Component<never>,
    given: (here) => ({ customer: here.customer, order: order(here) }),
    fields: [
      ['Begärd hos Adobe', '2026-11-20', '2026-11-19'],
      ['Adobes nummer på returen', '', 'RMA 7'],
    ],
    save: 'Skapa begäran om 4',
  },
  'C1: a customer': {
    part: EditCustomerSheet as Component<never>,
    given: (here) => ({ customer: here.customer }),
    fields: [['Kundens namn', 'Tryckhuset Linden', 'Linden AB']],
    save: 'Spara',
  },
  'C4: an order that is put right': {
    part: CorrectOrderSheet as Component<never>,
    given: (here) => ({ order: order(here), words: correct }),
    fields: [
      ['Ordernummer', '77000398', '77000399'],
      ['Antal, Illustrator', '4', '5'],
    ],
    save: 'Spara',
  },
  'C3: an authorization that is put right': {
    part: CorrectAuthorizationSheet as Component<never>,
    given: (here) => ({ authorization: authorization(here), words: correct }),
    fields: [
      ['Kundens PO-nummer', '', '4471'],
      ['Antal, Illustrator', '6', '7'],
    ],
    save: 'Spara',
  },
};

const openWith = async (): Promise<App> => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  await addRecords(app, [
    customerWith({ plans: saidPlan('Illustrator', 12, 0) }),
    authorizationWith({
      createdOn: '2026-11-10',
      lines: { a: { product: 'Illustrator', quantity: 6, sku: SKU } },
    }),
    vipOrderWith({ orderNumber: '77000398', orderDate: '2026-11-18', lines: { a: orderLine(4) } }),
  ]);
  return app;
};
const show = async (
  app: App,
  { part, given, first }: Kind,
): Promise<{ dialog: HTMLElement; done: string[] }> => {
  const done: string[] = [];
  const away = () => void done.push('away');
  showUnderCustomer(
    app,
    part,
    (here) => ({ ...given(here), onclose: away, ondone: away }) as never,
  );
  const dialog = await screen.findByRole('dialog', {}, patient);
  if (first !== undefined)
    await userEvent.click(within(dialog).getByRole('button', { name: first }));
  return { dialog, done };
};
const drafts = (): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith('volym-draft'));
const field = (label: string): HTMLInputElement => screen.getByLabelText(label, { exact: true });
const values = ({ fields }: Kind): string[] => fields.map(([label]) => field(label).value);
const fill = async ({ fields }: Kind): Promise<void> => {
  for (const [label, , value] of fields) {
    await fireEvent.input(field(label), { target: { value } });
    await fireEvent.change(field(label));
  }
};
const begun = ({ fields }: Kind): string[] => fields.map(([, begins]) => begins);
const typed = ({ fields }: Kind): string[] => fields.map(([, , value]) => value);

describe.each(Object.entries(KINDS))('%s', (name, kind) => {
  test(`${name}: what was typed is there again, and after starting over it is not`, async () => {
    const app = await openWith();
    await show(app, kind);
    expect(values(kind)).toEqual(begun(kind));
    expect(screen.queryByText(HINT)).toBeNull();
    await fill(kind);
    expect(values(kind)).toEqual(typed(kind));
    cleanup();
    const { dialog } = await show(app, kind);
    await screen.findByText(HINT, { exact: false }, patient);
    expect(values(kind)).toEqual(typed(kind));
    expect(await faults()).toEqual([]);
    const startOver = async () =>
      userEvent.click(await screen.findByRole('button', { name: 'Börja om' }));
    await startOver();
    expect(values(kind)).toEqual(begun(kind));
    await toasts.undo();
    await waitFor(() => expect(values(kind)).toEqual(typed(kind)));
    await waitFor(() => expect(drafts()).not.toEqual([]));
    await startOver();
    expect(values(kind)).toEqual(begun(kind));
    expect(screen.queryByText(HINT, { exact: false })).toBeNull();
    expect(dialog.contains(document.activeElement)).toBe(true);
    await waitFor(() => expect(drafts()).toEqual([]));
    cleanup();
    await show(app, kind);
    expect(values(kind)).toEqual(begun(kind));
  });

  test(`${name}: saved, nothing of it is kept`, async () => {
    const app = await openWith();
    const { done } = await show(app, kind);
    await fill(kind);
    await waitFor(() =>
      expect(JSON.stringify({ ...localStorage })).toContain(kind.fields.at(-1)![2]),
    );

    await userEvent.click(screen.getByRole('button', { name: kind.save }));
    await waitFor(() => expect(done).toEqual(['away']), patient);
    expect(drafts()).toEqual([]);
  });
});

describe('C1: what was typed of a record', () => {
  test('C1: a value that another device wrote since is not typed over by what is kept', async () => {
    const app = await openWith();
    const kind = KINDS['C1: a customer']!;
    await show(app, kind);
    await fill(kind);
    await fireEvent.input(field('Kundens admin, namn'), { target: { value: 'Eva Ek' } });
    cleanup();
    await app.records.change(
      'customer-1',
      onKind('vip-customer', (record) =>
        ok({ ...record, data: { ...record.data, name: 'Tryckeriet Linden' } }),
      ),
    );
    await show(app, kind);
    await screen.findByText(HINT, { exact: false }, patient);
    expect([field('Kundens namn').value, field('Kundens admin, namn').value]).toEqual([
      'Tryckeriet Linden',
      'Eva Ek',
    ]);
  });

  test('C3: what was typed of one customer is not there of another', async () => {
    const app = await openWith();
    const kind = KINDS['C3: a new authorization']!;
    await show(app, kind);
    await fill(kind);
    cleanup();
    const other = customerWith({ vipId: '' }, [], 'customer-2');
    await show(app, { ...kind, given: () => ({ customer: other }) });
    expect(values(kind)).toEqual(begun(kind));
  });
});

describe('C10: a renewal that is noted', () => {
  test('C10: what was typed of its order is there again, and saved it is gone', async () => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    await addRecords(app, [energyCustomer()]);
    showVip(app, RenewalPane, { customerId: 'energy' });
    const record = async (): Promise<HTMLElement> => {
      await userEvent.click(
        await screen.findByRole('button', { name: 'Registrera order' }, patient),
      );
      return screen.findByRole('dialog', {}, patient);
    };
    const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patient);
    await userEvent.type(within(await record()).getByLabelText('Ordernummer'), '7700777');
    await userEvent.click(screen.getByRole('button', { name: 'Stäng' }));
    await closed();
    const sheet = await record();
    await within(sheet).findByText(HINT, { exact: false }, patient);
    expect(within(sheet).getByLabelText('Ordernummer')).toHaveValue('7700777');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara, 38 licenser' }));
    await closed();
    await waitFor(() => expect(drafts()).toEqual([]), patient);
  });
});
