import { describe, expect, test } from 'vitest';
import { reveal } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { CODE_KINDS, hasLog, isCode } from '#programmes/codes.ts';
import { kinds } from '#programmes/kinds.ts';
import { codeWith, orderWith, recordOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

describe('A6: which records are codes', () => {
  test('A6: only redemption codes', () => {
    expect(CODE_KINDS).toEqual(['redemption-code']);
    const codes = Object.keys(kinds).filter((kind) => isCode({ kind }));
    expect(codes).toEqual(['redemption-code']);
  });

  test('A6: of what is no code nothing was done that must be known for good', () => {
    const looked = recordOf(reveal(codeWith(), 'check', doingOn()));
    expect(hasLog(looked)).toBe(true);
    expect(hasLog(codeWith())).toBe(false);
    expect(hasLog({ ...orderWith([]), steps: looked.steps })).toBe(false);
  });
});
