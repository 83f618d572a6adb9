import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { countsOf, fixture, importButton, unlock } from './import-steps.ts';
import { test } from './installed.ts';
import { heading } from './screens.ts';
import type { Served } from './serve.ts';
import { dumpOf } from './stored-records.ts';
import { answeredByWorker } from './worker.ts';
import { seedWorkspace } from './workspace.ts';

let served: Served;
test.beforeAll(async ({ installed }) => void (served = await installed.serveAgain()));
test.afterAll(() => served.stop());

/** Posts sheets as the system does when they are shared with the installed app. */
const share = async (page: Page, paths: readonly string[], action: string): Promise<void> => {
  const sheets = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), content: await readFile(path, 'utf8') })),
  );
  await page.evaluate(
    ({ action, sheets }) => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'POST', action, enctype: 'multipart/form-data' });
      const input = Object.assign(document.createElement('input'), { type: 'file', name: 'sheet' });
      const files = new DataTransfer();
      for (const { name, content } of sheets)
        files.items.add(new File([content], name, { type: 'text/csv' }));
      input.files = files.files;
      form.append(input);
      document.body.append(form);
      form.submit();
    },
    { action, sheets },
  );
};

test('X7: a sheet that is shared while the vault is locked waits for the passphrase, and nothing of it is kept', async ({
  page,
}) => {
  const { phrase } = await seedWorkspace(page, served.url);
  await answeredByWorker(page);
  await page.reload();
  const before = await dumpOf(page);
  const manifest = (await (
    await page.request.get(`${served.url}/manifest.webmanifest`)
  ).json()) as {
    share_target: { action: string; params: { files: [{ name: string }] } };
  };
  expect(manifest.share_target.params.files[0].name).toBe('sheet');
  const action = new URL(manifest.share_target.action, `${served.url}/`).href;

  await share(page, [fixture('01-minimal.csv')], action);
  // Any web page could have posted it: nothing is read, and no passphrase asked for, before someone
  // says that it was they.
  const asked = page.getByRole('dialog', { name: 'Läs in filen?' });
  await expect(asked).toContainText('01-minimal.csv');
  await expect(asked).toContainText('Den kom från en annan app eller en webbsida.');
  await asked.getByRole('button', { name: 'Provkör filen' }).tap();
  await expect(page.getByRole('dialog', { name: 'Lås upp koder' })).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  expect(await dumpOf(page)).toEqual(before);
  const cached = await page.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) texts.push(request.url);
    return texts;
  });
  expect(cached.filter((url) => url.includes('shared'))).toEqual([]);
  await unlock(page, phrase);
  expect(await countsOf(page)).toEqual([5, 0, 0, 0]);
  await importButton(page).tap();
  await expect(heading(page, '01-minimal.csv')).toBeVisible();

  // What was taken is gone: a second look finds nothing, and says so.
  await page.goto(`${served.url}/import?shared`);
  await expect(
    page.getByText('Filen kom inte fram. Dela den igen, eller välj den här.'),
  ).toBeVisible();
});

const saved = (name: string): string =>
  join(import.meta.dirname, '../fixtures/apps-and-books/saved', `${name}.json`);

test('X7: several files that are shared are all named, and read together', async ({ page }) => {
  await seedWorkspace(page, served.url);
  await answeredByWorker(page);
  await page.reload();
  await share(page, ['client-config', 'users'].map(saved), `${served.url}/import/shared`);
  const asked = page.getByRole('dialog', { name: 'Läs in filerna?' });
  await expect(asked.getByRole('listitem')).toHaveText(['client-config.json', 'users.json']);
  await asked.getByRole('button', { name: 'Provkör filerna' }).tap();
  await expect(page.getByText('client-config.json + 1', { exact: false }).first()).toBeVisible();
});

/**
 * A page of another site that posts a sheet to an address as soon as it is opened; `told` is what
 * it says of itself.
 */
const foreignPage = async (action: string, content: string, told: string) => {
  const page = `<!doctype html><meta name="referrer" content="${told}"><title>A prize</title>
<form method="post" enctype="multipart/form-data" action="${action}"><input type="file" name="sheet"></form>
<script>
  const files = new DataTransfer();
  files.items.add(new File([${JSON.stringify(content)}], '01-minimal.csv', { type: 'text/csv' }));
  document.querySelector('input').files = files.files;
  document.forms[0].submit();
</script>`;
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end(page),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return { host, url: `http://${host}/`, stop: () => void server.close() };
};

for (const [told, from] of [
  ['origin', (host: string) => `webbsidan ${host}`],
  ['no-referrer', () => 'en annan app eller en webbsida'],
] as const)
  test(`X9: a page of another site that posts a sheet by itself (referrer: ${told}) is named as such, and cancelling leaves nothing @long`, async ({
    page,
  }) => {
    await seedWorkspace(page, served.url);
    await answeredByWorker(page);
    const before = await dumpOf(page);
    const content = await readFile(fixture('01-minimal.csv'), 'utf8');
    const foreign = await foreignPage(`${served.url}/import/shared`, content, told);
    await page.goto(foreign.url, { waitUntil: 'commit' });
    const asked = page.getByRole('dialog', { name: 'Läs in filen?' });
    await expect(asked).toContainText(
      `Den kom från ${from(foreign.host)}. Läs in den bara om det var du`,
    );
    // It came to the app's own page, and to no other that could read what is typed there.
    expect(page.url()).toBe(`${served.url}/import`);
    await asked.getByRole('button', { name: 'Släng filen' }).tap();
    await expect(asked).toBeHidden();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await dumpOf(page)).toEqual(before);
    // Nor does the worker hold it for whoever looks next.
    await page.goto(`${served.url}/import?shared`);
    await expect(
      page.getByText('Filen kom inte fram. Dela den igen, eller välj den här.'),
    ).toBeVisible();
    foreign.stop();
  });
