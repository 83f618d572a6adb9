import { expect, test } from 'vitest';
import { withOwnNames } from '../../../src/tools/first-load/export-by-own-name.ts';

type Made = { type: 'chunk'; fileName: string; isEntry?: boolean; code?: string };

/** What each file of a build is once its exports have the names that they have within. */
const shortened = (files: Record<string, string>, entry?: string): Record<string, string> => {
  const bundle: Record<string, Made> = Object.fromEntries(
    Object.entries(files).map(([fileName, code]) => [
      fileName,
      { type: 'chunk' as const, fileName, isEntry: fileName === entry, code },
    ]),
  );
  withOwnNames(bundle);
  return Object.fromEntries(
    Object.values(bundle).map(({ fileName, code = '' }) => [fileName, code]),
  );
};

test('X6: a file exports by its own names, and those that take from it ask by them', () => {
  expect(
    shortened({
      'app/chunks/home.js': 'var Xa=1,q=2;export{Xa as t,q as n};',
      'app/chunks/list.js': 'import{t as e,n}from"./home.js";e(n);',
      'app/nodes/screen.js': 'import{n as q}from"../chunks/home.js";q();',
      'app/entry/start.js': 'export{t as start}from"../chunks/home.js";',
      'app/chunks/sheet.js': 'const a=()=>import(`./home.js`).then(e=>e.t);',
    }),
  ).toEqual({
    'app/chunks/home.js': 'var Xa=1,q=2;export{Xa,q};',
    'app/chunks/list.js': 'import{Xa as e,q as n}from"./home.js";e(n);',
    'app/nodes/screen.js': 'import{q}from"../chunks/home.js";q();',
    'app/entry/start.js': 'export{Xa as start}from"../chunks/home.js";',
    'app/chunks/sheet.js': 'const a=()=>import(`./home.js`).then(e=>e.Xa);',
  });
});

test('X6: names with a sign in them, which a replacement would read otherwise, stay as they are', () => {
  expect(
    shortened({
      'home.js': 'var $1=1,$$=2;export{$1 as t,$$ as n};',
      'list.js': 'import{t as e,n as r}from"./home.js";e(r);',
      'sheet.js': 'const a=()=>import(`./home.js`).then(e=>e.n);',
    }),
  ).toEqual({
    'home.js': 'var $1=1,$$=2;export{$1,$$};',
    'list.js': 'import{$1 as e,$$ as r}from"./home.js";e(r);',
    'sheet.js': 'const a=()=>import(`./home.js`).then(e=>e.$$);',
  });
});

test('X6: what has two names outside is exported once', () => {
  expect(
    shortened({
      'home.js': 'var a=1;export{a as t,a as n};',
      'list.js': 'import{t as e,n as r}from"./home.js";e(r);',
    }),
  ).toEqual({
    'home.js': 'var a=1;export{a};',
    'list.js': 'import{a as e,a as r}from"./home.js";e(r);',
  });
});

test('X6: files that export to each other are both shortened', () => {
  expect(
    shortened({
      'a.js': 'import{t as b}from"./b.js";var x=b;export{x as t};',
      'b.js': 'import{t as a}from"./a.js";var y=a;export{y as t};',
    }),
  ).toEqual({
    'a.js': 'import{y as b}from"./b.js";var x=b;export{x};',
    'b.js': 'import{x as a}from"./a.js";var y=a;export{y};',
  });
});

test('X6: a file that Kit takes from stays as it is', () => {
  const files = {
    'nodes/0.js': 'var a=1;export{a as component};',
    'list.js': 'import{component as e}from"./nodes/0.js";e();',
  };
  expect(shortened(files, 'nodes/0.js')).toEqual(files);
});

test.each([
  'const all=await import(`./home.js`);all.t();',
  'import*as all from"./home.js";all.t();',
  'export*from"./home.js";',
])('X6: so does one that is taken as a whole: %s', (whole) => {
  const files = { 'home.js': 'var a=1;export{a as t};', 'list.js': whole };
  expect(shortened(files)).toEqual(files);
});
