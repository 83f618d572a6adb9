import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import listed from '#tests/fixtures/import/expected.json' with { type: 'json' };
import type { Listed } from '#tests/factories/corpus/all.ts';
import { chooseFile } from './import-steps.ts';
import { heading, openImport } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { seedUnlocked } from './workspace.ts';

// Each part is long: they share the workers.
test.describe.configure({ mode: 'parallel' });

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const CORPUS = resolve(import.meta.dirname, '../fixtures/import');
const corpus = Object.entries(listed) as unknown as readonly (readonly [string, Listed])[];

/** So many journeys share the corpus: each takes every so manieth file. */
const PARTS = 4;
const partOf = (part: number): typeof corpus => corpus.filter((_, at) => at % PARTS === part);

const dryRun = (page: Page) => heading(page, 'Provkörning');
const problem = (page: Page) => page.getByRole('alert');

/** Chooses a file by the input of the screen; what comes is a dry run, or why there is none. */
const outcomeOf = async (page: Page, name: string): Promise<'read' | 'refused'> => {
  await chooseFile(page, join(CORPUS, name));
  await expect(dryRun(page).or(problem(page)), name).toBeVisible();
  return (await dryRun(page).isVisible()) ? 'read' : 'refused';
};

const leave = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Avbryt' }).first().tap();
  await expect(heading(page, 'Import')).toBeVisible();
};

for (let part = 0; part < PARTS; part += 1)
  test(`A5, B9, C13: the corpus of files ends as expected by the file input of a phone (${part + 1}) @long`, async ({
    page,
  }) => {
    test.slow();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await seedUnlocked(page, served.url);
    await openImport(page);
    for (const [name, { expected }] of partOf(part)) {
      await test.step(name, async () => {
        const outcome = await outcomeOf(page, name);
        if ('sheets' in expected) expect([name, outcome]).toEqual([name, 'read']);
        if ('refused' in expected) expect([name, outcome]).toEqual([name, 'refused']);
        // No code is shown before its rows are asked for, whatever the file is.
        expect(await page.getByRole('main').innerText(), name).not.toMatch(/XFAKE|FAKE[A-Z0-9]{6}/);
        if (outcome === 'read') await leave(page);
        else await openImport(page);
      });
    }
    expect(faults).toEqual([]);
  });
