import type { Day } from '../day.ts';
import { adobeVipEditions } from './editions.ts';
import type { VipProgramme } from './programme.ts';
import { workspaceRules } from './rule-choices.ts';
import { editionsFor, type VipEdition } from './vip-edition.ts';

/** The rules of a programme that nobody chooses, each in the edition that holds on a day (adobe.md §0). */
export const fixedRules = (programme: VipProgramme, today: Day): VipEdition[] => {
  const chosen = workspaceRules(programme, undefined).map(({ rule }) => rule);
  return adobeVipEditions
    .filter(([{ rule }]) => !chosen.includes(rule))
    .flatMap((editions) => {
      const valid = editionsFor(editions, programme).filter(({ validFrom }) => validFrom <= today);
      return valid.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1)).slice(0, 1);
    });
};
