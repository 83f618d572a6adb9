import type { ProgrammeId } from '#core/record/record.ts';
import type { OpenFile } from '#data/import/open-file.ts';
import type { ImportParts, Trial } from '#data/import/trial.ts';
import { onDemandOfAll } from '#programmes/programmes.ts';
import type { DryRun, Importing } from './importing.ts';

/** How a programme's files are tried out, written and told. */
export type ImportingOf = (id: ProgrammeId) => Importing;

/** Loads what every programme knows of its files: whose a file is shows once it is open. */
export const loadImporting = async (): Promise<ImportingOf> => {
  const loaded = await Promise.all(
    (await onDemandOfAll()).map(async ({ importing }) => importing?.()),
  );
  return (id) => {
    const found = loaded.find((part) => part?.importing.programme === id)?.importing;
    if (found === undefined) throw new TypeError(`nothing reads files of ${id}`);
    return found;
  };
};

/** The trial of a programme for the file that is open. */
export type TrialBy = (importing: Importing) => Trial<OpenFile, DryRun>;

/** A trial keeps what it made of a file: each programme that the file is read as has one. */
export const trialsOver = (parts: ImportParts): TrialBy => {
  const trials = new Map<ProgrammeId, Trial<OpenFile, DryRun>>();
  return (importing) => {
    const trial = trials.get(importing.programme) ?? importing.trial(parts);
    trials.set(importing.programme, trial);
    return trial;
  };
};
