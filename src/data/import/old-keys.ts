import { mayBeSecret, mayBeSecretKey } from '#core/import/secret-headings.ts';
import { setOfFiles, type AllRemembered } from './remembered-by.ts';

/**
 * What is remembered, without what older versions kept by headings that may be codes, addresses or
 * other cells of somebody's row. No version writes such headings any more: a list whose headings went is
 * asked about once more.
 */
export const withoutOldSecrets = (all: AllRemembered): AllRemembered =>
  Object.fromEntries(
    Object.entries(all).filter(([key, mapping]) => !holdsSecret(key) && !namesSecret(key, mapping)),
  );

/** What is known of one file alone is under a hash of it, after these words. */
const OF_ONE_SHEET = /^(?:[a-z-]+:)?sheet:/;

const holdsSecret = (key: string): boolean => {
  if (OF_ONE_SHEET.test(key)) return false;
  const set = setOfFiles(key);
  const headings = set === undefined ? key : set.replace(/ in $/, '');
  return headings
    .replace(/ \(\d+\)$/, '')
    .split(/[|:]/)
    .some(mayBeSecretKey);
};

/** Older versions kept columns by their headings; answers and places have other words in their place. */
const namesSecret = (key: string, mapping: AllRemembered[string]): boolean =>
  !/^(?:answers|read-as|place):/.test(key) &&
  Object.keys(mapping).some((column) => !/^#?\d+$/.test(column) && mayBeSecret(column));
