import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as compiled from '#data/rxdb/as-compiled.ts';
import * as byPath from '#data/rxdb/by-path.ts';
import * as followResults from '#data/rxdb/follow-results.ts';
import * as selectors from '#data/rxdb/selectors.ts';
import * as tabChannel from '#data/rxdb/tab-channel.ts';
import { importsBelow, namesFrom, RXDB, RXJS } from './imports-of.ts';

/** The doors of RxDB that the app uses. */
const rxdb = importsBelow(
  ['index.js', 'plugins/replication/index.js', 'plugins/utils/index.js'].map((file) =>
    join(RXDB, file),
  ),
);

test.each([
  ['mingo', 'selectors.ts', selectors],
  ['event-reduce-js', 'follow-results.ts', followResults],
  ['broadcast-channel', 'tab-channel.ts', tabChannel],
])('X7: of %s RxDB imports what stands in for it', (name, file, own) => {
  expect(
    namesFrom(rxdb, new RegExp(`^${name}(/.*)?$`)),
    `RxDB imports other names of ${name} than src/data/rxdb/${file} has`,
  ).toEqual(Object.keys(own).toSorted());
});

test('X7: of its code for paths RxDB uses what stands in for it', () => {
  const handedOn = rxdb.filter(({ from }) => from.endsWith('utils-object-dot-prop.js'));
  expect(
    handedOn.map(({ by, from, names }) => [by.slice(RXDB.length + 1), from, names]),
    'RxDB imports its code for paths by another name or from elsewhere: see the alias in src/tools/app-resolve.ts',
  ).toEqual([['plugins/utils/index.js', './utils-object-dot-prop.js', ['*']]]);
  const all = ['getProperty', 'setProperty', 'deleteProperty', 'hasProperty', 'deepKeys'];
  const used = namesFrom(rxdb, /utils\/index\.js$/).filter((name) => all.includes(name));
  for (const name of used)
    expect(
      Object.keys(byPath),
      `RxDB uses ${name} of its code for paths: src/data/rxdb/by-path.ts has to have it`,
    ).toContain(name);
});

test('X7: of tslib rxjs imports what stands in for it', () => {
  const rxjs = importsBelow(['index.js', 'operators/index.js'].map((file) => join(RXJS, file)));
  expect(
    namesFrom(rxjs, /^tslib$/),
    'rxjs imports other names of tslib than src/data/rxdb/as-compiled.ts has',
  ).toEqual(Object.keys(compiled).toSorted());
});

test('X7: what only the sync uses is where the first load looks for it', () => {
  const before = importsBelow([join(RXDB, 'index.js')]);
  const folder = join(RXDB, 'replication-protocol/');
  expect(
    before.map(({ by }) => by),
    'RxDB’s replication is no longer in dist/esm/replication-protocol: see isOfSync in src/tools/first-load/home-chunk.ts',
  ).toContain(join(folder, 'downstream.js'));
  expect(
    namesFrom(
      before.filter(({ by }) => !by.startsWith(folder)),
      /\/replication-protocol\//,
    ),
    'a module that home needs uses more of RxDB’s replication: see isOfSync in src/tools/first-load/home-chunk.ts',
  ).toEqual(['*', 'defaultConflictHandler']);
  const rxjs = importsBelow([join(RXJS, 'index.js')]);
  const inside = /\/rxjs\/dist\/esm\/internal\/(operators|observable|schedul)/;
  expect(
    rxjs.filter(({ by }) => inside.test(by)).length,
    'the operators of rxjs are no longer in dist/esm/internal: see isOfSync in src/tools/first-load/home-chunk.ts',
  ).toBeGreaterThan(100);
});
