import { describe, expect, test } from 'vitest';
import type { PlannedVipRow, VipChange } from '#programmes/adobe-vip/import/plan/planned.ts';
import { wordsOf } from '#programmes/adobe-vip/screens/import/row-words.ts';
import { importVip as english } from '#programmes/adobe-vip/words/en/import-vip.ts';
import { importVip as swedish } from '#programmes/adobe-vip/words/sv/import-vip.ts';
import { imports as englishImports } from '#workspace/words/en/import.ts';
import { imports as swedishImports } from '#workspace/words/sv/import.ts';
import type { Texts } from '#ui/text.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const sv = { ...shellTexts('sv'), import: swedishImports, importVip: swedish } as unknown as Texts;
const en = { ...shellTexts('en'), import: englishImports, importVip: english } as unknown as Texts;

const told = (change: VipChange, text: Texts): string => {
  const row: Partial<PlannedVipRow> = {
    outcome: 'changed',
    name: 'Ekudden',
    vip: 'authorization',
    changes: [change],
    notes: [],
    product: '',
    quantity: 0,
    currency: '',
    price: '',
    day: '',
  };
  return JSON.stringify(wordsOf(row as PlannedVipRow, text, () => '', '2026-11-20'));
};

describe('X19: what a list changes in VIP is described without an id', () => {
  test.each([
    [
      { field: 'edition', from: 'adobe-vip.order-90', to: 'adobe-vip.order-30' },
      'en annan regel',
      'another rule',
    ],
    [{ field: 'orderType', from: 'half-renewal', to: 'renewal' }, 'något annat', 'something else'],
    [{ field: 'from-a-newer-one', from: 'A', to: 'B' }, 'En annan uppgift', 'Another field'],
    [{ field: 'constructor', from: 'A', to: 'B' }, 'En annan uppgift', 'Another field'],
  ])('X19: %o', (change, swedishWord, englishWord) => {
    expect(told(change, sv)).toContain(swedishWord);
    expect(told(change, en)).toContain(englishWord);
    for (const text of [sv, en])
      for (const id of ['adobe-vip.', 'half-', 'newer', 'constructor'])
        expect(told(change, text)).not.toContain(id);
  });

  test('X19: the words of the list itself are shown as they are', () => {
    expect(told({ field: 'adminName', from: 'constructor', to: 'Kim' }, sv)).toMatch(
      /constructor.*Kim/,
    );
    expect(told({ field: 'licenceType', from: '', to: 'team' }, sv)).toContain('Team');
  });
});
