import { page } from 'vitest/browser';
import { afterEach, expect, test, vi } from 'vitest';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { couch as swedish } from '#workspace/words/sv/couch.ts';
import { vault } from '#workspace/words/sv/vault.ts';
import CouchScreen from '#workspace/screens/couch/CouchScreen.svelte';
import { loadExamples } from '#workspace/screens/start/load-examples.ts';
import { outOfSightFor } from '#tests/factories/out-of-sight.ts';
import { PASSPHRASE } from '#tests/factories/vaults.ts';
import { addOrder, openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';

const NIGHT_MS = 10 * 3_600_000;

afterEach(() => void vi.unstubAllGlobals());

/** A CouchDB with the keyring of a workspace in it, as far as a look into it goes. */
const couchWith = (workspace: string, data: unknown): void => {
  const doc = { _id: KEYRING_ID, key: 'k', workspace, open: { data } };
  const row = { key: KEYRING_ID, value: { rev: '1-a' }, doc };
  vi.stubGlobal('fetch', async (_: string, { method }: RequestInit) =>
    Response.json(method === 'POST' ? { rows: [row] } : { couchdb: 'Welcome', doc_count: 1 }),
  );
};

test('X8, X9, X15: what locks while it is asked about the example says so, and nothing is erased', async () => {
  const { app, clock } = await openApp();
  const own = app.workspaceId;
  const keyring = await app.records.get(KEYRING_ID);
  await app.startDemo(await loadExamples());
  app.settings.change({ language: 'sv' });
  clock.time += 60_000;
  await addOrder(app, []);
  couchWith('another-workspace', keyring?.data);
  showWith(app, CouchScreen, { host: '', onstep: () => undefined }, 'sv', {
    couch: swedish,
    vault,
  });
  for (const [label, value] of [
    [swedish.address, 'https://couch.nordby.example'],
    [swedish.database, 'team'],
    [swedish.user, 'sara'],
    [swedish.password, 'rätt'],
  ] as const)
    await page.getByLabelText(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: swedish.next }).click();
  await page.getByLabelText(vault.unlock.phrase, { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: vault.unlock.open, exact: true }).click();
  const asked = page.getByRole('dialog', { name: 'Det du lagt in raderas också' });
  await expect.element(asked.getByText('Tillagda poster')).toBeVisible();
  outOfSightFor(clock, NIGHT_MS);
  await expect.element(asked).not.toBeInTheDocument();
  await expect.element(page.getByRole('alert')).toHaveTextContent(swedish.problems.locked);
  await expect.element(page.getByLabelText(swedish.database, { exact: true })).toHaveValue('team');
  expect([app.isDemo, app.workspaceId === own]).toEqual([true, false]);
  await app.eraseHere();
  await app.enter(own);
});
