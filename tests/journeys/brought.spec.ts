import { expect, test, type Page } from '@playwright/test';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { axeFaults } from './axe-faults.ts';
import { countsOf, fixture, importButton, unlock } from './import-steps.ts';
import { enterExample, heading, openImport } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { tick } from './fingers.ts';
import { seedWorkspace } from './workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const saved = (name: string): string =>
  join(import.meta.dirname, '../fixtures/apps-and-books/saved', `${name}.json`);

/** Files as another program holds them over the page and lets them go. */
const drop = async (page: Page, ...paths: string[]): Promise<void> => {
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), content: await readFile(path, 'utf8') })),
  );
  await page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const { name, content } of files) dataTransfer.items.add(new File([content], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      );
  }, files);
};

/** Copies a table, as a mail program does, and pastes it where the focus is. */
const pasteTable = async (page: Page, rows: readonly (readonly string[])[]): Promise<void> => {
  const cells = (row: readonly string[]): string => row.map((text) => `<td>${text}</td>`).join('');
  const html = `<p>Hej!</p><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
  await page.evaluate(
    ({ html, text }) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', text);
      (document.activeElement ?? document.body).dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    { html, text: rows.flat().join('\n') },
  );
};

const TABLE = [
  ['Order Number', 'Amount', 'Currency', 'Code'],
  ['4500218837', '25&nbsp;000', 'SEK', 'XFAKECREDIT0001'],
  ['4500218838', '18&nbsp;000', 'SEK', 'XFAKECREDIT0002'],
];

test('A5: a table from a mail is pasted with its columns on a phone, and imported', async ({
  page,
}) => {
  await enterExample(page, served.url);
  await openImport(page);
  await page.getByRole('button', { name: /^Klistra in rader/ }).tap();
  const sheet = page.getByRole('dialog', { name: 'Klistra in rader' });
  const field = sheet.getByRole('textbox');
  await field.tap();
  await pasteTable(page, TABLE);
  await expect(field).toHaveValue(
    /^Hej!\nOrder Number\tAmount\tCurrency\tCode\n4500218837\t25 000/,
  );
  expect(await axeFaults(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Provkör raderna' }).tap();
  expect(await countsOf(page)).toEqual([2, 0, 0, 0]);
  await importButton(page).tap();
  await expect(heading(page, 'Inklistrade rader')).toBeVisible();

  // Codes in sentences: the column is confirmed first.
  await page.goBack();
  await page.getByRole('button', { name: /^Klistra in rader/ }).tap();
  await field.fill('Hej!\n\nKod 1: XFAKECREDIT0007 (25 000 kr)\nKod 2: XFAKECREDIT0008\n\nEva');
  await sheet.getByRole('button', { name: 'Provkör raderna' }).tap();
  await page.getByRole('button', { name: 'Ja, det stämmer' }).tap();
  await expect(importButton(page)).toHaveText('Importera 2 rader');
  expect(await page.content()).not.toContain('FAKE');
});

test('A5: pasted prose that is refused is in the field when it is opened again, until it is emptied or imported', async ({
  page,
}) => {
  await enterExample(page, served.url);
  await openImport(page);
  const paste = page.getByRole('button', { name: /^Klistra in rader/ });
  const sheet = page.getByRole('dialog', { name: 'Klistra in rader' });
  const field = sheet.getByRole('textbox');
  const tryRows = sheet.getByRole('button', { name: 'Provkör raderna' });
  const prose = 'Hej!\n\nBeställningen är på väg, koderna kommer i morgon.\n\nEva';
  await paste.tap();
  await field.fill(prose);
  await tryRows.tap();
  await expect(page.getByRole('alert')).toContainText(
    'känner inte igen något i det som klistrades in',
  );
  await paste.tap();
  await expect(field).toHaveValue(prose);
  await expect(field).toHaveAccessibleDescription(/känner inte igen något i det som klistrades in/);
  expect(await axeFaults(page)).toEqual([]);

  // Corrected, it is read; left again, it can be corrected once more, until it is imported.
  const rows = 'Order Number,Amount,Currency,Code\n4500218841,25 000,SEK,XFAKECREDIT0041';
  await field.fill(rows);
  await tryRows.tap();
  await expect(heading(page, 'Provkörning')).toBeVisible();
  await page.goBack();
  await paste.tap();
  await expect(field).toHaveValue(rows);
  await expect(field).not.toHaveAccessibleDescription(/./);
  // Closed by the mark or by Back, it keeps what stands in it, however much of it was typed.
  await field.fill(`${rows}\n`);
  await sheet.getByRole('button', { name: 'Stäng' }).tap();
  await paste.tap();
  await expect(field).toHaveValue(`${rows}\n`);
  await page.goBack();
  await expect(sheet).toBeHidden();
  await paste.tap();
  await expect(field).toHaveValue(`${rows}\n`);
  await field.fill('');
  await sheet.getByRole('button', { name: 'Stäng' }).tap();
  await paste.tap();
  await expect(field).toHaveValue('');
});

test.describe('on a tablet with keys', () => {
  test.use({ isMobile: false, viewport: { width: 1180, height: 820 } });

  test('B7, B9: two files are dropped together, others in their place, and a table is pasted on the page', async ({
    page,
  }) => {
    await page.clock.setFixedTime(Date.UTC(2026, 10, 20, 8));
    const { phrase } = await seedWorkspace(page, served.url);
    await page.goto(`${served.url}/settings`);
    await tick(page.getByLabel('Token för appar'));
    await page.goto(`${served.url}/import`);
    await expect(heading(page, 'Import')).toBeVisible();
    await drop(page, saved('client-config'), saved('users'));
    await expect(page.getByText('client-config.json + 1', { exact: false }).first()).toBeVisible();
    const first = await importButton(page).textContent();

    // Dropped on the dry run, a file takes its place; what was answered is asked about first.
    await drop(page, ...['client-config', 'assets-0', 'assets-1', 'assets-2'].map(saved));
    await expect(page.getByText('client-config.json + 3', { exact: false }).first()).toBeVisible();
    expect(await importButton(page).textContent()).not.toBe(first);
    await drop(page, fixture('01-minimal.csv'));
    await unlock(page, phrase);
    expect(await countsOf(page)).toEqual([5, 0, 0, 0]);
    const column = page.getByRole('combobox', { name: 'Vad kolumnen Code innehåller' });
    await column.selectOption({ label: 'Importeras inte' });
    await expect(column).toHaveValue('');
    page.once('dialog', (asked) => void asked.dismiss());
    await drop(page, saved('users'));
    await expect(page.getByText('01-minimal.csv', { exact: false }).first()).toBeVisible();
    page.once('dialog', (asked) => void asked.accept());
    await drop(page, saved('client-config'), saved('users'));
    await expect(page.getByText('client-config.json + 1', { exact: false }).first()).toBeVisible();

    await page.goBack();
    await expect(heading(page, 'Import')).toBeVisible();
    await pasteTable(page, TABLE);
    expect(await countsOf(page)).toEqual([2, 0, 0, 0]);
  });

  test('B7, B9: the files of a folder that is dropped are read together, and what else is in it is named', async ({
    page,
  }) => {
    await enterExample(page, served.url);
    await page.goto(`${served.url}/import`);
    await expect(heading(page, 'Import')).toBeVisible();
    const above = await mkdtemp(join(tmpdir(), 'dropped-'));
    const folder = join(above, 'Sparade svar');
    await mkdir(join(folder, 'Gamla'), { recursive: true });
    for (const name of ['client-config', 'users'])
      await writeFile(join(folder, `${name}.json`), await readFile(saved(name)));
    await writeFile(join(folder, 'anteckningar.docx'), 'x');
    await writeFile(join(folder, '.DS_Store'), 'x');
    const chromium = await page.context().newCDPSession(page);
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await chromium.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
      if (type === 'dragOver') await expect(page.getByText('Släpp här')).toBeVisible();
    }
    await expect(page.getByText('Släpp här')).toBeHidden();
    await expect(page.getByText('2 filer och mappar i Sparade svar läses inte in.')).toBeVisible();
    await expect(page.getByText('client-config.json + 1', { exact: false }).first()).toBeVisible();

    await page.goBack();
    await expect(heading(page, 'Import')).toBeVisible();
    for (const name of ['client-config', 'users']) await rm(join(folder, `${name}.json`));
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await chromium.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
    await expect(page.getByText('Inget i Sparade svar kan läsas in.')).toBeVisible();
    await rm(above, { recursive: true });
  });

  test('A5: the newest file of a folder that is watched is offered once, on this visit and the next @long', async ({
    page,
  }) => {
    // The browser’s question is answered with a folder of its own: no test can answer that.
    await page.addInitScript(() => {
      const folder = async (): Promise<FileSystemDirectoryHandle> =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Rapporter', { create: true });
      Object.assign(window, { showDirectoryPicker: folder });
    });
    const put = async (name: string, content: string): Promise<void> => {
      await page.evaluate(
        async ({ name, content }) => {
          const root = await navigator.storage.getDirectory();
          const folder = await root.getDirectoryHandle('Rapporter', { create: true });
          const file = await folder.getFileHandle(name, { create: true });
          const writable = await file.createWritable();
          await writable.write(content);
          await writable.close();
        },
        { name, content },
      );
    };
    const read = (name: string) => page.getByRole('button', { name: `Läs in ${name}` });
    await enterExample(page, served.url);
    await page.goto(`${served.url}/import`);
    await expect(heading(page, 'Import')).toBeVisible();
    await put('gammal.csv', 'A');
    await put('koder.csv', await readFile(fixture('01-minimal.csv'), 'utf8'));
    await page.getByRole('button', { name: /^Bevaka en mapp/ }).tap();
    const sheet = page.getByRole('dialog', { name: 'Bevaka en mapp' });
    expect(await axeFaults(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Välj mapp' }).tap();
    await expect(sheet).toBeHidden();
    await expect(read('koder.csv')).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
    await read('koder.csv').tap();
    // The example's phrase is filled in.
    await page.getByRole('dialog').getByRole('button', { name: 'Lås upp', exact: true }).tap();
    expect(await countsOf(page)).toEqual([5, 0, 0, 0]);
    await page.goBack();
    await expect(
      page.getByRole('button', { name: /^Bevakar Rapporter Ingen ny fil/ }),
    ).toBeVisible();

    await put('lista.csv', 'A');
    await page.reload();
    await expect(read('lista.csv')).toBeVisible();
    await page.getByRole('button', { name: 'Visa inte lista.csv mer' }).tap();
    await expect(read('lista.csv')).toBeHidden();
    await page.getByRole('button', { name: /^Bevakar Rapporter/ }).tap();
    await sheet.getByRole('button', { name: 'Sluta bevaka' }).tap();
    await expect(page.getByRole('button', { name: /^Bevaka en mapp/ })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: /^Bevaka en mapp/ })).toBeVisible();
  });
});
