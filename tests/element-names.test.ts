import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../src');

type Node = { readonly [part: string]: unknown };

/**
 * What an element of the page is called by: its id, or the name by which a form or the document
 * finds it.
 */
const CALLED = new Set(['id', 'name']);

/** The ids and names of elements in a part that are no plain words, as they are written there. */
const namesIn = (text: string): string[] => {
  const found: string[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(look);
    if (typeof node !== 'object' || node === null) return;
    const { type, attributes } = node as Node;
    if (type === 'RegularElement' || type === 'SvelteElement')
      for (const { name, value, start, end } of attributes as Node[])
        if (CALLED.has(name as string) && !isPlain(value))
          found.push(text.slice(start as number, end as number));
    Object.values(node).forEach(look);
  };
  look(parse(text, { modern: true }).fragment);
  return found;
};

const isPlain = (value: unknown): boolean =>
  Array.isArray(value) && value.every(({ type }: Node) => type === 'Text');

const parts = readdirSync(src, { withFileTypes: true, recursive: true })
  .filter(({ name }) => name.endsWith('.svelte'))
  .map(({ parentPath, name }) => join(parentPath, name))
  .map((file) => ({ file: relative(src, file), text: readFileSync(file, 'utf8') }));

/** These are called by whoever draws them: see below. */
const GIVEN = [
  'ui/fields/ChoiceRow.svelte',
  'ui/fields/FieldFrame.svelte',
  'ui/fields/SelectOver.svelte',
  'ui/parts/DeadlineRow.svelte',
];

test('X9: no element is named after text in a record: by that name page and forms would find it instead of their own', () => {
  const called = parts.map(({ file, text }) => ({ file, text, names: namesIn(text) }));
  const given = called.filter(
    ({ text, names }) => names.length > 0 && !/const (?:id|name) = \$props\.id\(\)/.test(text),
  );
  expect(given.map(({ file }) => file)).toEqual(GIVEN);
  const written = called
    .flatMap(({ names }) => names)
    .filter((name) => !/^(?:\{(?:id|name)\}|id="\{id\}-\w+")$/.test(name));
  expect(written).toEqual([]);
});

test('X9: the screens that draw those name them by a word, by an id of the page, or by a record’s id after a word', () => {
  const calls = parts.flatMap(({ text }) => [
    ...[...text.matchAll(/<DeadlineRow\b[\s\S]*?\/>/g)].flatMap(
      ([tag]) => /\sid=\S+|\{id\}/.exec(tag) ?? [],
    ),
    ...[...text.matchAll(/<ChoiceRow\b[\s\S]*?\/>/g)].flatMap(([tag]) => {
      const [name = ''] = /\sname="[^"]*"|\{name\}/.exec(tag) ?? [];
      return name === '{name}' && /const name = \$props\.id\(\)/.test(text) ? [] : [name];
    }),
    ...[...text.matchAll(/<FieldFrame\b[\s\S]*?>/g)].flatMap(([tag]) =>
      /\{id\}/.test(tag) && /const id = \$props\.id\(\)/.test(text) ? [] : [tag],
    ),
    ...[...text.matchAll(/<SelectOver\b[\s\S]*?>/g)].flatMap(([tag]) => {
      const [name] = /\sid=\S+|\{id\}/.exec(tag) ?? [];
      const isOwn = name === '{id}' && /const id = \$props\.id\(\)/.test(text);
      return name === undefined || isOwn ? [] : [tag];
    }),
  ]);
  const plain = /^\s?name="(?:[\w-]+|\{id\}-\{\w+\})"$/;
  expect(calls.filter((call) => !plain.test(call)).map((call) => call.trim())).toEqual([
    'id="due-{row.id}"',
  ]);
});
