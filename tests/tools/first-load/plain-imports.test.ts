import { expect, test } from 'vitest';
import { plain as plainWith } from '../../../src/tools/first-load/plain-imports.ts';

const plain = (code: string): string => plainWith(code, ['_app/immutable/assets/home.x.css']);

const styles = (...names: string[]): string =>
  `const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=[${names.map((name) => `"../assets/${name}.css"`).join(',')}])))=>i.map(i=>d[i]);\n`;

test('X6: a file without styles is asked for by its name alone', () => {
  expect(plain('t(()=>import(`./a.js`),[],import.meta.url)')).toBe('t(()=>import(`./a.js`))');
  expect(
    plain('t(async()=>{let{a:e,b:r}=await import(`./a.js`);return{a:e,b:r}},[],import.meta.url)'),
  ).toBe('t(()=>import(`./a.js`))');
  // One part of a file that holds several.
  expect(
    plain(
      't(async()=>{let{a:e}=await import(`./a.js`).then(e=>e.$n);return{a:e}},[],import.meta.url)',
    ),
  ).toBe('t(()=>import(`./a.js`).then(e=>e.$n))');
});

test('X6: the styles that the page has are there already', () => {
  expect(
    plain(`${styles('home.x')}t(()=>import(\`./a.js\`),__vite__mapDeps([0]),import.meta.url)`),
  ).toBe('t(()=>import(`./a.js`))');
  const both = `${styles('b', 'home.x')}t(()=>import(\`./a.js\`),__vite__mapDeps([0,1]),import.meta.url)`;
  expect(plain(both)).toContain('t(()=>import(`./a.js`),__vite__mapDeps([0]),import.meta.url)');
  expect(plain(both)).toContain('["../assets/b.css",0]');
});

test('X6: what else uses the address of a file is left as it is', () => {
  const worker = 'new Worker(new URL(`./a.js`,import.meta.url),{type:`module`})';
  expect(plain(worker)).toBe(worker);
});
