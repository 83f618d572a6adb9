import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { keepConnection, type Connection } from '#data/sync/server/connection.ts';
import { startOver } from '#workspace/screens/frame/start-over.ts';
import GiveUpJoin from '#workspace/screens/join/GiveUpJoin.svelte';
import { pressFinal } from '#tests/ui/press-final.ts';
import { openApp, showIn } from '#tests/programmes/apple-credit/screens/credit-app.ts';

// It ends in another page, where a journey follows it.
vi.mock(import('#workspace/screens/frame/start-over.ts'), () => ({ startOver: vi.fn() }));

const INVITED = { server: 'https://volym.example', credential: 'x' } as Connection;
const LOGIN = {
  kind: 'couch',
  server: 'https://couch.example',
  user: 'sara',
  password: 'x',
} as Connection;

/** Gives up a workspace that is fetched by a connection, with the records that came or none. */
const giveUp = async (connection: Connection, { came }: { readonly came: boolean }) => {
  vi.mocked(startOver).mockClear();
  const { app } = await openApp();
  await keepConnection(app.workspaceId, connection);
  if (!came) await app.opened.database.records.find().remove();
  const stayed = vi.fn();
  showIn(app, GiveUpJoin, { onstay: stayed });
  return stayed;
};
const asked = async () =>
  within(await screen.findByRole('dialog', { name: 'Sluta hämta arbetsplatsen?' }));

test('X8: giving up a join asks first, says how much of it is erased, and can be left', async () => {
  const stayed = await giveUp(INVITED, { came: true });
  const sheet = await asked();
  for (const said of [/^3 poster som har hämtats raderas/, /ny\.$/, /finns kvar på servern/])
    expect(sheet.getByText(said)).toBeVisible();
  await userEvent.click(sheet.getByRole('button', { name: 'Fortsätt hämta' }));
  expect(stayed).toHaveBeenCalledOnce();
  expect(startOver).not.toHaveBeenCalled();
  await pressFinal(sheet.getByRole('button', { name: 'Radera och sluta' }));
  expect(startOver).toHaveBeenCalledOnce();
});

test('X8: before anything came it asks for the sake of the invitation, which is used', async () => {
  await giveUp(INVITED, { came: false });
  expect((await asked()).getByText(/^Inget har hämtats än/)).toBeVisible();
  expect(startOver).not.toHaveBeenCalled();
});

test('X8: who logged in to a CouchDB is asked once something came, and before that nothing', async () => {
  await giveUp(LOGIN, { came: false });
  await waitFor(() => expect(startOver).toHaveBeenCalledOnce());
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('X8: of a CouchDB it says that one logs in again', async () => {
  await giveUp(LOGIN, { came: true });
  expect((await asked()).getByText(/loggar du in på nytt/)).toBeVisible();
});
