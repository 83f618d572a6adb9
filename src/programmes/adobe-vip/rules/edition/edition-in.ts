import type { VipEdition } from './vip-edition.ts';

/**
 * The edition by its id; an unknown one (made by a newer app) counts as the one chosen at first
 * start, which a list of editions names first.
 */
export const editionIn = <E extends VipEdition>(editions: readonly [E, ...E[]], id: string): E =>
  editions.find((edition) => edition.id === id) ?? editions[0];
