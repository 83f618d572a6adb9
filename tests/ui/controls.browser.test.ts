import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { toasts } from '#ui/toast.svelte.ts';
import { faults, inTheme } from './axe.ts';
import ControlsHarness from './ControlsHarness.svelte';
import { show } from './show.ts';

beforeEach(async () => {
  inTheme('light');
  await page.viewport(390, 844);
  show(ControlsHarness, {});
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const output = (name: string) => page.getByRole('status', { name });

describe('X14: a sheet', () => {
  const dialog = page.getByRole('dialog', { name: 'Inlösningskod' });

  test('X14: opens over the screen, keeps the focus inside, and gives it back on Esc', async () => {
    await button('Öppna bladet').click();
    await expect.element(dialog).toBeVisible();
    expect(document.activeElement?.closest('dialog')).not.toBeNull();
    expect(await faults()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect(document.activeElement).toBe(button('Öppna bladet').element());
  });

  test('X14: closes by its mark and by a press beside it', async () => {
    await button('Öppna bladet').click();
    await button('Stäng').click();
    await expect.element(dialog).not.toBeInTheDocument();
    await button('Öppna bladet').click();
    await expect.element(dialog).toBeVisible();
    const backdrop = document.querySelector('dialog');
    backdrop?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await expect.element(dialog).not.toBeInTheDocument();
  });

  test('X14: a sheet that goes with its route gives the focus back, too', async () => {
    await button('Öppna bladet').click();
    await button('Ta bort bladet').click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(document.activeElement).toBe(button('Öppna bladet').element());
  });

  test('X14: follows the finger down and goes when it is pulled far', async () => {
    await button('Öppna bladet').click();
    await expect.element(dialog).toBeVisible();
    const head = document.querySelector('[data-swipe]');
    if (head === null) throw new Error('a head to pull is expected');
    head.setPointerCapture = () => {};
    const at = (type: string, clientY: number) =>
      head.dispatchEvent(new PointerEvent(type, { bubbles: true, clientY, pointerId: 1 }));
    at('pointerdown', 100);
    at('pointermove', 160);
    expect(head.parentElement?.style.getPropertyValue('--pulled')).toBe('60px');
    at('pointermove', 260);
    at('pointerup', 260);
    await expect.element(dialog).not.toBeInTheDocument();
  });

  test('X14: is a panel of 480 px on a tablet', async () => {
    await page.viewport(1180, 820);
    await button('Öppna bladet').click();
    await expect
      .poll(() => document.querySelector('dialog')?.getBoundingClientRect().right)
      .toBe(1180);
    expect(document.querySelector('dialog')?.getBoundingClientRect().width).toBe(480);
  });
});

describe('X14: chips are radios', () => {
  test('X14: one is chosen, arrows move the choice', async () => {
    const all = page.getByRole('radio', { name: 'Alla 10' });
    await expect.element(all).toBeChecked();
    await page.getByRole('radio', { name: 'Mina 4' }).click({ force: true });
    await expect.element(output('Vald')).toHaveTextContent('mine');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(output('Vald')).toHaveTextContent('credit');
    await expect.element(all).not.toBeChecked();
  });

  test('X14: what can be pressed is 44 px high', () => {
    const chip = page.getByRole('radio', { name: 'Kredit' }).element().closest('label');
    expect(chip?.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  });
});

describe('X14: a field', () => {
  const number = page.getByRole('textbox', { name: 'Ordernummer' });

  test('X14: says what is wrong under the value, and where a screen reader finds it', async () => {
    await expect.element(number).toHaveAccessibleDescription('Ur mejlet från Apple.');
    await number.fill('fel');
    await expect.element(number).toHaveAccessibleDescription('Numret är inget ordernummer.');
    await expect.element(number).toHaveAttribute('aria-invalid', 'true');
    await number.fill('4500');
    await expect.element(number).not.toHaveAttribute('aria-invalid');
  });

  test('X9: a passphrase is hidden until the eye is pressed', async () => {
    const phrase = page.getByLabelText('Lösenfras');
    await expect.element(phrase).toHaveAttribute('type', 'password');
    await button('Visa').click();
    await expect.element(phrase).toHaveAttribute('type', 'text');
    await expect.element(phrase).toHaveValue('lykta granit');
  });
});

describe('A2: an amount is read exactly', () => {
  const amount = page.getByRole('textbox', { name: 'Kreditvärde' });
  const value = output('Värde');

  test.each([
    ['40 000 kr', '40000.00'],
    ['1250,5', '1250.50'],
    ['SEK 12,000.25', '12000.25'],
    ['', ''],
    ['tolv', 'tolv'],
  ])('A2: "%s" is %s', async (typed, expected) => {
    await amount.fill(typed);
    await expect.element(value).toHaveTextContent(expected);
  });

  test('A2: shows the sum in full once it is left', async () => {
    await expect.element(amount).toHaveValue('25\u202f000\u00a0kr');
    await amount.fill('40000');
    await button('Kopiera').click();
    await expect.element(amount).toHaveValue('40\u202f000\u00a0kr');
  });

  test('A2: asks which one is meant when a mark is unclear', async () => {
    await amount.fill('25.000');
    await expect.element(amount).toHaveAccessibleDescription('Vilket belopp menar du?');
    await button('25\u202f000\u00a0kr').click();
    await expect.element(value).toHaveTextContent('25000.00');
    await expect.element(button('25\u202f000\u00a0kr')).not.toBeInTheDocument();
  });
});

describe('X14: a menu by keyboard', () => {
  test('X14: arrows, first letters and Enter; Esc closes and gives the focus back', async () => {
    const opener = button('Fler val');
    await opener.click();
    await expect.element(page.getByRole('menuitem', { name: 'Rätta dagen' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('menuitem', { name: 'Ta bort' })).toHaveFocus();
    await userEvent.keyboard('r');
    await expect.element(page.getByRole('menuitem', { name: 'Rätta dagen' })).toHaveFocus();
    expect(await faults()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(opener).toHaveFocus();
    await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
    await opener.click();
    await userEvent.keyboard('{End}{Enter}');
    await expect.element(output('Gjort')).toHaveTextContent('borttagen');
  });
});

describe('X12: the toast', () => {
  afterEach(() => {
    toasts.dismiss();
    vi.useRealTimers();
  });

  test('X12: takes back what was done', async () => {
    await button('Markera').click();
    await expect.element(page.getByText('Markerad som hämtad')).toBeVisible();
    expect(await faults()).toEqual([]);
    await button('Ångra').click();
    await expect.element(output('Gjort')).toHaveTextContent('ångrad');
    await expect.element(page.getByText('Markerad som hämtad')).not.toBeInTheDocument();
  });

  test('X12: is shown over an open sheet and can be pressed there, and stays when the sheet goes', async () => {
    await button('Öppna bladet').click();
    const sheet = page.getByRole('dialog', { name: 'Inlösningskod' });
    await expect.element(sheet).toBeVisible();
    let undone = 0;
    const say = () => toasts.say('Koden är inlöst', () => void (undone += 1));
    say();
    await expect.element(sheet.getByRole('status').getByText('Koden är inlöst')).toBeVisible();
    expect(document.body.innerText.match(/Koden är inlöst/g)).toHaveLength(1);
    expect(await faults()).toEqual([]);
    await button('Ångra').click();
    expect(undone).toBe(1);
    await expect.element(sheet).toBeVisible();
    say();
    await expect.element(button('Ångra')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(sheet).not.toBeInTheDocument();
    await button('Ångra').click();
    expect(undone).toBe(2);
  });

  test('X12: a sentence alone lets presses through to the button under it, one with an undo does not', async () => {
    const pressed = (words: string): Element | null => {
      const { left, top, width, height } = page.getByText(words).element().getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2);
    };
    const toast = () => document.querySelector('.toast');
    toasts.say('Inbjudan är använd');
    await expect.element(page.getByText('Inbjudan är använd')).toBeVisible();
    expect(toast()?.contains(pressed('Inbjudan är använd'))).toBe(false);
    toasts.say('Koden är inlöst', () => undefined);
    await expect.element(page.getByText('Koden är inlöst')).toBeVisible();
    expect(toast()?.contains(pressed('Koden är inlöst'))).toBe(true);
  });

  test('X12: one at a time, for eight seconds, longer while it is held', () => {
    vi.useFakeTimers();
    toasts.say('Ett');
    toasts.say('Två');
    expect(toasts.current?.text).toBe('Två');
    vi.advanceTimersByTime(7_999);
    toasts.hold();
    vi.advanceTimersByTime(60_000);
    expect(toasts.current?.text).toBe('Två');
    toasts.resume();
    vi.advanceTimersByTime(8_000);
    expect(toasts.current).toBeUndefined();
  });
});
