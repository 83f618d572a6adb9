import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

test('X14: no screen shows a tick, a switch or a radio as the browser draws it', () => {
  const drawn = globSync('**/*.svelte', { cwd: src }).filter((file) => {
    const text = readFileSync(resolve(src, file), 'utf8');
    return /type="(checkbox|radio)"/.test(text) && !/opacity: 0;|appearance: none;/.test(text);
  });
  expect(drawn).toEqual([]);
  const tinted = globSync('**/*.{svelte,css}', { cwd: src }).filter((file) =>
    readFileSync(resolve(src, file), 'utf8').includes('accent-color'),
  );
  expect(tinted).toEqual([]);
});
