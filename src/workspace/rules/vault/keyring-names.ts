import { areFewUnknown, FIELDS, isName, type KeyringData } from './keyring.ts';

type Names = Readonly<Record<string, true>>;

/**
 * Far more than keys are changed, and passphrases and kits made; half of what a keyring may come
 * with.
 */
const MOST_NAMES_LEFT = 1_000;

/**
 * Names of keys or wraps, with some that are added. They are only ever added to, until there are
 * more than anybody needs: then the first ones go, or made-up names would leave no room for what is
 * true. What is no name goes, too: older versions took it in.
 */
export const withNames = (names: Names | undefined, added: readonly string[]): Names => {
  const before = Object.keys(names ?? {}).filter((name) => !added.includes(name));
  const all = [...before, ...added].filter(isName);
  return Object.fromEntries(all.slice(-MOST_NAMES_LEFT).map((name) => [name, true]));
};

/**
 * A keyring that opened once, in the form that one is taken in: older versions bounded neither
 * names nor what they did not know.
 */
export const inForm = (keyring: KeyringData): KeyringData => {
  const entries = Object.entries(keyring).map(
    ([field, value]) => [field, isNames(field) ? withNames(value as Names, []) : value] as const,
  );
  const known = areFewUnknown(keyring)
    ? entries
    : entries.filter(([field]) => Object.hasOwn(FIELDS, field));
  return Object.fromEntries(known) as KeyringData;
};

const isNames = (field: string): boolean =>
  ['keysBefore', 'sealedAnew', 'wrapsTakenOff'].includes(field);
