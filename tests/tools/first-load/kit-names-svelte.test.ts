import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { kitNamesSvelte } from '../../../src/tools/first-load/kit-names-svelte.ts';

const CLIENT = 'node_modules/@sveltejs/kit/src/runtime/client/client.js';

const { transform } = kitNamesSvelte();

test('X6: Kit names the two functions of Svelte that it takes', () => {
  const named = transform(readFileSync(CLIENT, 'utf8'), `/app/${CLIENT}`);
  expect(named).toContain('const tick = svelte.tick;');
  expect(named).not.toMatch(/\} = svelte;/);
});

test('X6: other files are left alone, and another Kit is told', () => {
  expect(transform('const { onMount, tick } = svelte;', '/app/other.js')).toBeUndefined();
  expect(() => transform('const { tick } = svelte;', `/app/${CLIENT}`)).toThrow('another way now');
});
