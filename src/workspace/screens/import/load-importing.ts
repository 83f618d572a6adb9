import type { ProgrammeId } from '#core/record/record.ts';
import type { Language } from '#core/language/language.ts';
import type { OpenFile } from '#data/import/open-file.ts';
import type { ImportParts, Trial } from '#data/import/trial.ts';
import type { Texts } from '#ui/text.ts';
import { onDemandOfAll } from '#programmes/programmes.ts';
import type { DryRun, Importing } from './importing.ts';

/** How a programme's files are tried out, written and told. */
export type ImportingOf = (id: ProgrammeId) => Importing;

const loadAll = async (): Promise<Importing[]> => {
  const loaded = await Promise.all((await onDemandOfAll()).map(({ importing }) => importing?.()));
  return loaded.flatMap((part) => (part === undefined ? [] : [part.importing]));
};

/** Loads what every programme knows of its files: whose a file is shows once it is open. */
export const loadImporting = async (): Promise<ImportingOf> => {
  const loaded = await loadAll();
  return (id) => {
    const found = loaded.find(({ programme }) => programme === id);
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

/** Loads the words that come with a file, whosever it is. */
export const loadFileWords = async (language: Language): Promise<Partial<Texts>> => {
  const loaded = await loadAll();
  const words = await Promise.all(loaded.map(({ words }) => words?.(language)));
  return Object.assign({}, ...words);
};
