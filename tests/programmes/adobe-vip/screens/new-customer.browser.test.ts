import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page, userEvent as keys } from 'vitest/browser';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import NewVipCustomer from '#programmes/adobe-vip/screens/customer/NewVipCustomer.svelte';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { addOrder, openApp, stored } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showVip } from './vip-app.ts';

const show = async (language: 'sv' | 'en' = 'sv') => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  const saved: string[][] = [];
  const life = await loadAdobeVipWords(language, 'vipInvitation');
  showVip(
    app,
    NewVipCustomer,
    { life, onsaved: (...all: string[]) => void saved.push(all) },
    language,
  );
  return { app, saved };
};
const line = (): HTMLElement => screen.getByRole('list', { name: 'Från inbjudan till årsdagen' });
const now = (): string => within(line()).getByRole('listitem', { current: 'step' }).innerText;

describe('C1: a new customer', () => {
  test('C1: the line leads from the invitation to the anniversary, and past the VIP ID nothing waits', async () => {
    const { app, saved } = await show();
    expect(within(line()).getAllByRole('listitem')).toHaveLength(6);
    expect(now()).toContain('Skicka från Reseller Console');
    expect(line().innerText).toContain('Inom 30 dagar från att auktoriseringen skapas.');
    await userEvent.click(screen.getByRole('radio', { name: 'VIP Marketplace' }));
    expect(line().innerText).toContain('Inom 7 dagar från att auktoriseringen skapas.');
    expect(screen.getByLabelText('Kundnummer i Marketplace')).toBeVisible();

    const id = screen.getByLabelText('VIP ID');
    await userEvent.type(id, '3c81 9d40 e77b 2a6f 10b');
    expect(screen.getByText('19 tecken, de brukar vara 20. Du kan spara ändå.')).toBeVisible();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Inbjudan är skickad' }));
    expect(now()).toContain('Ange VIP ID');
    await userEvent.type(id, '4');
    expect(now()).toContain('Skapa inköpsauktoriseringar');

    await userEvent.type(screen.getByLabelText('Kundens namn'), 'Fyrvaktens Byrå AB');
    await userEvent.type(screen.getByLabelText('Årsdag'), '2027-06-08');
    await userEvent.click(screen.getByRole('button', { name: 'Spara och auktorisera' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]![1]).toBe('authorize');
    const { data, steps } = await stored<VipCustomer>(app, saved[0]![0]!);
    expect(data).toMatchObject({ vipId: '3C819D40E77B2A6F10B4', anniversary: '2027-06-08' });
    expect(steps).toMatchObject([{ kind: 'invited', on: '2026-11-20' }]);
  });

  test('C1: the invitation is not marked as sent until someone does so, and one tap marks or unmarks it', async () => {
    const { app, saved } = await show();
    const tick = screen.getByRole('checkbox', { name: 'Inbjudan är skickad' });
    const day = screen.getByLabelText<HTMLInputElement>('Skickad');
    expect(tick).not.toBeChecked();
    expect(day.value).toBe('');
    expect(screen.queryByText('Det du skrev förra gången finns kvar.')).toBeNull();
    const place = day.getBoundingClientRect().top;
    await userEvent.click(tick);
    expect(day.value).toBe('2026-11-20');
    expect(within(line()).getByText('Skickad från Reseller Console')).toBeVisible();
    await userEvent.click(tick);
    expect(day.value).toBe('');
    expect(day.getBoundingClientRect().top).toBe(place);

    await userEvent.type(screen.getByLabelText('Kundens namn'), 'Fyrvakten');
    await userEvent.click(screen.getByRole('button', { name: 'Spara kund' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect((await stored<VipCustomer>(app, saved[0]![0]!)).steps).toEqual([]);
  });

  test('C1: of who has a VIP ID the day of the invitation may be unknown', async () => {
    await show();
    await userEvent.type(screen.getByLabelText('VIP ID'), '3c81 9d40 e77b 2a6f 10b4');
    expect(now()).toContain('Skapa inköpsauktoriseringar');
    expect(within(line()).getByText('Inbjudan från Reseller Console')).toHaveTextContent(
      'Inbjudan från Reseller Console, dagen är inte angiven',
    );
  });

  test('C1: without a name it is not saved, and the field says so', async () => {
    const { saved } = await show();
    await userEvent.click(screen.getByRole('button', { name: 'Spara kund' }));
    await waitFor(() =>
      expect(screen.getByLabelText('Kundens namn')).toHaveAttribute('aria-invalid', 'true'),
    );
    expect(saved).toEqual([]);
  });

  test('X14: Enter saves one customer, also when it is held or pressed again before the next screen is there', async () => {
    const { app, saved } = await show();
    await userEvent.type(screen.getByLabelText('Kundens namn'), 'Fyrvakten');
    await keys.keyboard('{Enter>4/}');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(document.querySelector('[aria-busy]')).not.toBeNull();
    await keys.keyboard('{Enter}{Enter}');
    // Written after whatever that pressed.
    await addOrder(app, []);
    expect(saved).toEqual([[expect.any(String), 'show']]);
    expect(await app.records.find({ kind: 'vip-customer' })).toHaveLength(1);
  });

  test('C1: what was typed is there again after leaving, until one starts over', async () => {
    const { app } = await show();
    await userEvent.type(screen.getByLabelText('Kundens namn'), 'Fyrvakten');
    cleanup();
    const again = await loadAdobeVipWords('sv', 'vipInvitation');
    showVip(app, NewVipCustomer, { life: again, onsaved: () => undefined }, 'sv');
    expect(screen.getByLabelText<HTMLInputElement>('Kundens namn').value).toBe('Fyrvakten');
    await userEvent.click(await screen.findByRole('button', { name: 'Börja om' }));
    expect(screen.getByLabelText<HTMLInputElement>('Kundens namn').value).toBe('');
    expect(screen.queryByText('Det du skrev förra gången finns kvar.')).toBeNull();
  });

  test('C1: an invitation is of a day that has been', async () => {
    const { saved } = await show();
    await userEvent.type(screen.getByLabelText('Kundens namn'), 'Fyrvakten');
    const day = screen.getByLabelText('Skickad');
    await userEvent.clear(day);
    await userEvent.type(day, '2026-12-24');
    await userEvent.click(screen.getByRole('button', { name: 'Spara kund' }));
    await screen.findByText('Dagen ligger i framtiden. Välj i dag eller en tidigare dag.');
    expect(saved).toEqual([]);
  });

  test.each(['sv', 'en'] as const)('X14: nothing of it is out of reach, %s', async (language) => {
    inTheme(language === 'sv' ? 'light' : 'dark');
    await show(language);
    expect(await faults()).toEqual([]);
  });
});
