import { cleanup, render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import type { Programme } from '#core/record/record.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import type { Language } from '#core/language/language.ts';
import { afterEachTest } from '#tests/factories/after-each-test.ts';
import { openTestWorkspace, PASSPHRASE } from '#tests/factories/workspace-in-browser.ts';
import { loadFileWords } from '#workspace/screens/import/run/load-imported.ts';
import { ImportScreen } from '#workspace/screens/import/import-screen.svelte.ts';
import type { DryRun } from '#workspace/screens/import/importing.ts';
import type { EndedRow } from '#core/import/ended-rows.ts';
import type { RowsToSave } from '#workspace/screens/import/run/rows-table.ts';
import { whyEnded, type RowRecords } from '#workspace/screens/import/run/run-rows.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';
import type { ReadAs } from '#programmes/reads-as.ts';
import WithImport from './WithImport.svelte';

const [sv, en] = await Promise.all([loadFileWords('sv'), loadFileWords('en')]);
const READ_AS = { sv: sv.readAs!, en: en.readAs! };

afterEachTest(cleanup);

/**
 * The screen's state over a real workspace. Asked for the vault, `unlocks` says what the user does;
 * `looksAfter` is not read where it is left out.
 */
export const openImport = async (
  unlocks: () => Promise<boolean> = async () => true,
  looksAfter?: readonly Programme[],
) => {
  const world = await openTestWorkspace();
  const unlock = async (): Promise<boolean> =>
    (await world.vault.unlock({ by: 'passphrase', text: PASSPHRASE })).ok;
  const askUnlock = async (): Promise<boolean> =>
    world.vault.isOpen || ((await unlocks()) && (await unlock()));
  const workspace =
    looksAfter === undefined ? undefined : { data: newWorkspace('Nordby IT', looksAfter).data };
  const screen = new ImportScreen({
    records: world.records,
    vault: world.vault,
    askUnlock,
    workspace,
  });
  return { world, screen };
};

/**
 * Mounts a part of the import screens with their texts. What is not a screen itself gets a
 * heading.
 */
export const showImport = <Props extends object>(
  part: Component<Props>,
  given: Props,
  language: Language = 'sv',
) => {
  const heading = 'screen' in given ? undefined : 'Import';
  const anything = part as unknown as Component<Record<string, unknown>>;
  return render(WithImport, {
    props: {
      language,
      readAs: READ_AS[language],
      part: anything,
      given: given as Record<string, unknown>,
      heading,
    },
  });
};

/** A csv file as picked. */
export const csvFile = (name: string, ...lines: string[]): File =>
  new File([lines.join('\r\n')], name);

/** Rows of every kind: new, unclear, without a number, repeated. */
export const MIXED = [
  'Order Number,Order Date,Available From,Amount,Currency,Purchaser,Code,Comment',
  '4500218837,2026-09-01,2026-09-04,25 000,SEK,innehall@nordby.example,XFAKECREDIT0001,',
  ',2026-10-12,2026-11-02,18 000,SEK,innehall@nordby.example,XFAKECREDIT0003,',
  '4500220164,2026-10-12,2026-11-06,25.000:-,SEK,innehall@nordby.example,XFAKECREDIT0004,',
  '4500214410,2026-09-12,2026-10-05,40 000,SEK,innehall@nordby.example,XFAKECREDIT0005,brådskar',
  '4500214410,2026-09-12,2026-10-05,40 000,SEK,innehall@nordby.example,XFAKECREDIT0005,',
];

/** What the one programme would do that reads the file; undefined before it was tried. */
export const triedIn = (screen: ImportScreen): DryRun | undefined => {
  const [programme] = screen.programmes;
  return programme === undefined ? undefined : screen.triedOf(programme);
};

/** Says what a sheet is; one that is not there stays what it is. */
export const sayOf = async (screen: ImportScreen, sheet: string, as: ReadAs): Promise<void> => {
  const reading = screen.readings.find(({ name }) => name === sheet);
  if (reading !== undefined) await screen.readAs(reading, as);
};

/** What is known of the rows of an import: the records they led to, and why each ended as it did. */
export const knownOf = async (
  recordsOf: RowRecords,
  rows: readonly EndedRow[],
): Promise<Pick<RowsToSave, 'records' | 'whyOf'>> => {
  const records = await recordsOf(rows);
  return { records, whyOf: (row) => whyEnded(row, swedish.why, records.get(row.parent)) };
};
