import { headingKey } from './heading-key.ts';
import { mayBeSecret, mayBeSecretKey } from './secret-headings.ts';
import { visibleText } from '../text/visible-text.ts';

/** Two to four words with a capital each, as people's names are written; small words may be between. */
const AS_A_NAME =
  /^\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}\p{Ll}+)*(?: (?:(?:af|av|da|de|del|der|di|du|la|le|van|von|zu) )?(?:\p{Lu}\.?|\p{Lu}[\p{L}'’]*\p{Ll}(?:-\p{Lu}\p{Ll}+)*)){1,3}$/u;

const isAsAName = (text: string): boolean => AS_A_NAME.test(visibleText(text));

/**
 * Whether a heading may be somebody's name, as it is on top of a list without headings: it is written
 * as one, and so is something below it.
 */
export const mayBeName = (heading: string, samples: readonly string[]): boolean =>
  isAsAName(heading) && samples.some(isAsAName);

/**
 * Whether one of the unknown headings may be a secret or somebody's name: then all of them may be the
 * cells of a row. Beside as many headings that are known, the others are headings, whatever is below
 * them, and none is taken for a name.
 */
export const mayBeCells = (
  columns: readonly { readonly heading: string; readonly samples?: readonly string[] }[],
  isUnknown: readonly boolean[],
): boolean => {
  const isRow = isUnknown.filter(Boolean).length * 2 > isUnknown.length;
  return columns.some(
    ({ heading, samples = [] }, at) =>
      isUnknown[at] === true &&
      (mayBeSecret(heading) ||
        mayBeSecretKey(headingKey(heading)) ||
        (isRow && mayBeName(heading, samples))),
  );
};
