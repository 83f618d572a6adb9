import type { Day } from '../day.ts';
import type { LevelEdition } from './level-editions.ts';
import { countableOf, higherLevel, levelOf, type Level, type LevelLine } from './level.ts';
import type { VipProgramme } from './programme.ts';

/** The level an order is bought at: one of its size reaches it, and one reached before holds for any size (adobe.md §1). */
export const levelOfOrder = (lines: readonly LevelLine[], held: Level, edition: LevelEdition): Level =>
  higherLevel(held, levelOf(countableOf(lines), edition));

/** Licences bought, without what was returned of them, and the first day they were bought for. */
export type BoughtLine = LevelLine & { readonly from: Day };

/** What is looked back on: from the first day of the term to the look-back day, both included. */
export type LookBack = { readonly bought: readonly BoughtLine[]; readonly termFrom: Day; readonly lookBackOn: Day };

/** The level that VIP's look-back gives (adobe.md §1, S12): by the licences bought in the term. */
export const levelOfLookBack = ({ bought, termFrom, lookBackOn }: LookBack, edition: LevelEdition): Level =>
  levelOf(countableOf(bought.filter(({ from }) => from >= termFrom && from <= lookBackOn)), edition);

/** The level of a renewal: in the Marketplace by its own size alone, in VIP the look-back holds as well (adobe.md §1). */
export const levelOfRenewal = (
  lines: readonly LevelLine[],
  { programme, lookBack }: { readonly programme: VipProgramme; readonly lookBack: Level },
  edition: LevelEdition,
): Level => levelOfOrder(lines, programme === 'vip' ? lookBack : '1', edition);
