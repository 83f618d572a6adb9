import { ownEntry } from '#core/own-entry.ts';
import type { VipEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { VipRulesWords } from '#programmes/adobe-vip/words/load.ts';

/** Whose word an edition is, and whether Adobe leaves it open. */
export const sourceWords = (
  { id, confidence }: Pick<VipEdition, 'id' | 'confidence'>,
  words: VipRulesWords,
): string => {
  const source = ownEntry<string>(words.sources, id);
  if (source === undefined) return words.ours;
  return [words.source(source), ...(confidence === 'assumed' ? [words.unclear] : [])].join(' ');
};
