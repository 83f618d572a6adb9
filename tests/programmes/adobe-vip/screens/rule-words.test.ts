import { describe, expect, test } from 'vitest';
import { adobeVipEditions } from '#programmes/adobe-vip/rules/edition/editions.ts';
import { sourceWords } from '#programmes/adobe-vip/screens/rules/rule-words.ts';
import { vipRules as english } from '#programmes/adobe-vip/words/en/vip-rules.ts';
import { vipRules as swedish } from '#programmes/adobe-vip/words/sv/vip-rules.ts';

describe.each([
  ['sv', swedish],
  ['en', english],
])('X2: whose word an edition is, %s', (_, words) => {
  test.each(adobeVipEditions.flat())('X2: $id names its source', (edition) => {
    const told = sourceWords(edition, words);
    expect(told).not.toContain(edition.id);
    // Those of Volym's own have no source to name, and all others have one.
    expect(told === words.ours).toBe(edition.source === 'Volym');
    expect(words.editions[edition.id]).not.toBe('');
    expect(words.rules[edition.rule]).not.toBe('');
  });
});
