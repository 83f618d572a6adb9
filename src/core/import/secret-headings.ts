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
