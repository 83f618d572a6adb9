import { editionKey } from '../edition/edition-key.ts';
import type { VipProgramme } from '../edition/programme.ts';
import type { ChosenEditions } from '../edition/vip-edition.ts';

/**
 * Rule: the day of an anniversary that comes of 29 February, in a leap year. Adobe leaves it open
 * (adobe.md §8.26).
 */
export const LEAP_DAY_RULE = 'adobe-vip.leap-anniversary';

/**
 * The day that was chosen, or undefined. Beside the editions, whose ids end with it: every screen
 * counts by it.
 */
export const chosenLeapDay = (
  programme: VipProgramme,
  editions: ChosenEditions | undefined,
): number | undefined =>
  [28, 29].find((day) => editions?.[editionKey(LEAP_DAY_RULE, programme)]?.endsWith(`-${day}`));
