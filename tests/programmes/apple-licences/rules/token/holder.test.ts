import { describe, expect, test } from 'vitest';
import { isOwnSystem } from '#programmes/apple-licences/rules/token/holder.ts';

describe('whose system holds a token at Apple', () => {
  const cases = [
    ['intune', '', 'Microsoft Intune', true],
    ['intune', '', 'Intune tenant 17', true],
    ['intune', '', 'Jamf Pro', false],
    ['jamf', '', 'JAMF School', true],
    ['other', 'Mosyle', 'Mosyle Manager', true],
    ['other', 'Mosyle Manager 2', 'mosyle manager', true],
    ['other', 'Mosyle', 'Jamf Pro', false],
    ['other', '', 'Jamf Pro', true],
    ['', '', 'Jamf Pro', true],
    ['intune', '', '', true],
  ] as const;
  test.each(cases)('B5: used in %s %s, held by %s: ours %s', (system, systemName, name, isOurs) => {
    expect(isOwnSystem({ system, systemName }, { id: 'x', name })).toBe(isOurs);
  });

  test('B5: held by nobody it is ours', () => {
    expect(isOwnSystem({ system: 'intune', systemName: '' }, undefined)).toBe(true);
  });
});
