import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { imports } from '#workspace/words/sv/import.ts';
import {
  endlessSheet,
  hostileFiles,
  type HostileFile,
  type Samples,
} from '#tests/factories/hostile-files.ts';
import { chooseFile, countsOf, fixture, importButton } from './import-steps.ts';
import { heading, openImport } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { dumpOf } from './stored-records.ts';
import { seedUnlocked } from './workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const sample = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(fixture(name)));

/** The sentence of a problem, whatever its numbers and kinds are. */
const sentenceOf = (code: HostileFile['ends'][number]): RegExp => {
  const mark = '§';
  const sentence = imports.problems[code]({ limitMb: mark, limit: mark, row: mark, what: mark });
  const escaped = sentence.replace('inget kalkylblad', mark).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll(mark, '.+')}$`);
};

const isOneOf = (text: string, ends: HostileFile['ends']): boolean =>
  ends.some((code) => sentenceOf(code).test(text));

/**
 * What the page did so far: presses that it heard, and turns that it took while a file was being
 * read.
 */
type Heard = { presses: number; turns: number };

/**
 * Counts both in the page itself: how often this test comes to press depends on how busy the
 * machine is.
 */
const hearPresses = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const heard = { presses: 0, turns: 0 };
    addEventListener('pointerdown', () => (heard.presses += 1));
    const isReading = (): boolean =>
      document.querySelector('progress, [role=progressbar]') !== null;
    setInterval(() => (heard.turns += isReading() ? 1 : 0), 10);
    (globalThis as unknown as { heard: Heard }).heard = heard;
  });

const heardBy = (page: Page): Promise<Heard> =>
  page.evaluate(() => (globalThis as unknown as { heard: Heard }).heard);

/** What its size alone tells is answered before a press can come between. */
const isRefusedUnread = (ends: HostileFile['ends']): boolean =>
  ends.includes('empty-file') || ends.includes('too-large');

/**
 * The answer of the file before is not the answer of this one; what is refused without being read
 * replaces it at once.
 */
const forgetAnswer = async (page: Page, ends: HostileFile['ends']): Promise<void> => {
  if (isRefusedUnread(ends)) await openImport(page);
  await page.evaluate(() =>
    document.querySelector('[role=alert]')?.setAttribute('data-before', ''),
  );
};

const answerOf = (page: Page): Locator => page.locator('[role=alert]:not([data-before])');

/**
 * So many turns a page takes that is free while a long file is read; one that reads by itself takes
 * the first.
 */
const MANY = 3;

/**
 * Presses where nothing is, until the screen has an answer. Each must come through, and while a
 * long file is read the page is free.
 */
const pressUntilAnswered = async (page: Page, { isLong }: HostileFile): Promise<void> => {
  const answer = answerOf(page).or(heading(page, 'Provkörning'));
  const before = await heardBy(page);
  let presses = 0;
  do {
    await page.touchscreen.tap(195, 4);
    presses += 1;
  } while (!(await answer.isVisible()));
  const after = await heardBy(page);
  expect(after.presses - before.presses).toBe(presses);
  if (isLong) expect(after.turns - before.turns).toBeGreaterThanOrEqual(MANY);
};

/** Written to a disk first: a file of 20 MB is then chosen as a user does. */
const writtenTo = async (path: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  await writeFile(path, bytes);
  return path;
};

test('A5: files made to hurt end in one sentence, the page answers meanwhile, and nothing is written @long', async ({
  page,
}, testInfo) => {
  test.slow();
  await seedUnlocked(page, served.url);
  await openImport(page);
  await hearPresses(page);
  const before = await dumpOf(page);
  const samples: Samples = {
    xls: await sample('04-preamble.xls'),
    xlsx: await sample('03-minimal.xlsx'),
  };
  for (const [at, file] of hostileFiles.entries())
    await test.step(file.name, async () => {
      const { name, make, ends } = file;
      const path = await writtenTo(testInfo.outputPath(`${at}.xlsx`), await make(samples));
      await forgetAnswer(page, ends);
      await chooseFile(page, path);
      await pressUntilAnswered(page, file);
      const sentences = await answerOf(page).allInnerTexts();
      expect(sentences, name).toHaveLength(1);
      // A file alone is named in front of what is wrong with it.
      const said = (sentences[0] ?? '').replace(`${at}.xlsx: `, '');
      expect(isOneOf(said, ends), `${name}: ${said}`).toBe(true);
      await expect(heading(page, 'Import')).toBeVisible();
    });
  expect(await dumpOf(page)).toEqual(before);

  await chooseFile(page, fixture('01-minimal.csv'));
  expect(await countsOf(page)).toEqual([5, 0, 0, 0]);
  await importButton(page).tap();
  await expect(heading(page, '01-minimal.csv')).toBeVisible();
});

test('A5: a file with which the parser never ends is cancelled by a press, or given up after its time', async ({
  page,
}, testInfo) => {
  const endless = await writtenTo(testInfo.outputPath('endless.xlsx'), await endlessSheet());
  await page.clock.install();
  await seedUnlocked(page, served.url);
  await openImport(page);
  const before = await dumpOf(page);
  const reading = page.getByRole('progressbar', { name: 'Läser endless.xlsx' });

  await chooseFile(page, endless);
  await expect(reading).toBeVisible();
  await page.getByRole('button', { name: 'Avbryt' }).tap();
  await expect(reading).toBeHidden();
  await expect(page.getByRole('alert')).toBeHidden();

  await chooseFile(page, endless);
  await expect(reading).toBeVisible();
  await page.clock.fastForward(20_000);
  await expect(page.getByRole('alert')).toHaveText(
    `endless.xlsx: ${imports.problems['took-too-long']()}`,
  );
  expect(await dumpOf(page)).toEqual(before);
  await chooseFile(page, fixture('01-minimal.csv'));
  await expect(importButton(page)).toBeEnabled();
});
