import { describe, expect, test } from 'vitest';
import { plansByConfiguration } from '#programmes/adobe-vip/rules/plan/product-configuration.ts';

const plans = (...products: readonly string[]) =>
  products.map((product, at) => ({ key: `${at}`, product }));
const told = (configuration: string, ...products: readonly string[]): string => {
  const found = plansByConfiguration(plans(...products))(configuration);
  return typeof found === 'string' ? found : found.product;
};

describe('C7: which product a configuration of the Admin Console is of', () => {
  test.each([
    ['Photoshop', ['Photoshop', 'Photoshop Elements'], 'Photoshop'],
    ['  PHOTOSHOP ', ['Photoshop'], 'Photoshop'],
    ['Default Photoshop – 100 GB configuration', ['Photoshop', 'Acrobat Pro'], 'Photoshop'],
    ['Default Photoshop - 100GB configuration', ['Photoshop for teams'], 'Photoshop for teams'],
    ['Standardkonfiguration Photoshop', ['Photoshop'], 'Photoshop'],
    [
      'Creative Cloud All Apps - Skolan',
      ['Creative Cloud All Apps', 'Acrobat'],
      'Creative Cloud All Apps',
    ],
    ['Default Acrobat Pro DC', ['Acrobat', 'Acrobat Pro'], 'Acrobat Pro'],
    ['Default Creative Cloud', ['Creative Cloud All Apps', 'Acrobat'], 'Creative Cloud All Apps'],
    ['Default Creative Cloud', ['Creative Cloud All Apps', 'Creative Cloud Pro'], 'several'],
    ['Photoshop', ['Photoshop', 'photoshop'], 'several'],
    ['Photoshopping', ['Photoshop'], 'none'],
    ['Default Adobe Express', ['Photoshop'], 'none'],
    ['Default - 100 GB configuration', ['Photoshop'], 'none'],
    ['Photoshop', [], 'none'],
    ['Förstoring', ['Forstoring'], 'Forstoring'],
  ] as const)('C7: %s among %j is %s', (configuration, products, expected) => {
    expect(told(configuration, ...products)).toBe(expected);
  });
});
