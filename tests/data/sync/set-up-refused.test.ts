import { afterEach, expect, test, vi } from 'vitest';
import { enterByInvitation, enterBySetUp } from '#data/sync/server/accounts-client.ts';
import { refuse } from '#core/result.ts';
import { closeAll, newcomer, open, WORKSPACE } from '../../server/let-in.ts';

const SERVER = 'http://volym.example';
const SECRET = 'A'.repeat(43);

afterEach(async () => {
  vi.unstubAllGlobals();
  await closeAll();
});

const asNewcomer = () => {
  const [device, credential] = newcomer();
  return { device, credential };
};
const setUp = (secret: string) =>
  enterBySetUp(SERVER, { ...asNewcomer(), secret, workspace: WORKSPACE });

test('X8: a wrong set-up link is distinguished from a used one, and both from an invitation', async () => {
  const { app, endpoint } = open();
  vi.stubGlobal('fetch', (address: string, asked: RequestInit) => app.request(address, asked));
  const link = endpoint.doors.setUp ?? '';
  expect(await setUp(SECRET)).toEqual(refuse('not-the-set-up'));
  expect((await setUp(link)).ok).toBe(true);
  expect(await setUp(link)).toEqual(refuse('set-up-is-used'));
  expect(await setUp(SECRET)).toEqual(refuse('set-up-is-used'));
  expect(await enterByInvitation(SERVER, { ...asNewcomer(), invitation: SECRET })).toEqual(
    refuse('link-is-used'),
  );
});

test('X8: an older server reports both as a used link', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ error: 'link-is-used' }, { status: 410 }));
  expect(await setUp(SECRET)).toEqual(refuse('set-up-is-used'));
});
