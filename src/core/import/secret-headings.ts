import { headingKey } from './heading-key.ts';
import { wordsIn } from './heading-words.ts';
import { withoutAccents, withTwoLetters } from '../text/without-accents.ts';

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

/** Capitals and figures, in one word or in groups. */
const CODE = /^[A-Z\d]+(?:[ -][A-Z\d]+)*$/;

/**
 * Whether a heading may itself be a code, a password or somebody's address, as in a list whose first
 * row was taken for headings: nothing of it is stored.
 */
export const mayBeSecret = (heading: string): boolean =>
  /@|:\/\//.test(heading) ||
  /^\d{4,}$/.test(heading) ||
  (heading.length >= 8 && /\d/.test(heading) && (!/\s/.test(heading) || CODE.test(heading)));
