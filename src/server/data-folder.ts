import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';

/** What the server lays into its folder. */
const OURS = ['accounts.json', 'accounts.json.new', 'databases'];

/** Nobody else on this computer needs to read what lies here. */
const MINE_ALONE = 0o700;

/**
 * Makes the data folder for this user alone, or makes one that is there so. One with other things in it, or of another user, is left
 * as it is: others may need it. Throws when it cannot be made.
 */
export const keepToOneself = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: MINE_ALONE });
  const { mode, uid } = statSync(folder);
  const isOpen = (mode & 0o077) !== 0;
  if (!isOpen || uid !== process.getuid?.()) return;
  if (readdirSync(folder).every((name) => OURS.includes(name))) chmodSync(folder, MINE_ALONE);
};
