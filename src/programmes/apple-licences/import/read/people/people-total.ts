import { headingKey } from '#core/import/heading-key.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { isTotalAlone, namesTotal } from '#core/import/tables/total-row.ts';
import { cellText } from '#core/import/tables/table-columns.ts';

const keysOf = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).map((word) => headingKey(word)));

/** What a list of people is of, in the languages of the headings. */
const PEOPLE = keysOf(
  `users people persons members accounts students pupils teachers employees staff rows records entries
   användare personer medlemmar konton elever lärare anställda medarbetare rader poster namn
   benutzer nutzer personen mitglieder konten schüler lehrer mitarbeiter zeilen einträge
   utilisateurs personnes membres comptes élèves enseignants employés lignes
   usuarios personas miembros cuentas alumnos profesores empleados filas
   gebruikers leden leerlingen docenten medewerkers rijen
   brukere brugere medlemmer kontoer konti lærere ansatte medarbejdere rækker
   käyttäjää käyttäjät käyttäjiä henkilöä henkilöt tiliä tilit oppilasta oppilaat opettajaa opettajat riviä`,
);

/** That what follows, or is before it, is how many there are; alone it may be a name. */
const COUNTING = keysOf(
  `antal number count anzahl nombre número numero aantal
   antall lukumäärä määrä`,
);

/** Between the others. */
const SMALL = keysOf(
  `of in the i av de des der den
   von d di van het af på`,
);

/**
 * Whether a row says how many the others are, and nobody's name: `Total`, 12; `12 users`; `Number of
 * pupils: 24`. What stands in a cell `beside` it, such as the class that is counted, does not matter.
 */
export const isTotalOfPeople = (
  row: SheetRow,
  beside: readonly (number | undefined)[],
): boolean => {
  if (isTotalAlone(row, beside)) return true;
  const said = row.cells
    .map((_, index) => (beside.includes(index) ? '' : cellText(row, index)))
    .filter((text) => text !== '');
  return (
    said.some(isCountOfPeople) &&
    said.every((text) => isCountOfPeople(text) || isFigure(text)) &&
    // Who is called `Staff 1` may have a number besides.
    (said.some(hasTotal) || said.flatMap((text) => text.match(/\d+/g) ?? []).length < 2)
  );
};

const hasTotal = (text: string): boolean => wordsOf(text).some((word) => wordIs(word) === 'total');

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+|\d+/gu) ?? [];

const isFigure = (text: string): boolean => /^\d{1,8}$/.test(text);

const isCountOfPeople = (text: string): boolean => {
  // `Staff 1` is a name; `1 staff` and `Staff: 1` count.
  if (/^[\p{L}\p{M}]+ \d+$/u.test(text.trim()) && !wordsOf(text).some(isCounting)) return false;
  const are = new Set(
    wordsOf(text)
      .filter((word) => !SMALL.has(headingKey(word)))
      .map(wordIs),
  );
  if (are.has('other')) return false;
  // A class may be called after whom it is of: that alone counts nothing.
  return are.has('total') || ((are.has('people') || are.has('counting')) && are.size > 1);
};

const isCounting = (word: string): boolean => ['counting', 'total'].includes(wordIs(word));

const wordIs = (word: string): 'figure' | 'people' | 'counting' | 'total' | 'other' => {
  if (isFigure(word)) return 'figure';
  const key = headingKey(word);
  if (PEOPLE.has(key)) return 'people';
  if (COUNTING.has(key)) return 'counting';
  return namesTotal(word, 'others') ? 'total' : 'other';
};
