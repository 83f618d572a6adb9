/**
 * Text without the end of the personal identity numbers in it: Swedish, Norwegian, Danish, Finnish and
 * Icelandic ones keep the day of birth, and dots take the place of what makes them one person's.
 */
export const withoutPersonalNumbers = (text: string): string =>
  FORMS.reduce(
    (shown, { form, isOne }) =>
      shown.replace(form, (whole: string, ...parts: string[]) => {
        const [birth = '', sign = '', rest = ''] = parts;
        return isOne(birth, rest, sign) ? `${birth}${sign}${'•'.repeat(rest.length)}` : whole;
      }),
    text,
  );

type Form = {
  /** Day of birth, what parts it from the rest, and the rest. */
  readonly form: RegExp;
  readonly isOne: (birth: string, rest: string, sign: string) => boolean;
};

const [BEFORE, AFTER] = [String.raw`(?<![\p{L}\p{N}])`, String.raw`(?![\p{L}\p{N}])`];

const formOf = (birth: string, sign: string, rest: string): RegExp =>
  new RegExp(`${BEFORE}(${birth})(${sign})(${rest})${AFTER}`, 'gu');

/** A hyphen however it was typed, or the `+` of who is a hundred years old. */
const PARTED = String.raw`\s?[-+\u2010-\u2013\u2212]\s?`;

const FORMS: readonly Form[] = [
  // Parted, its day says what it is: 850709-9805, 19850709-9805, a reserve number, one with a letter
  // for its check.
  {
    form: formOf(String.raw`(?:1[89]|20)?\d{6}`, PARTED, String.raw`[\dA-Z]\d{3}|\d{3}[A-Z]`),
    isOne: (birth) => isYearFirst(birth) || (birth.length === 6 && isDayFirst(birth)),
  },
  // In one, a number of as many figures is only one if its check is right.
  {
    form: formOf(String.raw`(?:1[89]|20)?\d{6}`, String.raw`\s?`, String.raw`\d{4}`),
    isOne: (birth, rest) =>
      (isYearFirst(birth) && isSwedish(birth + rest)) ||
      (birth.length === 6 && isDayFirst(birth) && isDanish(birth + rest)),
  },
  {
    form: formOf(String.raw`\d{6}`, String.raw`\s?`, String.raw`\d{5}`),
    isOne: (birth, rest) => isDayFirst(birth) && isNorwegian(birth + rest),
  },
  {
    form: formOf(String.raw`\d{6}`, '[A-FU-Y]', String.raw`\d{3}[\dA-Y]`),
    isOne: (birth, rest) => isDayFirst(birth) && isFinnish(birth + rest),
  },
];

/** Swedish, also of those without a number of their own, whose day is sixty more. */
const isYearFirst = (birth: string): boolean => {
  const [month, day] = [Number(birth.slice(-4, -2)), Number(birth.slice(-2))];
  return isMonth(month) && isDay(day > 60 ? day - 60 : day);
};

/** Norwegian days may be forty more and months forty or eighty, for who has no number of their own. */
const isDayFirst = (birth: string): boolean => {
  const [day, month] = [Number(birth.slice(0, 2)), Number(birth.slice(2, 4))];
  return isMonth(month % 40) && isDay(day > 40 ? day - 40 : day);
};

const isMonth = (month: number): boolean => month >= 1 && month <= 12;
const isDay = (day: number): boolean => day >= 1 && day <= 31;

const figuresOf = (text: string): number[] => [...text].map(Number);

/** The last ten figures, every other one doubled, come to tens. */
const isSwedish = (text: string): boolean => {
  const sum = figuresOf(text.slice(-10)).reduce((sofar, figure, at) => {
    const weighed = at % 2 === 0 ? figure * 2 : figure;
    return sofar + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
};

/** Whether figures with weights come to a number of elevens. */
const isEleven = (text: string, weights: string): boolean =>
  figuresOf(weights).reduce((sum, weight, at) => sum + weight * Number(text[at]), 0) % 11 === 0;

const isDanish = (text: string): boolean => isEleven(text, '4327654321');

const isNorwegian = (text: string): boolean =>
  isEleven(text, '3761894521') && isEleven(text, '54327654321');

const isFinnish = (text: string): boolean =>
  '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(text.slice(0, 9)) % 31] === text.at(-1);
