import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { refuse } from '#core/result.ts';
import { toTrash } from '#core/record/trash.ts';
import { rulesToday } from '#workspace/words/sv/rules-today.ts';
import { resend } from '#programmes/apple-credit/words/sv/resend.ts';
import { accounts } from '#programmes/apple-licences/words/sv/accounts.ts';
import { vipSettings } from '#programmes/adobe-vip/words/sv/vip-settings.ts';
import { vipRules } from '#programmes/adobe-vip/words/sv/vip-rules.ts';
import type { App } from '#ui/app.svelte.ts';
import OrderDetail from '#programmes/apple-credit/screens/order/OrderDetail.svelte';
import { orderActions } from '#programmes/apple-credit/screens/order/order-actions.ts';
import RulesSheet from '#workspace/screens/rules/RulesSheet.svelte';
import { loadAbout } from '#workspace/screens/start/load-about.ts';
import { creditTexts } from '#tests/programmes/apple-credit/screens/credit-texts.ts';
import TrashedRecord from '#workspace/screens/trash/TrashedRecord.svelte';
import { trashedText } from '#tests/factories/trashed-text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import CustomerRulesSheet from '#programmes/adobe-vip/screens/rules/CustomerRulesSheet.svelte';
import WorkspaceRulesSheet from '#programmes/adobe-vip/screens/rules/WorkspaceRulesSheet.svelte';
import { credit } from '#programmes/apple-credit/words/sv/credit.ts';
import { customerWith } from '#tests/factories/vip.ts';
import AccountsEdition from '#programmes/apple-licences/screens/settings/AccountsEdition.svelte';
import Names from '#workspace/screens/settings/Names.svelte';
import Programmes from '#workspace/screens/settings/Programmes.svelte';
import ResendAddresses from '#programmes/apple-credit/screens/settings/ResendAddresses.svelte';
import VipEditions from '#programmes/adobe-vip/screens/settings/VipEditions.svelte';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import {
  addOrder,
  addSealedCode,
  openApp,
  showIn,
  showWith,
} from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer } from '#tests/programmes/adobe-vip/screens/vip-app.ts';

const ONLY_READS = 'Den här enheten får bara läsa. Inget är ändrat.';
const GONE = 'Posten finns inte längre. Den kan ha tagits bort på en annan enhet.';

/** From now on nothing can be written: the device only reads, or the record is gone. */
const refusing = (app: App, code: 'only-reads' | 'record-is-gone' = 'only-reads') =>
  vi.spyOn(app.records, 'change').mockResolvedValue(refuse(code));

const alert = async (): Promise<string> => (await screen.findByRole('alert')).innerText;

describe('X18: a rule that could not be saved', () => {
  test('X18: of a customer: the sheet says so, and shows what applies again', async () => {
    const { app } = await openApp();
    await addRecords(app, [customerWith()]);
    showUnderCustomer(app, CustomerRulesSheet, (here) => ({
      customer: here.customer!,
      words: vipRules,
      onclose: () => undefined,
    }));
    const field = await screen.findByLabelText<HTMLSelectElement>('Dagar till order');
    const before = field.value;
    const change = refusing(app, 'record-is-gone');
    const other = [...field.options].map(({ value }) => value).find((value) => value !== before)!;
    await userEvent.selectOptions(field, other);
    expect(await alert()).toBe(GONE);
    await waitFor(() => expect(field.value).toBe(before));

    change.mockRestore();
    await userEvent.selectOptions(field, other);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(field.value).toBe(other);
  });

  test('X18: of the workspace', async () => {
    const { app } = await openApp();
    showWith(app, WorkspaceRulesSheet, { words: vipRules, onclose: () => undefined }, 'sv', {});
    const [field] = await screen.findAllByLabelText<HTMLSelectElement>('Dagar till order');
    const before = field!.value;
    refusing(app);
    const other = [...field!.options].map(({ value }) => value).find((value) => value !== before)!;
    await userEvent.selectOptions(field!, other);
    expect(await alert()).toBe(ONLY_READS);
    await waitFor(() => expect(field!.value).toBe(before));
  });

  test('X15: when a programme is switched on: the sheet stays and says so, and once closed the screen below does', async () => {
    const { app } = await openApp();
    const onclose = vi.fn();
    const about = await loadAbout('sv');
    showWith(app, RulesSheet, { asked: ['orders'], words: rulesToday, about, onclose }, 'sv', {});
    refusing(app);
    await userEvent.click(await screen.findByRole('button', { name: 'Välj' }));
    expect(await alert()).toBe(ONLY_READS);
    expect(onclose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Stäng' }));
    expect(onclose).toHaveBeenCalledOnce();
    await waitFor(() => expect(toasts.current?.text).toBe(ONLY_READS));
  });
});

describe('X18: a setting that could not be saved', () => {
  const words = { resend };
  const refusalShown = () => waitFor(() => expect(toasts.current?.text).toBe(ONLY_READS));

  test('X18: a programme: the switch goes back, and nothing more is asked', async () => {
    const { app } = await openApp();
    const onuse = vi.fn();
    showWith(app, Programmes, { onuse }, 'sv', {});
    const switches = await screen.findAllByRole<HTMLInputElement>('switch');
    refusing(app);
    await userEvent.click(switches[2]!);
    await refusalShown();
    await waitFor(() =>
      expect(switches.map(({ checked }) => checked)).toEqual([true, false, false]),
    );
    expect(onuse).not.toHaveBeenCalled();
  });

  test.each([
    ['the days to order', VipEditions],
    ['the accounts of Apple', AccountsEdition],
  ])('X18: %s', async (_, part) => {
    const { app } = await openApp();
    showWith(app, part, {}, 'sv', { accounts, vipSettings });
    const field = await screen.findByRole<HTMLSelectElement>('combobox');
    const before = field.value;
    refusing(app);
    await userEvent.selectOptions(
      field,
      [...field.options].map(({ value }) => value).find((value) => value !== before)!,
    );
    await refusalShown();
    await waitFor(() => expect(field.value).toBe(before));
  });

  test.each(['Ditt namn', 'Arbetsplatsens namn'])('X18: %s', async (name) => {
    const { app } = await openApp();
    showWith(app, Names, {}, 'sv', {});
    const field = await screen.findByLabelText(name);
    refusing(app);
    await userEvent.type(field, ' X');
    await userEvent.tab();
    await refusalShown();
  });

  test('A8: an address, which is not called wrong for it', async () => {
    const { app } = await openApp();
    showWith(app, ResendAddresses, {}, 'sv', words);
    const [field] = await screen.findAllByRole('textbox');
    refusing(app);
    await userEvent.type(field!, 'https://store.example');
    await userEvent.tab();
    await refusalShown();
    expect(field).not.toHaveAttribute('aria-invalid', 'true');
  });
});

test('X12: an order that could not be put into the trash stays, and the user is told', async () => {
  const { app } = await openApp();
  await addOrder(app, []);
  showIn(app, OrderDetail, { orderId: 'order-1' });
  await userEvent.click(await screen.findByRole('button', { name: 'Fler val' }));
  refusing(app, 'record-is-gone');
  await userEvent.click(await screen.findByRole('menuitem', { name: credit.menu.trash }));
  await waitFor(() => expect(toasts.current?.text).toBe('Posten finns inte längre här.'));
});

test('X12: what could not be taken out of the trash stays there, and the user is told', async () => {
  const { app } = await openApp();
  await addOrder(app, []);
  await app.records.change('order-1', toTrash);
  const onleft = vi.fn();
  showWith(app, TrashedRecord, { id: 'order-1', onleft }, 'sv', await trashedText());
  const restore = await screen.findByRole('button', { name: /^Återställ/ });
  vi.spyOn(app.records, 'changeMany').mockResolvedValue(
    new Map([['order-1', { code: 'only-reads' }]]),
  );
  await userEvent.click(restore);
  await waitFor(() => expect(toasts.current?.text).toBe(ONLY_READS));
  expect(toasts.current?.undo).toBeUndefined();
  expect(onleft).not.toHaveBeenCalled();
});

/** Shows an order that was thrown away with its only code. */
const showThrownWithCode = async () => {
  const { app } = await openApp();
  await addOrder(app, []);
  const code = await addSealedCode(app, 'XXXX-TEST-0001');
  await app.records.changeMany(['order-1', code.id], toTrash);
  showWith(app, TrashedRecord, { id: 'order-1', onleft: vi.fn() }, 'sv', await trashedText());
  await screen.findByRole('button', { name: /^Återställ/ });
  return { app, code };
};

test('X12: where a code was refused, the order that is out of the trash can be laid back', async () => {
  const { app, code } = await showThrownWithCode();
  const write = app.records.changeMany.bind(app.records);
  const refusal = vi
    .spyOn(app.records, 'changeMany')
    .mockImplementation((ids, command) =>
      ids.includes(code.id)
        ? Promise.resolve(new Map([[code.id, { code: 'only-reads' }]]))
        : write(ids, command),
    );
  await userEvent.click(screen.getByRole('button', { name: /^Återställ/ }));
  await waitFor(() => expect(toasts.current?.text).toBe(ONLY_READS));
  refusal.mockRestore();
  await toasts.current?.undo?.();
  await waitFor(async () => expect((await app.records.get('order-1'))?.trashedOn).not.toBe(''));
});

test('X12: an order whose codes were thrown away with it says until when it is there, like its row', async () => {
  await showThrownWithCode();
  expect(screen.getByText(/Kan återställas till och med/)).toBeVisible();
});

describe('X12: an undo that could not be done', () => {
  test.each([
    ['only-reads', ONLY_READS],
    ['record-is-gone', GONE],
    ['anything-else', 'Det har ändrats sedan dess och får stå kvar.'],
  ])('X12: says so: %s', async (code, sentence) => {
    const { app } = await openApp();
    await addOrder(app, []);
    const texts = creditTexts();
    showWith(app, Programmes, { onuse: () => undefined }, 'sv', texts);
    await orderActions(app.records, 'order-1', texts).trash();
    vi.spyOn(app.records, 'change').mockResolvedValue(refuse(code));
    await userEvent.click(await screen.findByRole('button', { name: 'Ångra' }));
    await waitFor(() => expect(toasts.current?.text).toBe(sentence));
  });
});
