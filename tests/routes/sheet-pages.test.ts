import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');
const SHEET = resolve(src, 'ui/sheets/Sheet.svelte');

/** Imports of components, by the name that they have in the markup; a loaded one has none. */
const IMPORT = /(?:\bimport\s+(\w+)\s+from\s*|\bimport\(\s*)'([^']+\.svelte)'/g;

type Imported = { readonly name: string; readonly file: string };

const importedBy = (file: string): Imported[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, name = '', target = '']) => ({
    name,
    file: target.startsWith('#') ? resolve(src, target.slice(1)) : resolve(dirname(file), target),
  }));

/** An element or component that is around everything else, and whether it may be missing. */
type Root = { readonly node: AST.TemplateNode; readonly isSure: boolean };

const rootsIn = (fragment: AST.Fragment | null | undefined, isSure = true): Root[] =>
  (fragment?.nodes ?? []).flatMap((node): Root[] => {
    if (node.type === 'IfBlock')
      return [...rootsIn(node.consequent, false), ...rootsIn(node.alternate, false)];
    if (node.type === 'EachBlock') return rootsIn(node.body, false);
    if (node.type === 'KeyBlock') return rootsIn(node.fragment, isSure);
    if (node.type === 'AwaitBlock')
      return [node.pending, node.then, node.catch].flatMap((part) => rootsIn(part, isSure));
    const isDrawn = ['RegularElement', 'Component', 'SvelteElement'].includes(node.type);
    return isDrawn ? [{ node, isSure }] : [];
  });

/** The page of a rule is brought by the programme whose rule it is. */
const RULE_PAGE = resolve(src, 'routes/rules/[rule]/+page.ts');
const PAGES_OF_RULES = readdirSync(join(src, 'programmes'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('rule-pages.ts'))
  .map((name) => join(src, 'programmes', name));

/** What a component of the markup may be; what a page loads is named beside it. */
const filesOf = (name: string, file: string): string[] => {
  const beside = file.replace(/\.svelte$/, '.ts');
  const naming = beside === RULE_PAGE ? PAGES_OF_RULES : [beside].filter(existsSync);
  const loaded = name.startsWith('data.') ? naming.flatMap(importedBy) : [];
  const named = importedBy(file).filter((other) => other.name === name);
  return [...named, ...loaded].map((other) => other.file);
};

type Shows = { readonly always: boolean; readonly onlySheets: boolean };

const seen = new Map<string, Shows>();

/** Whether a component always shows a sheet, and whether it shows nothing but sheets. */
const showsOf = (file: string): Shows => {
  if (file === SHEET) return { always: true, onlySheets: true };
  const known = seen.get(file);
  if (known !== undefined) return known;
  seen.set(file, { always: false, onlySheets: false });
  const roots = rootsIn(parse(readFileSync(file, 'utf8'), { modern: true }).fragment).map(
    ({ node, isSure }) => {
      const parts = node.type === 'Component' ? filesOf(node.name, file).map(showsOf) : [];
      return {
        always: isSure && parts.some(({ always }) => always) && isOpen(node),
        onlySheets: parts.length > 0 && parts.every(({ onlySheets }) => onlySheets),
      };
    },
  );
  const shows = {
    always: roots.some(({ always }) => always),
    onlySheets: roots.length > 0 && roots.every(({ onlySheets }) => onlySheets),
  };
  seen.set(file, shows);
  return shows;
};

/** Whether it is not left to a value whether it is open. */
const isOpen = (node: AST.TemplateNode): boolean =>
  node.type === 'Component' &&
  node.attributes.every(
    (attribute) =>
      attribute.type !== 'Attribute' || attribute.name !== 'open' || attribute.value === true,
  );

test('X14: each page that shows a sheet by its address says so, and no other', () => {
  const pages = readdirSync(join(src, 'routes'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('+page.svelte'))
    .map((name) => join(src, 'routes', name));
  const showing = pages.filter((file) => {
    const { always, onlySheets } = showsOf(file);
    return always || onlySheets;
  });
  const saying = pages.filter((file) => readFileSync(file, 'utf8').includes('sheetHasAddress();'));
  const named = (of: readonly string[]): string[] => of.map((file) => relative(src, file)).sort();
  expect(showing.length).toBeGreaterThan(3);
  expect(named(saying)).toEqual(named(showing));
});
