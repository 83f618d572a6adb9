import type { VipEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { VipRulesWords } from '#programmes/adobe-vip/words/load.ts';

const named = (names: Readonly<Record<string, string>>, id: string): string => names[id] ?? id;

/** What a rule is called. */
export const ruleName = (rule: string, words: VipRulesWords): string => named(words.rules, rule);

/** What an edition says, in few words. */
export const editionName = (id: string, words: VipRulesWords): string => named(words.editions, id);

/** Whose word an edition is, and whether Adobe leaves it open. */
export const sourceWords = (
  { id, source, confidence }: VipEdition,
  words: VipRulesWords,
): string => {
  if (source === 'Volym') return words.ours;
  return [
    words.source(named(words.sources, id)),
    ...(confidence === 'assumed' ? [words.unclear] : []),
  ].join(' ');
};
