import { describe, expect, test } from 'vitest';
import { mayBeSecret } from '#core/import/secret-headings.ts';

describe('A5: a heading that may be somebody’s row is not kept', () => {
  test.each([
    'XFAKECREDIT0001',
    'XFAKE0000001',
    'ABCD-EF12-3456',
    'ABCD EF12 3456',
    'XFA1 KE2B CD3E FG4H',
    'sommar-Regn7',
    '4829',
    '900000000001',
    'anna@skola.example',
    'https://apps.example/redeem?code=X1',
  ])('A5: %s may be a secret', (heading) => {
    expect(mayBeSecret(heading)).toBe(true);
  });

  test.each([
    '',
    'Hyllplats',
    'Lösenord',
    'Antal 2026',
    'Kolumn 12 (år 2026)',
    'Q1',
    'ORDER DATE',
    'KOD1 OCH TYP2',
  ])('A5: %j is a heading', (heading) => {
    expect(mayBeSecret(heading)).toBe(false);
  });
});
