import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import LostWorkspace from '#workspace/screens/frame/LostWorkspace.svelte';
import { startOver } from '#workspace/screens/frame/start-over.ts';
import { pressFinal } from '#tests/ui/press-final.ts';
import { openApp, showIn } from '#tests/programmes/apple-credit/screens/credit-app.ts';

// It ends in another page, where a journey follows it.
vi.mock(import('#workspace/screens/frame/start-over.ts'), () => ({ startOver: vi.fn() }));

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const asked = async () => within(await screen.findByRole('dialog'));

test('X6: to start over asks first, says what goes and what stays, and can be left', async () => {
  const { app } = await openApp();
  showIn(app, LostWorkspace, {});
  await press('Börja om från början');
  const sheet = await asked();
  for (const said of [/^Nordby IT tas bort från enheten/, /säkerhetskopior .* rörs inte/])
    expect(sheet.getByText(said)).toBeVisible();
  await userEvent.click(sheet.getByRole('button', { name: 'Avbryt' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(startOver).not.toHaveBeenCalled();
  await press('Börja om från början');
  await pressFinal((await asked()).getByRole('button', { name: 'Radera och börja om' }));
  expect(startOver).toHaveBeenCalledOnce();
});
