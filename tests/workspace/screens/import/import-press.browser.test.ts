import { screen as dom } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test } from 'vitest';
import { imports as swedish } from '#workspace/words/sv/import.ts';
import { longSheet } from '#tests/factories/hostile-files.ts';
import { pressEachTurn } from '#tests/factories/pressing.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import { openImport, showImport } from './show-import.ts';

const nothing = (): void => undefined;

/** Five times as long as a long sheet. */
const LENGTHS = [50_000];

/**
 * Of the beats of an undisturbed clock, so many must find a page that answered: one that hangs
 * answers nearly none.
 */
const SHARE = 1 / 4;

test.each(LENGTHS)(
  'A5: the page answers presses while %i rows go from the file to the shown dry run',
  { timeout: 120_000 },
  async (rows) => {
    const { screen } = await openImport();
    const file = new File([await longSheet(rows)], 'codes.xlsx');
    const { answers, beats, longTasks } = await pressEachTurn(async () => {
      await screen.choose(file);
      showImport(DryRun, {
        screen,
        today: '2026-11-20',
        onimport: nothing,
        oncancel: nothing,
        problemWords: String,
      });
      await tick();
    });
    expect(dom.getByRole('button', { name: swedish.importRows(rows) })).toBeEnabled();
    console.log(
      `${rows} rows: ${answers} presses answered in ${beats * 20} ms, tasks over 50 ms: ${longTasks.join(', ')}`,
    );
    expect(answers).toBeGreaterThan(beats * SHARE);
  },
);
