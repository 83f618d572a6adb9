import type { ProgrammeId } from '#core/record/record.ts';
import { programmes } from '#programmes/programmes.ts';
import type { Importing } from './importing.ts';

/** How a programme's files are tried out, written and told. */
export type ImportingOf = (id: ProgrammeId) => Importing;

/** Loads what every programme knows of its files: whose a file is shows once it is open. */
export const loadImporting = async (): Promise<ImportingOf> => {
  const loaded = await Promise.all(programmes.map(({ importing }) => importing()));
  return (id) => {
    const found = loaded.find(({ importing }) => importing.programme === id);
    if (found === undefined) throw new TypeError(`nothing reads files of ${id}`);
    return found.importing;
  };
};
