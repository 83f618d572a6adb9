import type { KeptFolder } from '#data/device/kept-folder.ts';
import type { FileThere } from '#platform/browser/folder.ts';

type Answered = Pick<KeptFolder, 'until' | 'names'>;

/** The newest file of a folder, if it was not read or dismissed yet. */
export const newestFile = (
  files: readonly FileThere[],
  answered: Answered,
): FileThere | undefined => {
  const isNew = ({ name, changedAt }: FileThere): boolean =>
    changedAt > answered.until || (changedAt === answered.until && !answered.names.includes(name));
  return files
    .filter(isNew)
    .toSorted((a, b) => b.changedAt - a.changedAt || (a.name < b.name ? -1 : 1))[0];
};

/** What is answered once this file is, too: all older ones with it. */
export const answeredWith = ({ name, changedAt }: FileThere, answered: Answered): Answered => ({
  until: changedAt,
  names: changedAt === answered.until ? [...answered.names, name] : [name],
});
