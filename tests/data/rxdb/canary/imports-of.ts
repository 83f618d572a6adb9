import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const packages = resolve(import.meta.dirname, '../../../../node_modules');

/** The folder of RxDB's modules as the app gets them. */
export const RXDB = join(packages, 'rxdb/dist/esm');

/** The folder of rxjs's modules as the app gets them. */
export const RXJS = join(packages, 'rxjs/dist/esm');

/** What a module imports by one statement, or hands on from another. */
type Imported = {
  readonly by: string;
  readonly from: string;
  /** `*` for all names. */
  readonly names: readonly string[];
};

const STATEMENT =
  /^\s*(?:import|export)\s+(?:(?:(?:\w+\s*,\s*)?\{(?<names>[^}]*)\}|(?<all>\*)(?:\s+as\s+\w+)?|\w+)\s+from\s+)?(['"])(?<from>[^'"]+)\3/gm;

/** The statements of a module by which it imports something. */
const importsOf = (file: string): readonly Imported[] =>
  [...readFileSync(file, 'utf8').matchAll(STATEMENT)].map(({ groups = {} }) => ({
    by: file,
    from: groups['from'] ?? '',
    names:
      groups['all'] === undefined
        ? (groups['names'] ?? '')
            .split(',')
            .map((name) => name.trim().split(/\s+as\s+/)[0] ?? '')
            .filter((name) => name !== '')
        : ['*'],
  }));

/** All statements of the modules that these lead to, through paths of their own package. */
export const importsBelow = (entries: readonly string[]): readonly Imported[] => {
  const seen = new Set<string>();
  const found: Imported[] = [];
  const rest = [...entries];
  for (let file = rest.pop(); file !== undefined; file = rest.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const imported of importsOf(file)) {
      found.push(imported);
      if (!imported.from.startsWith('.')) continue;
      const path = resolve(dirname(file), imported.from);
      const next = [path, `${path}.js`].find((one) => one.endsWith('.js') && existsSync(one));
      if (next !== undefined) rest.push(next);
    }
  }
  return found;
};

/** The names that these statements import of a package, or of a module of that name, in order. */
export const namesFrom = (imports: readonly Imported[], from: RegExp): readonly string[] =>
  [
    ...new Set(imports.filter((one) => from.test(one.from)).flatMap(({ names }) => names)),
  ].toSorted();
