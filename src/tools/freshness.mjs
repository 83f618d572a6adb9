/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean,
 * link?: boolean }} LockedPackage
 */
/** @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile */
/** @typedef {{ inputs: string, output: string }} BuildStamp */

/**
 * Whether the packages on disk differ from the lockfile. `installed` is npm's own list of what it
 * installed (`node_modules/.package-lock.json`), undefined if there is none; `isThere` looks for a
 * package's folder. File times do not count: a checkout or a copy changes them. Packages for other
 * systems may be missing, and there may be more than the lockfile requires.
 * @param {Lockfile} locked
 * @param {Lockfile | undefined} installed
 * @param {(path: string) => boolean} isThere
 * @returns {boolean}
 */
export const needsInstall = (locked, installed, isThere) =>
  installed?.packages === undefined ||
  Object.entries(locked.packages ?? {})
    .filter(([path]) => path !== '')
    .some(([path, wanted]) => {
      const found = installed.packages?.[path];
      if (found === undefined) return !(wanted.optional || wanted.devOptional);
      return (
        found.version !== wanted.version || found.integrity !== wanted.integrity || !isThere(path)
      );
    });

/**
 * Whether the app must be built: never built, built from other sources (`inputs`, a hash), or the
 * build that is there (`output`, undefined when there is none) is not the one the stamp was
 * written for.
 * @param {{ inputs: string, output: string | undefined, stamp: BuildStamp | undefined }} state
 * @returns {boolean}
 */
export const needsBuild = ({ inputs, output, stamp }) =>
  output === undefined || stamp === undefined || stamp.inputs !== inputs || stamp.output !== output;

/**
 * The first Node that runs TypeScript files as they are, without a flag (24 is the project's own).
 */
const TYPES_SINCE = [22, 18];

/**
 * Whether a Node of this version can stand in for the project's own. `typescript` is its own claim
 * (`process.features`): a distribution may build it without.
 * @param {string} version like `20.20.2`
 * @param {string | false | undefined} typescript
 * @returns {boolean}
 */
export const runsTypes = (version, typescript) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = TYPES_SINCE;
  const isNewEnough = major > needMajor || (major === needMajor && minor >= needMinor);
  return isNewEnough && Boolean(typescript);
};
