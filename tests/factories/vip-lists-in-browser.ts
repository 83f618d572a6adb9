import { NO_CHOICE } from '#core/import/choice.ts';
import type { Answers } from '#core/import/file-question.ts';
import { openTrial, taskOf, type DryRun } from '#tests/factories/trials.ts';
import { withRemembered } from '#data/import/mappings.ts';
import type { OpenFile, OpenLot } from '#data/import/open-file.ts';
import { runImport } from '#data/import/run.ts';
import { openSheet } from '#data/import/read/sheet-reader.ts';
import { undoImport } from '#data/import/undo/undo.ts';
import type { VipDryRun } from '#programmes/adobe-vip/work/import/trial.ts';
import type { TestWorkspace } from './workspace-in-browser.ts';
import { onlyPart } from './lot-here.ts';
import { closedWithTest } from './opened-files.ts';

const urls = import.meta.glob<string>('../fixtures/adobe/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** A file of the fixtures of Adobe, as the file input would hand it over. */
export const adobeFixture = async (name: string): Promise<File> => {
  const url = urls[`../fixtures/adobe/${name}`];
  if (url === undefined) throw new Error(`no fixture ${name}`);
  return new File([await (await fetch(url)).blob()], name);
};

/**
 * What a person does with lists of VIP customers in a workspace. Files stay open until the test is over.
 */
export const vipListsIn = (world: TestWorkspace) => {
  const readLot = async (file: File): Promise<OpenLot> => {
    const result = await openSheet([file]);
    if (!result.ok) throw new Error(result.problem.code);
    closedWithTest(result.value);
    return (await withRemembered(world, result.value)).lot;
  };
  const read = async (file: File): Promise<OpenFile> => onlyPart(await readLot(file));
  const tryRead = async (file: OpenFile, answers: Answers = {}): Promise<VipDryRun> => {
    const dryRun: DryRun = await openTrial(world).try(file, answers, NO_CHOICE);
    if (dryRun.programme !== 'adobe-vip') throw new Error(`taken for ${dryRun.programme}`);
    return dryRun;
  };
  const tryOut = async (file: File): Promise<VipDryRun> => tryRead(await read(file));
  const tap = async (dryRun: DryRun): Promise<string> => {
    const done = await runImport(taskOf(dryRun, world), world);
    if (!done.ok) throw new Error(done.problem.code);
    return done.value;
  };
  return {
    readLot,
    read,
    tryRead,
    tryOut,
    tap,
    bring: async (file: File) => tap(await tryOut(file)),
    undo: async (run: string) => {
      const undone = await undoImport(world.records, run, 'ångrat');
      if (!undone.ok) throw new Error(undone.problem.code);
      return undone.value.kept;
    },
  };
};
