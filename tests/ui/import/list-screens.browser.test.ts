import { screen as dom } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { ImportRun } from '#domain/workspace/import-run.ts';
import { imports as swedish } from '#i18n/sv/import.ts';
import type { Texts } from '#ui/text.ts';
import DryRun from '../../../src/routes/import/DryRun.svelte';
import RunDetail from '../../../src/routes/import/[run]/RunDetail.svelte';
import { contentOf } from '../../../src/routes/import/[run]/run-content.ts';
import { countsOf, importedWords } from '../../../src/routes/import/recent-words.ts';
import { RunUndo } from '../../../src/routes/import/undo-run.svelte.ts';
import { shellTexts } from '../texts.ts';
import { openImport, showImport } from './show-import.ts';

const today = '2026-11-20';
const nothing = (): void => undefined;
const texts = { ...shellTexts(), import: swedish } as Texts;

const page = (name: string, body: object): File =>
  new File([JSON.stringify({ ...body, uId: '2049', currentPageIndex: 0, totalPages: 1, versionId: 'v1' })], name);
const assets = page('assets-0.json', {
  assets: [{ adamId: '900000000001', pricingParam: 'STDQ', productType: 'App', totalCount: 9, assignedCount: 3 }],
  size: 1,
});
const holding = (...users: readonly string[]): File =>
  page('assignments-0.json', {
    assignments: users.map((clientUserId) => ({ adamId: '900000000001', pricingParam: 'STDQ', clientUserId })),
    size: users.length,
  });

describe('B7: a whole list that only names fewer licences', () => {
  test('B7: the button says what will happen, the record what did, and its page of which app', async () => {
    const { world, screen } = await openImport();
    await screen.choose([assets, holding('u-1', 'u-2', 'u-3')]);
    await screen.run();
    await screen.choose(holding('u-2'));
    const shown = showImport(DryRun, { screen, today, onimport: nothing, oncancel: nothing });
    expect(dom.getByRole('img', { name: '0 nya, 0 ändras, 1 lika, 0 fel' })).toBeVisible();
    expect(dom.getByRole('button', { name: 'Notera 2 licenser som lediga' })).toBeEnabled();
    expect(dom.getByText('2 tilldelade licenser finns inte längre i listan och noteras som lediga.')).toBeVisible();
    shown.unmount();

    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    expect(countsOf(run, texts)).toBe('1 lika, 2 licenser blev lediga');
    const { parents, kept } = await contentOf(run, world.records, texts);
    expect(parents).toMatchObject([{ holds: 'licences', brought: 0, freed: 2, isChanged: false }]);
    showImport(RunDetail, { run, parents, kept, today, busy: false, onundo: nothing });
    expect(dom.getByRole('link', { name: /2 licenser blev lediga/ })).toBeVisible();
    await new RunUndo(() => world.records, texts).undo(run);
    expect((await contentOf(run, world.records, texts)).parents).toEqual([]);
  });

  test.each([
    [4, 0, '4 rader importerade'],
    [0, 1, '1 licens blev ledig'],
    [1, 3, '1 rad importerade, 3 licenser blev lediga'],
  ])('B7: with %i rows and %i freed licences it ends with “%s”', (rows, freed, said) => {
    expect(importedWords(rows, freed, texts)).toBe(said);
  });
});
