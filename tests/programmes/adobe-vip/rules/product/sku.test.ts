import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSku, withLevel } from '#programmes/adobe-vip/rules/product/sku.ts';
import fixture from '#tests/fixtures/adobe/sku-cases.json' with { type: 'json' };

describe('the parts of a SKU', () => {
  test.each(fixture.cases)('C4: $sku', ({ sku, expected }) => {
    expect(readSku(sku)).toEqual(expected);
  });

  test('C4: rule 50: two levels of one product share its key', () => {
    const [one, two] = [readSku('65297752BA01A12'), readSku('65297752BA02A12')];
    expect(one).toEqual({
      valid: true,
      productKey: '65297752BA',
      segment: 'COM',
      level: '01',
      months: 12,
    });
    expect(two).toEqual({
      valid: true,
      productKey: '65297752BA',
      segment: 'COM',
      level: '02',
      months: 12,
    });
  });

  test.each([
    ['65000001CA01X12', 100],
    ['65000001CA01Y12', 250],
    ['65000001CA01Z12', 500],
    ['65000001CA01A12', undefined],
    ['65000001CA01V12', undefined],
  ])('C6: %s is an offer of at least %s', (sku, minimumOrder) => {
    const read = readSku(sku);
    expect(read.valid && read.minimumOrder).toBe(minimumOrder);
  });

  test('C4: levels of consumables, other months, and how it may be written', () => {
    expect(readSku(' 65297752 ba T1 0 10 ')).toEqual({
      valid: true,
      productKey: '65297752BA',
      segment: 'COM',
      level: 'T1',
      months: 10,
    });
    expect(readSku('65297752BD01A12')).toMatchObject({ valid: true, segment: '' });
  });

  test.each([
    '',
    '65297752BA01A1',
    '65297752BA01A123',
    '6529775ABA01A12',
    '652977521A01A12',
    '65297752BA01-12',
  ])('C4: "%s" cannot be read, which is no error', (text) => {
    expect(readSku(text)).toEqual({ valid: false });
    expect(withLevel(text, '02')).toBe('');
  });

  test('C4: an invalid level gives no SKU', () => {
    for (const level of ['', '2', '002', 'é2', ' 2'])
      expect(withLevel('65297752BA01A12', level)).toBe('');
  });

  test('C4: another level keeps all but the level', () => {
    const skus = fc.stringMatching(/^\d{8}[A-Z]{2}[0-9A-Z]{3}\d{2}$/);
    const levels = fc.constantFrom('01', '02', '03', '04', '12', '13', '14', 'T1', 'TA');
    fc.assert(
      fc.property(skus, levels, (sku, level) => {
        const before = readSku(sku);
        expect(before.valid).toBe(true);
        expect(readSku(withLevel(sku, level))).toEqual({ ...before, level });
        expect(withLevel(withLevel(sku, level), sku.slice(10, 12))).toBe(sku);
      }),
    );
  });
});
