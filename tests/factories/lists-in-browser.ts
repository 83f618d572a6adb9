import { NO_CHOICE, type Choice } from '#core/import/choice.ts';
import { openTrial, taskOf, type DryRun } from '#tests/factories/trials.ts';
import type { LicenceDryRun } from '#programmes/apple-licences/work/import/trial.ts';
import { withRemembered } from '#data/import/mappings.ts';
import type { OpenFile, OpenLot } from '#data/import/open-file.ts';
import { runImport } from '#data/import/run.ts';
import { openSheet } from '#data/import/read/sheet-reader.ts';
import { undoImport } from '#data/import/undo/undo.ts';
import type { TestWorkspace } from './workspace-in-browser.ts';
import { onlyPart } from './lot-here.ts';
import { closedWithTest } from './opened-files.ts';

const urls = import.meta.glob<string>(
  [
    '../fixtures/apps-and-books/**/*',
    '../fixtures/install-status/*.csv',
    '../fixtures/people/*.csv',
  ],
  {
    query: '?url',
    import: 'default',
    eager: true,
  },
);

/**
 * Files of the fixtures of apps and books, of lists of installations and of lists of people, as the
 * file input would hand them over.
 */
export const listFixtures = (...names: readonly string[]): Promise<File[]> =>
  Promise.all(
    names.map(async (name) => {
      const url = ['apps-and-books', 'install-status', 'people']
        .map((folder) => urls[`../fixtures/${folder}/${name}`])
        .find(Boolean);
      if (url === undefined) throw new Error(`no fixture ${name}`);
      return new File([await (await fetch(url)).blob()], name.split('/').at(-1) ?? name);
    }),
  );

/**
 * What a person does with lists of licences in a workspace. Files stay open until the test is over.
 */
export const listsIn = (world: TestWorkspace) => {
  const readLot = async (files: readonly File[]): Promise<OpenLot> => {
    const result = await openSheet(files);
    if (!result.ok) throw new Error(result.problem.code);
    closedWithTest(result.value);
    return (await withRemembered(world, result.value)).lot;
  };
  const read = async (files: readonly File[]): Promise<OpenFile> => onlyPart(await readLot(files));
  const tryOut = async (
    files: readonly File[],
    choice: Choice = NO_CHOICE,
  ): Promise<LicenceDryRun> => {
    const dryRun: DryRun = await openTrial(world).try(await read(files), {}, choice);
    if (dryRun.programme !== 'apple-licences') throw new Error('taken for codes');
    return dryRun;
  };
  const tap = async (dryRun: DryRun): Promise<string> => {
    const done = await runImport(taskOf(dryRun, world), world);
    if (!done.ok) throw new Error(done.problem.code);
    return done.value;
  };
  return {
    readLot,
    read,
    tryOut,
    tap,
    bring: async (files: readonly File[], choice?: Choice) => tap(await tryOut(files, choice)),
    undo: async (run: string) => {
      const undone = await undoImport(world.records, run, 'ångrat');
      if (!undone.ok) throw new Error(undone.problem.code);
      return undone.value.kept;
    },
  };
};
