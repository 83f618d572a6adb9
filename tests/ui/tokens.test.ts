import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../src/ui/tokens.css'), 'utf8');

const tokensAfter = (selector: string): Record<string, string> => {
  const from = css.indexOf('{', css.indexOf(selector)) + 1;
  const block = css.slice(from, css.indexOf('}', from)).replace(/\/\*[^]*?\*\//g, '');
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+|color-scheme):\s*([^;]+);/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
};

test('X14: dark is the same whether the device or the user chose it', () => {
  const chosen = tokensAfter(`[data-theme='dark']`);
  expect(Object.keys(chosen).length).toBeGreaterThan(20);
  expect(tokensAfter(':root:not([data-theme])')).toEqual(chosen);
});

test('X14: every dark colour has a light one', () => {
  const light = tokensAfter(':root');
  expect(
    Object.keys(tokensAfter(`[data-theme='dark']`)).filter((name) => light[name] === undefined),
  ).toEqual([]);
});

test('X14: every token is used', () => {
  const src = join(import.meta.dirname, '../../src');
  const users = globSync('**/*.{svelte,css,ts,html}', { cwd: src })
    .map((file) => readFileSync(join(src, file), 'utf8'))
    .join('\n');
  const names = Object.keys(tokensAfter(':root')).filter((name) => name.startsWith('--'));
  expect(names.filter((name) => !new RegExp(`${name}[),'"]|${name} [^:]`).test(users))).toEqual([]);
});
