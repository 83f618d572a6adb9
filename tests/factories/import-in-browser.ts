import { NO_CHOICE, type Choice } from '#core/import/choice.ts';
import type { Answers } from '#core/import/file-question.ts';
import { openTrial, taskOf, type DryRun } from '#tests/factories/trials.ts';
import { withRemembered } from '#data/import/mappings.ts';
import type { OpenFile, OpenLot } from '#data/import/open-file.ts';
import { runImport } from '#data/import/run.ts';
import { openSheet } from '#data/import/read/sheet-reader.ts';
import expected from '../fixtures/apple-codes/expected.json' with { type: 'json' };
import { onlyPart } from './lot-here.ts';
import { closedWithTest } from './opened-files.ts';
import type { TestWorkspace } from './workspace-in-browser.ts';

const urls = import.meta.glob<string>('../fixtures/apple-codes/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** What `expected.json` says about a file, as far as the tests here read it. */
export type Expected = {
  readonly kind: string;
  readonly outcome: string;
  readonly accepted: number;
  readonly codes?: readonly string[];
  readonly rejected?: readonly { readonly row: number }[];
  readonly duplicatesInFile?: readonly { readonly row: number; readonly sameAsRow: number }[];
};

/** Every file of the fixtures with what it should become. */
export const fixtures = Object.entries(
  (expected as unknown as { files: Record<string, Expected> }).files ?? expected,
);

/** A file of the fixtures as the file input would hand it over. */
export const fixture = async (name: string): Promise<File> => {
  const url = urls[`../fixtures/apple-codes/${name}`];
  if (url === undefined) throw new Error(`no fixture ${name}`);
  return new File([await (await fetch(url)).blob()], name);
};

/** Reads and recognises a file, open until the test ends; throws its problem's code. */
export const waitingLot = async (world: TestWorkspace, file: File): Promise<OpenLot> => {
  const read = await openSheet([file]);
  if (!read.ok) throw new Error(read.problem.code);
  closedWithTest(read.value);
  return (await withRemembered(world, read.value)).lot;
};

/** The same, as the one programme has it that reads it. */
export const waitingFile = async (world: TestWorkspace, file: File): Promise<OpenFile> =>
  onlyPart(await waitingLot(world, file));

/** The dry run of a fixture. */
export const tryFile = async (
  world: TestWorkspace,
  name: string,
  choice: Choice = NO_CHOICE,
  answers: Answers = {},
): Promise<DryRun> =>
  openTrial(world).try(await waitingFile(world, await fixture(name)), answers, choice);

/** Dry run and tap; answers the run's id. */
export const importFile = async (
  world: TestWorkspace,
  name: string,
  choice: Choice = NO_CHOICE,
): Promise<string> => {
  const done = await runImport(taskOf(await tryFile(world, name, choice), world), world);
  if (!done.ok) throw new Error(done.problem.code);
  return done.value;
};
