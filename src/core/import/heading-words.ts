import { tellingBracket } from './bracket-headings.ts';
import { headingKey } from './heading-key.ts';
import { withoutAccents, withTwoLetters } from '../text/without-accents.ts';

/** Words by what they mean, as `headingKey` writes them, with spaces or lines between them. */
export type WordsFor<Meaning extends string> = Readonly<Partial<Record<Meaning, string>>>;

/** What a written word means, or undefined when it is not known. */
export type LookUp<Meaning extends string> = (written: string) => Meaning | undefined;

/** The words of one meaning, each by itself. */
export const wordsIn = (words: string): string[] =>
  words.split(/\s+/).filter((word) => word !== '');

/**
 * Shorter words are taken only as they are written: without its marks a short word is often another
 * one (`läge` and the German `Lage`, `råd` and `rad`).
 */
const LONG = 6;

/**
 * Finds what a word means in several languages. People leave out accents, or write two letters
 * (`Prenom`, `Geraetename`): a word that is not known as it stands is looked up that way too, unless
 * two words with different meanings would then be the same. Only this lookup folds; the keys that
 * mappings are remembered by do not.
 *
 * The words are laid out when the first is asked for: each file is read by a worker of its own,
 * which began with all of them before.
 */
export const lookUpIn = <Meaning extends string>(
  languages: readonly WordsFor<Meaning>[],
): LookUp<Meaning> => {
  let dictionary: Dictionary<Meaning> | undefined;
  return (written) => {
    // A share is none of what it is a share of; `VAT (25 %)` is a sum.
    if (written.includes('%') && /(?<!\d\s?)%/.test(written)) return undefined;
    const { known, folded } = (dictionary ??= dictionaryOf(languages));
    const key = headingKey(written);
    return known.get(key) ?? folded.get(foldedKey(key));
  };
};

/**
 * The lookup for headings: one with something in brackets that may change it means what both say
 * together, or nothing. `Licences (used)` is not how many there are.
 */
export const asHeading =
  <Meaning extends string>(meaningOf: LookUp<Meaning>): LookUp<Meaning> =>
  (heading) => {
    const meaning = meaningOf(heading);
    const bracket = tellingBracket(heading);
    if (bracket === '') return meaning;
    const whole = meaningOf(heading.replace(/[()[\]]/g, ' '));
    return whole ?? (meaningOf(bracket) === meaning ? meaning : undefined);
  };

type Dictionary<Meaning> = {
  /** By the word as it stands. */
  readonly known: ReadonlyMap<string, Meaning>;
  /** By the forms without its marks; undefined for one that words of two meanings have. */
  readonly folded: ReadonlyMap<string, Meaning | undefined>;
};

const dictionaryOf = <Meaning extends string>(
  languages: readonly WordsFor<Meaning>[],
): Dictionary<Meaning> => {
  const known = new Map<string, Meaning>();
  const folded = new Map<string, Meaning | undefined>();
  for (const [meaning, word] of languages.flatMap(meaningsOf)) {
    known.set(word, known.get(word) ?? meaning);
    for (const form of foldedForms(word))
      folded.set(form, folded.has(form) && folded.get(form) !== meaning ? undefined : meaning);
  }
  return { known, folded };
};

const meaningsOf = <Meaning extends string>(words: WordsFor<Meaning>): [Meaning, string][] =>
  (Object.entries<string | undefined>(words) as [Meaning, string][]).flatMap(([meaning, all]) =>
    wordsIn(all).map((word): [Meaning, string] => [meaning, word]),
  );

/** The ways to write a word without its marks. */
const foldedForms = (word: string): string[] => {
  const bare = withoutAccents(word);
  return bare === word ? [word] : [bare].filter(isLong).concat(withTwoLetters(word));
};

const foldedKey = (key: string): string => {
  const bare = withoutAccents(key);
  return isLong(bare) ? bare : key;
};

const isLong = (word: string): boolean => word.length >= LONG;
