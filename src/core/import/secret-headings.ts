import { headingKey } from './heading-key.ts';
import { wordsIn } from './heading-words.ts';
import { visibleText } from '../text/visible-text.ts';
import { withoutAccents, withTwoLetters } from '../text/without-accents.ts';
import { mayBeEmail } from '../text/written-email.ts';

/**
 * Words for passwords and the like, wherever in a heading they are, in Swedish, English, German,
 * French, Spanish, Dutch, Norwegian, Danish and Finnish.
 */
const WITHIN = `password passcode passphrase passwort kennwort lösenord kodord hemlighet motdepasse contraseña wachtwoord
  passord adgangskode kodeord salasana tunnussana recoverykey verificationcode accesstoken clientsecret`;

/** Words that are within others as well, or name something else there: these alone are secret. */
const ALONE = `secret token stoken servertoken pin pinkod pincode pinkode pinkoodi codepin clave clavedeacceso`;

/** A word without its marks, and with two letters for each (`loesenord`). */
const formsOf = (word: string): string[] => [withoutAccents(word), withTwoLetters(word)];

const within = [...new Set(wordsIn(WITHIN).flatMap(formsOf))];
const alone = new Set(wordsIn(ALONE).flatMap(formsOf));

/** Whether a heading says that passwords, tokens or the like are below: nothing of those is shown. */
export const isSecretHeading = (heading: string): boolean => {
  const key = withoutAccents(headingKey(heading));
  return alone.has(key) || within.some((word) => key.includes(word));
};

/**
 * Whether a heading may itself be a secret, or a cell of somebody's row: what is on top of a list
 * without headings. Figures tell, unless they are a year, and so do capitals alone, as in codes.
 */
export const mayBeSecret = (heading: string): boolean => {
  const text = visibleText(heading).normalize('NFKC');
  const parts = text.split(/[\s,;:|()[\]{}"'\u201c\u201d\u00ab\u00bb]+/);
  return (
    parts.some((part) => part.length >= 8 && /\d/.test(part)) ||
    mayBeSecretKey(text) ||
    CAPITALS.test(text.replace(/[- \u2010-\u2015\u2212]/g, '')) ||
    IN_GROUPS.test(text) ||
    text.includes('://') ||
    mayBeEmail(text)
  );
};

/**
 * Whether the key of a heading (small letters and figures alone) has four figures that are no year, as
 * those of codes, numbers and addresses have.
 */
export const mayBeSecretKey = (key: string): boolean =>
  (key.match(/\d{4,}/g) ?? []).some((figures) => !/^(?:19|20)\d\d$/.test(figures));

/** Capitals without a figure, as many as codes that have been seen have signs. */
const CAPITALS = /^(?:[A-Z]{12}|[A-Z]{16})$/;

/** A code in groups of four or five signs, as it is printed: capitals and figures in one of them. */
const IN_GROUPS =
  /^(?=.*(?:[A-Z]\d|\d[A-Z]))(?:[A-Z\d]{4}(?: [A-Z\d]{4}){2,}|[A-Z\d]{5}(?: [A-Z\d]{5}){2,})$/;
