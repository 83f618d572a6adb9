import { describe, expect, test } from 'vitest';

type Words = Readonly<Record<string, unknown>>;

const swedish = import.meta.glob<Words>(
  [
    '../../../src/ui/words/sv/*.ts',
    '../../../src/workspace/words/sv/*.ts',
    '../../../src/programmes/*/words/sv/*.ts',
  ],
  { eager: true },
);
const english = import.meta.glob<Words>(
  [
    '../../../src/ui/words/en/*.ts',
    '../../../src/workspace/words/en/*.ts',
    '../../../src/programmes/*/words/en/*.ts',
  ],
  { eager: true },
);

type Count = number | string;

/**
 * What a sentence says when every count in it is this one; '' where it is made of something else.
 */
const saidOf = (sentence: (...counts: readonly Count[]) => unknown, count: Count): string => {
  try {
    return String(sentence(count, count, count, count));
  } catch {
    return '';
  }
};

/**
 * Every text of a language, as it reads with this count; its keys come first, so that a fault can
 * be found.
 */
const textsOf = (words: unknown, count: Count, path = ''): readonly string[] => {
  if (typeof words === 'string') return [`${path}: ${words}`];
  if (typeof words === 'function') return [`${path}: ${saidOf(words as () => unknown, count)}`];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) =>
    textsOf(value, count, path === '' ? key : `${path}.${key}`),
  );
};

const faults = (words: unknown, count: Count, fault: RegExp): readonly string[] =>
  textsOf(words, count).filter((text) => fault.test(text.slice(text.indexOf(': '))));

/**
 * Days of rules and sizes of stores are never one, and sentences about all places are about
 * several.
 */
const NEVER_ONE =
  /vipSettings\.days|[rR]ule\.|rules(Today)?\.orders|marketplaceDays|withinDays|trash\.lead|orderWithin|vipReturns\.days|suspended|otherwise|history\.full|places\.sum/;

/** Counts come as numbers, or written: what is at fault in both readings is at fault. */
const wrongOf = (words: unknown, count: number, fault: RegExp): readonly string[] => {
  const path = (text: string): string => text.slice(0, text.indexOf(': '));
  const written = new Set(faults(words, String(count), fault).map(path));
  return faults(words, count, fault).filter(
    (text) => written.has(path(text)) && !NEVER_ONE.test(path(text)),
  );
};

describe('X14: a counted noun follows its number', () => {
  // Of a whole ("3 av 1 dagar") is never said of one.
  const manyOfOne =
    /(?<!av |[0-9])\b1 (dagar|licenser|rader|koder|poster|kunder|appar|böcker|filer|platser|kolumner|ändringar|frågor|auktoriseringar|månader|installationer|enheter|krediter|frister|personer|tilldelade|lediga|ägda|inbjudna|avslutade|utlämnade|inlösta|fria|nya|valda|förlängda|dgr)(?![a-zåäö])/;
  const manyOfOneEnglish =
    /(?<!of |[0-9])\b1 (days|licences|rows|codes|records|orders|customers|apps|books|files|locations|columns|changes|questions|authorizations|months|installations|devices|credits|deadlines|people|users|errors|lines|are|have)\b/;

  test('X14: one is one, in both languages', () => {
    expect(wrongOf(swedish, 1, manyOfOne)).toEqual([]);
    expect(wrongOf(english, 1, manyOfOneEnglish)).toEqual([]);
  });

  test.each([0, 2])('X14: %i are many, in both languages', (count) => {
    const nouns = '(dag|licens|rad|kod|post|kund|app|fil|plats|månad|fråga|person)(?![a-zåäö])';
    const englishNouns = '(day|licence|row|code|record|customer|file|month|user|device|error)\\b';
    expect(wrongOf(swedish, count, new RegExp(`(?<![0-9])\\b${count} ${nouns}`))).toEqual([]);
    expect(wrongOf(english, count, new RegExp(`(?<![0-9])\\b${count} ${englishNouns}`))).toEqual(
      [],
    );
  });
});

describe('X14: words that nobody says', () => {
  test.each([
    ['the house, not the trade', /utgåv|arbetsyt|samling(?!s)/i],
    [
      'of no day, no promise, no owner',
      /har någon dag att passa|inte lovat|äger \d+ frist|Vart hör/,
    ],
    ['both, not all two', /På alla 2 platser/],
    ['what is shown, which is the menu alone', /Bara det du väljer syns/],
    ['a computer, of a phone', /datorns filer/],
    ['kept nowhere, of what is written to nobody', /Enheten sparar inget|^: sparar inget/],
    ['a question, where a heading belongs', /^: Kan inte webbläsaren/],
  ])('X14: Swedish, %s', (_, fault) => {
    expect(faults(swedish, 2, fault)).toEqual([]);
  });

  test.each([
    [
      'carried over',
      /needs a hand|stands? still|write licences|so long the|is there twice|recognised by/i,
    ],
    ['is no, of one', /(?<!\bthere )\b(is|are) no (?!longer)/i],
    ['two names for a dry run', /trial run|\bpreview\b/i],
    ['the house, not the trade', /\beditions?\b|\bbatch(es)?\b/i],
    ['may, for can', /may (only read|change\b)/],
    ['what is shown, which is the menu alone', /Only what you choose is shown/],
    ['a computer, of a phone', /computer’s files/],
    ['kept nowhere, of what is written to nobody', /device saves nothing|^: saves nothing/],
    ['a mail', /\bmails?\b(?! or Filer)|e-mail/],
  ])('X14: English, %s', (_, fault) => {
    expect(faults(english, 2, fault)).toEqual([]);
  });
});
