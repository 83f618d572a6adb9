import type { Day } from '#core/day/day.ts';
import type { VipProgramme } from '../edition/programme.ts';
import { returnPartEditions, type ReturnPartEdition } from './return-part-editions.ts';
import { chosenEdition, editionOn, type ChosenEditions } from '../edition/vip-edition.ts';

/**
 * What part of an order may go back on a day. In the Marketplace the day of the return decides, not
 * that of the order (adobe.md §8.20, inferred); in VIP, where Adobe publishes no such day, the
 * customer's or the workspace's choice does.
 */
export const returnPartOn = (
  day: Day,
  programme: VipProgramme,
  ...choices: readonly (ChosenEditions | undefined)[]
): ReturnPartEdition => {
  const chosen = chosenEdition(returnPartEditions, programme, ...choices);
  return programme === 'vip' ? chosen : (editionOn(returnPartEditions, programme, day) ?? chosen);
};
