import * as z from '../schema.ts';
import { isLikelyCount } from '../text/likely-count.ts';
import { isDayOrNone } from '../day/likely-day.ts';
import { isMoment } from '../day/moment.ts';
import { isShort } from '../text/short-text.ts';

/** Texts and numbers that are meant, of all that there are. */
const textThat = (isMeant: (given: string) => boolean) => z.string().check(z.refine(isMeant));
const numberThat = (isMeant: (given: number) => boolean) => z.number().check(z.refine(isMeant));

/** A whole number from 0 that is safe to calculate with: a count of things, or milliseconds. */
export const whole = numberThat((given) => Number.isSafeInteger(given) && given >= 0);

/** A whole number of things, which may be negative: what was taken back. */
export const count = numberThat(isLikelyCount);

/** Milliseconds since 1970, up to the last year that is believed (`moment.ts`). */
export const moment = numberThat(isMoment);

/**
 * As sealed, the longest file of a token that is taken (`MOST_TOKEN_BYTES`) has 87,404; what it
 * says is bound where it is read.
 */
const MOST_SEALED = 131_072;

/** A sealed text as it is stored: nobody reads its characters, and no list shows them. */
const cipherText = textThat((given) => given.length <= MOST_SEALED);

/** A text of names, numbers and notes. */
export const words = textThat(isShort);

/** The same; where it is missing it is empty. */
export const text = z._default(words, '');

/** A day that the calendar has, in a year that can be meant, or '' for none. */
export const dayGiven = textThat(isDayOrNone);

/** The same; where it is missing there is none. */
export const day = z._default(dayGiven, '');

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

const isInstant = (given: string): boolean =>
  INSTANT.test(given) && isDayOrNone(given.slice(0, 10)) && !Number.isNaN(Date.parse(given));

/**
 * Whether it is a moment as `YYYY-MM-DDTHH:mm:ssZ`, only a day where the time is unknown, or '' for
 * none.
 */
export const isInstantOrNone = (given: string): boolean => isDayOrNone(given) || isInstant(given);

/** The same, as it is stored. */
export const instant = z._default(textThat(isInstantOrNone), '');

/** Exact decimal text, as prices have it, or '' for none. */
export const decimal = z._default(
  textThat((given) => /^(?:-?\d{1,15}(?:\.\d{1,12})?)?$/.test(given)),
  '',
);

/** An amount as `Money` has it (`25000.00`), or '' for none. */
export const amount = z._default(
  textThat((given) => /^(?:-?\d{1,15}\.\d{2})?$/.test(given)),
  '',
);

/** A value that is sealed (`Sealed`). */
export const sealed = z.looseObject({ key: words, iv: words, text: cipherText });
