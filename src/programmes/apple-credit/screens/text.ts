import { useText as useTextOfAll, type Texts as TextsOfAll } from '#ui/text.ts';
import type { CreditCatalogues } from '#programmes/apple-credit/words/catalogues.ts';

/** What the screens of this programme read: the texts of all, and its own. */
export type Texts = TextsOfAll & CreditCatalogues;

/**
 * The texts of the nearest layout that gives some, with those of this programme. Above its screens
 * there is always a layout that loads them, which the type of all texts cannot know.
 */
export const useText = (): Texts => useTextOfAll() as Texts;
