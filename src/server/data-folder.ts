import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';

/**
 * What the server puts into its folder, and what a file system adds itself: the folder may be a
 * mount point.
 */
const OURS = ['accounts.json', 'accounts.json.new', 'databases', 'lost+found'];

/** Nobody else on this computer needs to read the folder. */
const MINE_ALONE = 0o700;

/**
 * Who the server is, undefined where users have no number (Windows), and what changes the rights to
 * a folder.
 */
type Means = {
  readonly uid: number | undefined;
  readonly chmod: (folder: string, mode: number) => void;
};

/**
 * Creates the data folder for this user alone, or restricts an existing one. A folder with other
 * content, or of another user, is left as it is: others may need it. Returns its permissions if
 * others still have some, otherwise 0; throws if it cannot be created.
 */
export const keepToOneself = (
  folder: string,
  { uid, chmod }: Means = { uid: process.getuid?.(), chmod: chmodSync },
): number => {
  mkdirSync(folder, { recursive: true, mode: MINE_ALONE });
  if (uid === undefined || openRights(folder) === 0) return 0;
  const isMine =
    statSync(folder).uid === uid && readdirSync(folder).every((name) => OURS.includes(name));
  try {
    if (isMine) chmod(folder, MINE_ALONE);
  } catch {
    // A disk of another system, or over a network, may know no rights; the folder can be used all
    // the same.
  }
  return openRights(folder);
};

const openRights = (folder: string): number => {
  const { mode } = statSync(folder);
  return (mode & 0o077) === 0 ? 0 : mode & 0o777;
};

/** A sentence for a data folder to which others have these rights; '' where they have none. */
export const openFolderProblem = (folder: string, rights: number): string =>
  rights === 0
    ? ''
    : `The data folder ${folder} is open to other users of this computer (${rights.toString(8)}): ` +
      'make it the own one of the user that runs Volym, with chown and chmod 700, or choose another: DATA=/some/folder npm start';
