import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { loadExamples } from '#workspace/screens/start/load-examples.ts';
import DemoStrip from '#workspace/screens/frame/DemoStrip.svelte';
import { leaveDemo } from '#workspace/screens/frame/leave-demo.ts';
import { addOrder, openApp, showIn } from '#tests/programmes/apple-credit/screens/credit-app.ts';

// It ends in another page, where a journey follows it.
vi.mock(import('#workspace/screens/frame/leave-demo.ts'), () => ({ leaveDemo: vi.fn() }));

const inDemo = async (
  body: (given: Awaited<ReturnType<typeof openApp>> & { left: () => number }) => Promise<void>,
) => {
  const given = await openApp();
  const own = given.app.workspaceId;
  await given.app.startDemo(await loadExamples());
  given.app.settings.change({ language: 'sv' });
  vi.mocked(leaveDemo).mockClear();
  showIn(given.app, DemoStrip, {});
  await body({ ...given, left: () => vi.mocked(leaveDemo).mock.calls.length });
  await given.app.eraseHere();
  await given.app.enter(own);
};
const leave = () => userEvent.click(screen.getByRole('button', { name: 'Radera och lämna' }));

test('X15: the example is left in one tap, also after one of its records was changed', () =>
  inDemo(async ({ app, left }) => {
    const [order] = await app.records.find({ kind: 'credit-order', limit: 1 });
    await app.records.change(order!.id, (now) => ({
      ok: true,
      value: { ...now, trashedOn: app.today },
    }));
    await leave();
    await waitFor(() => expect(left()).toBe(1));
  }));

test('X15: it is asked once before what someone entered in the example goes with it', () =>
  inDemo(async ({ app, left }) => {
    await addOrder(app, []);
    await leave();
    const sheet = within(
      await screen.findByRole('dialog', { name: 'Det du lagt in raderas också' }),
    );
    for (const said of [
      /lagt in eller importerat/,
      /andra enheter, servern/,
      /spara listan som csv/,
    ])
      expect(sheet.getByText(said)).toBeVisible();
    await userEvent.click(sheet.getByRole('button', { name: 'Stanna kvar' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(left()).toBe(0);
    await leave();
    const again = within(await screen.findByRole('dialog'));
    await userEvent.click(again.getByRole('button', { name: 'Radera och lämna' }));
    expect(left()).toBe(1);
  }));
