import { RuleTester } from 'eslint';
import { describe, test } from 'vitest';
import ts from 'typescript-eslint';
import { noLiteralSpread } from '../../src/tools/no-literal-spread.mjs';

RuleTester.describe = describe;
RuleTester.it = (title, run) => test(`X9: a literal that is spread: ${title}`, run);

const tester = new RuleTester({ languageOptions: { parser: ts.parser as never } });
const found = (code: string) => ({ code, errors: [{ messageId: 'literal' }] });

tester.run('no-literal-spread', noLiteralSpread, {
  invalid: [
    found('const a = { ...{ b: 2 } };'),
    found('const a = [...[1, 2]];'),
    found('f(...[1, 2]);'),
    found('const a = { ...({ b: 2 } as B) };'),
    found('const a = [...([1] as number[])];'),
    found('const a = { ...({ b: 2 } satisfies B) };'),
  ],
  valid: [
    'const a = { ...b };',
    'const a = [...b, 1];',
    'const a = { ...(is && { b: 2 }) };',
    'const a = { ...(b as B) };',
    'const { ...a } = b;',
  ],
});
