import { RuleTester } from 'eslint';
import { describe, test } from 'vitest';
import ts from 'typescript-eslint';
import { plainMaps } from '../../src/tools/plain-maps.mjs';

RuleTester.describe = describe;
RuleTester.it = (title, run) => test(`X9: a plain object as a map: ${title}`, run);

const tester = new RuleTester({ languageOptions: { parser: ts.parser as never } });
const found = (messageId: string, code: string) => ({ code, errors: [{ messageId }] });

tester.run('plain-maps', plainMaps, {
  invalid: [
    found('begun', 'const m: Record<string, number> = {};'),
    found('begun', 'const m: { [id: string]: number } = {};'),
    found('begun', 'const m: Partial<Record<string, number>> = {};'),
    found('begun', 'const m: Readonly<Record<string, number>> = {};'),
    found('begun', 'const m: { readonly [id: string]: number } | undefined = {};'),
    found('begun', 'type Counts = Readonly<Record<string, number>>; const m: Counts = {};'),
    found('begun', 'const m = {} as Record<string, number>;'),
    found('begun', 'const m = {} satisfies Record<string, number>;'),
    found('begun', 'const f = (id: string, m: Record<string, number> = {}) => m[id];'),
    found('begun', 'ids.reduce<Record<string, number>>((m, id) => ({ ...m, [id]: 1 }), {});'),
    found(
      'looked',
      "const WORDS: Record<string, string> = { a: 'b' }; const f = (kind: string) => WORDS[kind] ?? '';",
    ),
    found(
      'looked',
      "const WORDS = { a: 'b' } as Record<string, string>; const f = (kind: string) => WORDS[kind];",
    ),
    found(
      'looked',
      "const WORDS: Record<string, string> = { a: 'b' }; const f = (k: string) => (Object.hasOwn(WORDS, 'a') ? WORDS[k] : '');",
    ),
    found(
      'looked',
      "const WORDS: Record<string, string> = { a: 'b' }; const f = (k: string) => (Object.hasOwn(WORDS, k) ? '' : WORDS[k]);",
    ),
    found('within', "const WORDS = { a: 'b' }; const f = (kind: string) => kind in WORDS;"),
  ],
  valid: [
    'const m = new Map<string, number>();',
    'const m: Record<number, string> = {};',
    "type Kind = 'a' | 'b'; const WORDS: Record<Kind, string> = { a: '', b: '' }; const f = (kind: Kind) => WORDS[kind];",
    "const WORDS: Record<string, string> = { a: 'b' }; const f = () => WORDS['a'];",
    "const WORDS: Record<string, string> = { a: 'b' }; const f = (k: string) => (Object.hasOwn(WORDS, k) ? WORDS[k] : '');",
    "const WORDS: Record<string, string> = { a: 'b' }; const f = (k: string) => Object.hasOwn(WORDS, k) && WORDS[k] !== '';",
    "const f = (given: object) => 'title' in given;",
    'const f = (word: string) => word in {};',
  ],
});
