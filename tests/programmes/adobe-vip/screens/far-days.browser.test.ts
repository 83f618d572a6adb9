import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Component } from 'svelte';
import { page } from 'vitest/browser';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import AuthorizeSheet from '#programmes/adobe-vip/screens/authorization/AuthorizeSheet.svelte';
import ChangeDue from '#programmes/adobe-vip/screens/authorization/ChangeDue.svelte';
import CommitmentSheet from '#programmes/adobe-vip/screens/customer/CommitmentSheet.svelte';
import CorrectAuthorizationSheet from '#programmes/adobe-vip/screens/authorization/CorrectAuthorizationSheet.svelte';
import type { CustomerHere } from '#programmes/adobe-vip/screens/customer/customer-here.svelte.ts';
import EditCustomerSheet from '#programmes/adobe-vip/screens/customer/EditCustomerSheet.svelte';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import NewVipCustomer from '#programmes/adobe-vip/screens/customer/NewVipCustomer.svelte';
import type { App } from '#ui/app.svelte.ts';
import { authorizationWith, customerWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { openApp, stored } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { fingerOn } from '#tests/ui/finger.ts';
import { showUnderCustomer, showVip } from './vip-app.ts';

/** What is read from the disk or loaded for the first time takes its time on a busy machine. */
const patient = { timeout: 60_000 };
const FAR = '2028-11-18';
const QUESTION = /^18 nov 2028 ligger mer än ett år fram/;
const [correct, rule] = await Promise.all([
  loadAdobeVipWords('sv', 'vipCorrect'),
  loadAdobeVipWords('sv', 'vipRule'),
]);
const authorization = authorizationWith({ createdOn: '2026-11-10', deploymentDate: '2026-11-12' });
const onlyOne = (here: CustomerHere) => here.book!.authorizations[0]!;

afterEach(() => localStorage.clear());

const give = async (label: string, value: string): Promise<void> => {
  const field = screen.getByLabelText(label, { selector: 'input' });
  await fireEvent.input(field, { target: { value } });
  await fireEvent.change(field);
};

type Form = {
  readonly part: Component<never>;
  readonly given: (here: CustomerHere) => object;
  readonly field: string;
  readonly save: string;
  readonly first?: () => Promise<void>;
  readonly day: (app: App) => Promise<unknown>;
};

const deploymentOfNewOne = async (app: App): Promise<unknown> => {
  const all = (await app.records.find({
    kind: 'purchase-authorization',
  })) as PurchaseAuthorization[];
  return all.find(({ id }) => id !== authorization.id)?.data.deploymentDate;
};

const FORMS: Readonly<Record<string, Form>> = {
  'C1: the anniversary of a customer': {
    part: EditCustomerSheet as Component<never>,
    given: (here) => ({ customer: here.customer }),
    field: 'Årsdag',
    save: 'Spara',
    day: async (app) => (await stored<VipCustomer>(app, 'customer-1')).data.anniversary,
  },
  'C2: the deployment date of a new authorization': {
    part: AuthorizeSheet as Component<never>,
    given: (here) => ({ customer: here.customer }),
    first: () => userEvent.type(screen.getByLabelText('Produkt 1'), 'Photoshop'),
    field: 'Driftsättningsdag',
    save: 'Skapa inköpsauktorisering',
    day: deploymentOfNewOne,
  },
  'C2: the deployment date of an authorization that is put right': {
    part: CorrectAuthorizationSheet as Component<never>,
    given: (here) => ({ authorization: onlyOne(here), words: correct }),
    field: 'Driftsättningsdag',
    save: 'Spara',
    day: async (app) =>
      (await stored<PurchaseAuthorization>(app, authorization.id)).data.deploymentDate,
  },
  'C3: the last day that Adobe states': {
    part: ChangeDue as Component<never>,
    given: (here) => ({ authorization: onlyOne(here), words: rule }),
    first: async () => {
      await userEvent.click(screen.getByText('Adobe säger en annan dag'));
      await give('Var står det?', 'Så står det hos Adobe');
    },
    field: 'Sista dag enligt Adobe',
    save: 'Spara dagen',
    day: async (app) => (await stored<PurchaseAuthorization>(app, authorization.id)).data.statedDue,
  },
  'C14: the day on which a commitment is accepted': {
    part: CommitmentSheet as Component<never>,
    given: (here) => ({ customer: here.customer }),
    field: 'Godkänt',
    save: 'Spara åtagandet',
    day: async (app) => (await stored<VipCustomer>(app, 'customer-1')).data.commitment?.acceptedOn,
  },
};

const show = async ({ part, given, first }: Form, language: 'sv' | 'en' = 'sv'): Promise<App> => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  await addRecords(app, [customerWith({ anniversary: '2027-03-14' }), authorization]);
  showUnderCustomer(
    app,
    part,
    (here) => ({ ...given(here), onclose: () => undefined }) as never,
    language,
  );
  // The form of Adobe's day opens by a press, and has no button before.
  const button = (): HTMLElement | null =>
    screen.queryByRole('button', { name: /^(Spara|Skapa|Save)/ });
  await waitFor(
    () => expect(button() ?? screen.queryByText('Adobe säger en annan dag')).not.toBeNull(),
    patient,
  );
  await first?.();
  return app;
};

describe('C13: a day more than a year ahead is asked about once before it is saved', () => {
  test.each(Object.entries(FORMS))('%s', async (_, form) => {
    const app = await show(form);
    await waitFor(() => screen.getByLabelText(form.field, { selector: 'input' }), patient);
    const before = await form.day(app);
    await give(form.field, FAR);
    expect(await screen.findByText(QUESTION, {}, patient)).toBeTruthy();
    const tick = screen.getByRole('checkbox', { name: 'Dagen stämmer' });
    await userEvent.click(screen.getByRole('button', { name: form.save }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Rätta dagen eller kryssa i att den stämmer.',
    );
    expect(tick).toHaveFocus();
    expect(await form.day(app)).toEqual(before);
    const row = tick.closest('label')!;
    // A sheet that still slides in is not where it will be.
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    row.scrollIntoView({ block: 'center', behavior: 'instant' });
    await fingerOn(row);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: form.save }));
    await waitFor(async () => expect(await form.day(app)).toBe(FAR), patient);
  });

  test('C13: another day is asked about again, one within a year is not, nor is one that was there', async () => {
    const form = FORMS['C1: the anniversary of a customer']!;
    const app = await show(form);
    await give(form.field, FAR);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Dagen stämmer' }, patient));
    await give(form.field, '2029-11-18');
    expect(await screen.findByRole('checkbox', { name: 'Dagen stämmer' })).not.toBeChecked();
    await give(form.field, '2027-11-20');
    await waitFor(() =>
      expect(screen.queryByRole('checkbox', { name: 'Dagen stämmer' })).toBeNull(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Spara' }));
    await waitFor(async () => expect(await form.day(app)).toBe('2027-11-20'), patient);
  });

  test('C1: a new customer is not saved with such an anniversary until it is confirmed', async () => {
    await page.viewport(390, 844);
    const { app } = await openApp();
    const saved: string[][] = [];
    const life = await loadAdobeVipWords('sv', 'vipInvitation');
    showVip(app, NewVipCustomer, { life, onsaved: (...all: string[]) => void saved.push(all) });
    await userEvent.type(screen.getByLabelText('Kundens namn'), 'Fyrvakten');
    await give('Årsdag', FAR);
    expect(await screen.findByText(QUESTION, {}, patient)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Spara kund' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Rätta dagen eller kryssa i att den stämmer.',
    );
    expect(saved).toEqual([]);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Dagen stämmer' }));
    await userEvent.click(screen.getByRole('button', { name: 'Spara kund' }));
    await waitFor(() => expect(saved).toHaveLength(1), patient);
    expect((await stored<VipCustomer>(app, saved[0]![0]!)).data.anniversary).toBe(FAR);
  });

  test.each(['light', 'dark'] as const)(
    'X14: axe finds nothing in the %s theme, in English',
    async (theme) => {
      inTheme(theme);
      await show(FORMS['C1: the anniversary of a customer']!, 'en');
      await give('Anniversary date', FAR);
      expect(
        await screen.findByText(/is more than a year away\. Is that right\?$/, {}, patient),
      ).toBeTruthy();
      expect(await faults()).toEqual([]);
    },
  );
});
