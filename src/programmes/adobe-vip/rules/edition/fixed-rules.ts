import type { Day } from '#core/day/day.ts';
import { adobeVipEditions } from './editions.ts';
import type { VipProgramme } from './programme.ts';
import { workspaceRules } from './rule-choices.ts';
import { editionOn, type VipEdition } from './vip-edition.ts';

/**
 * The rules of a programme that nobody chooses, each in the edition that holds on a day (adobe.md
 * §0).
 */
export const fixedRules = (programme: VipProgramme, today: Day): VipEdition[] => {
  const chosen = workspaceRules(programme, undefined).map(({ rule }) => rule);
  return adobeVipEditions
    .filter(([{ rule }]) => !chosen.includes(rule))
    .flatMap((editions) => editionOn(editions, programme, today) ?? []);
};
