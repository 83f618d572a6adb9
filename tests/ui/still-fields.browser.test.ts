import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import DayField from '#ui/fields/DayField.svelte';
import OrderSheet from '#programmes/adobe-vip/screens/order/OrderSheet.svelte';
import { authorizationWith, customerWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import RedeemForm from '#programmes/apple-credit/screens/hand-out/RedeemForm.svelte';
import NewOrder from '#programmes/apple-credit/screens/order-form/NewOrder.svelte';
import CheckedWord from '#workspace/screens/vault/kit/CheckedWord.svelte';
import PhraseChoice from '#workspace/screens/vault/passphrase/PhraseChoice.svelte';
import { NewPhrase } from '#workspace/screens/vault/passphrase/new-phrase.svelte.ts';
import VipIdField from '#programmes/adobe-vip/screens/customer/VipIdField.svelte';
import { vip } from '#programmes/adobe-vip/words/sv/vip.ts';
import AddressField from '#programmes/apple-credit/screens/settings/AddressField.svelte';
import { resend } from '#programmes/apple-credit/words/sv/resend.ts';
import { openApp, showIn, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { fingerOn } from './finger.ts';
import { show } from './show.ts';
import { showVault } from '#tests/workspace/screens/vault/show-vault.ts';
import { showUnderCustomer } from '#tests/programmes/adobe-vip/screens/vip-app.ts';

const drawn = (): Promise<unknown> =>
  new Promise((fulfil) => requestAnimationFrame(() => requestAnimationFrame(fulfil)));

const write = async (field: Element, written: string): Promise<void> => {
  (field as HTMLInputElement).focus();
  await fireEvent.input(field, { target: { value: written } });
  await drawn();
};

/** In whole pixels: sums of fractions differ in their last digits. */
const placeOf = (element: Element): number => Math.round(element.getBoundingClientRect().top);
const heightOf = (element: Element): number => Math.round(element.getBoundingClientRect().height);

const places = (): number[] =>
  [...document.querySelectorAll('input, button, label')].map((element) => placeOf(element));

/**
 * Writes something doubtful in each field and leaves it: nothing on the screen has another place
 * after that.
 */
const staysStill = async (doubtful: string): Promise<void> => {
  const fields = screen.getAllByRole('textbox');
  expect(fields.length).toBeGreaterThan(0);
  for (const field of fields) {
    await write(field, doubtful);
    const before = places();
    (field as HTMLInputElement).blur();
    await drawn();
    expect(places(), field.getAttribute('name') ?? field.id).toEqual(before);
  }
};

test('A5: a finger aimed at the button below a doubtful Apple ID presses it, and nothing has moved', async () => {
  const { app } = await openApp();
  let saved = 0;
  showIn(app, RedeemForm, { account: '', onsave: async () => (saved++, undefined) });
  const field = await screen.findByLabelText('Apple-ID som löste in');
  await write(field, 'hej');
  const button = screen.getByRole('button');
  const before = placeOf(button);
  await fingerOn(button);
  await waitFor(() => expect(saved).toBe(1));
  expect(await screen.findByText('Det ser inte ut som en e-postadress.')).toBeTruthy();
  expect(placeOf(button)).toBe(before);
});

test('A2: leaving a field of an order moves nothing on the screen', async () => {
  const { app } = await openApp();
  showIn(app, NewOrder, { onsaved: () => undefined, oncancel: () => undefined });
  await screen.findByLabelText('Kreditvärde');
  await staysStill('hej');
});

test('X9: leaving the field of a phrase or of a word of the kit moves nothing below', async () => {
  const phrase = new NewPhrase();
  phrase.useKind('own');
  showVault(PhraseChoice, { phrase, onready: () => undefined });
  const fields = [...document.querySelectorAll('input[type=password]')];
  expect(fields).toHaveLength(2);
  for (const field of fields) {
    await write(field, 'kort');
    const before = places();
    (field as HTMLInputElement).blur();
    await drawn();
    expect(places()).toEqual(before);
    await write(field, 'annat än så');
  }
  document.body.replaceChildren();
  showVault(CheckedWord, { place: 3, value: '', right: false, onenter: () => undefined });
  const height = document.body.scrollHeight;
  await staysStill('hej');
  expect(screen.getByText('Ord 3 stämmer inte. Se efter på pappret.')).toBeTruthy();
  expect(document.body.scrollHeight).toBe(height);
});

test('C1: a VIP ID that does not look like one, and an invalid address, move nothing', async () => {
  const { app } = await openApp();
  showWith(app, VipIdField, { value: '' }, 'sv', { vip });
  const height = document.body.scrollHeight;
  await write(screen.getByRole('textbox'), 'ABC');
  expect(document.body.scrollHeight).toBe(height);
  document.body.replaceChildren();
  showWith(
    app,
    AddressField,
    {
      caption: 'Butik',
      address: '',
      usual: 'https://a',
      refusal: resend.addresses.notAnAddress,
      onsave: async () => false,
    },
    'sv',
    {
      resend,
    },
  );
  await write(screen.getByRole('textbox'), 'butik');
  const tall = document.body.scrollHeight;
  (screen.getByRole('textbox') as HTMLInputElement).blur();
  await screen.findByText('Adressen börjar med https://');
  expect(document.body.scrollHeight).toBe(tall);
});

test('C4: neither a SKU that looks like none nor one of another level moves anything below', async () => {
  const { app } = await openApp();
  const lines = { a: { product: 'Illustrator', quantity: 6, sku: '65297600BA01A12' } };
  await addRecords(app, [
    customerWith({ anniversary: '2027-04-19' }),
    authorizationWith({ createdOn: '2026-11-10', lines }),
  ]);
  showUnderCustomer(app, OrderSheet, (here) => ({
    customer: here.customer!,
    authorization: here.book!.authorizations[0]!,
    given: undefined,
    onclose: () => undefined,
    ondone: () => undefined,
  }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Ordern är lagd' }));
  const field = await screen.findByLabelText(/^SKU, /);
  const height = (): number => heightOf(field.closest('form')!);
  await write(field, '');
  const before = height();
  await write(field, '6529');
  expect(screen.getByText(vip.order.oddSku)).toBeVisible();
  expect(height()).toBe(before);
});

test('X14: a day that is half typed moves nothing when its field is left', async () => {
  show(DayField, { caption: 'Dag', value: '' });
  const field = screen.getByLabelText<HTMLInputElement>('Dag');
  field.focus();
  await userEvent.keyboard('20');
  expect(field.validity.badInput).toBe(true);
  await drawn();
  const height = heightOf(document.body.firstElementChild!);
  field.blur();
  expect(await screen.findByText('Ange en dag som finns i kalendern.')).toBeVisible();
  expect(heightOf(document.body.firstElementChild!)).toBe(height);
});
