import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { installedBrowser } from '../../src/tools/chromium.mjs';
import {
  countsOfPlaywright,
  countsOfVitest,
  namedLines,
  sumOf,
  summaryLine,
  withEarlier,
} from '../../src/tools/counts.mjs';
import { installedEngines, missingPackages } from '../../src/tools/engines.mjs';
import { needsBuild, needsInstall, runsTypes } from '../../src/tools/freshness.mjs';
import { buildFiles } from '../../src/tools/prepare.mjs';

const root = resolve(import.meta.dirname, '../..');

/** A file of ours, with those that it imports, and theirs. */
const withImports = (file: string, met = new Set<string>()): ReadonlySet<string> => {
  if (met.has(file) || !existsSync(file)) return met;
  met.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/\bfrom '(\.[^']+)'/g))
    withImports(resolve(dirname(file), path), met);
  return met;
};

describe('X15: npm start installs', () => {
  const svelte = { version: '5.57.3', integrity: 'sha512-a' };
  const locked = { packages: { '': {}, 'node_modules/svelte': svelte } };
  const there = () => true;

  test('when nothing is installed, or an install was broken off', () => {
    expect(needsInstall(locked, undefined, there)).toBe(true);
    expect(needsInstall(locked, {}, there)).toBe(true);
    expect(needsInstall(locked, { packages: {} }, there)).toBe(true);
  });

  test.each([{ version: '5.57.2' }, { integrity: 'sha512-b' }])(
    'when %o is installed and not what is locked',
    (other) => {
      expect(
        needsInstall(
          locked,
          { packages: { 'node_modules/svelte': { ...svelte, ...other } } },
          there,
        ),
      ).toBe(true);
    },
  );

  test('when a package was deleted by hand', () => {
    expect(needsInstall(locked, { packages: { 'node_modules/svelte': svelte } }, () => false)).toBe(
      true,
    );
  });

  test('not when all is there, with more beside it', () => {
    const installed = { packages: { 'node_modules/svelte': svelte, 'node_modules/more': {} } };
    expect(needsInstall(locked, installed, there)).toBe(false);
  });

  test('not for a package of another system', () => {
    const withOptional = {
      packages: { ...locked.packages, 'node_modules/fsevents': { version: '2', optional: true } },
    };
    expect(needsInstall(withOptional, { packages: { 'node_modules/svelte': svelte } }, there)).toBe(
      false,
    );
  });
});

describe('X15: npm start builds', () => {
  const stamp = { inputs: 'a', output: '1' };
  test.each([
    ['the first time', { inputs: 'a', output: undefined, stamp: undefined }, true],
    ['when a source changed', { inputs: 'b', output: '1', stamp }, true],
    ['when the build was deleted', { inputs: 'a', output: undefined, stamp }, true],
    ['when the build that is there is another one', { inputs: 'a', output: '2', stamp }, true],
    ['not when nothing changed', { inputs: 'a', output: '1', stamp }, false],
  ])('%s', (_, state, expected) => {
    expect(needsBuild(state)).toBe(expected);
  });
});

test('X15: npm start builds again after a change in a file that it builds with', () => {
  const configured = ['svelte.config.js', 'vite.config.ts']
    .flatMap((name) => [...withImports(resolve(root, name))])
    .map((file) => relative(root, file));
  expect(configured).toContain('src/tools/splash-screens.mjs');
  expect(buildFiles()).toEqual(expect.arrayContaining(configured));
  expect(buildFiles()).not.toContain('src/tools/launch.mjs');
});

test('X15: the Node at hand is used only when it runs TypeScript files', () => {
  const versions = ['20.20.2', '22.17.9', '22.18.0', '24.21.0', '25.0.0'];
  expect(versions.map((version) => runsTypes(version, 'strip'))).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
  // Built without it, as distributions may, or too early.
  expect(runsTypes('24.21.0', false)).toBe(false);
  expect(runsTypes('23.0.0', undefined)).toBe(false);
});

describe('X15: the browser of the tests', () => {
  test('is the one that CHROMIUM names, or a refusal that says so', () => {
    expect(installedBrowser({ CHROMIUM: '/opt/c' }, () => true)).toBe('/opt/c');
    expect(() => installedBrowser({ CHROMIUM: '/opt/c' }, () => false)).toThrow(
      'CHROMIUM is "/opt/c"',
    );
  });

  test('is the first in the search path, Chromium before Chrome', () => {
    const there = ['/b/google-chrome', '/b/chromium', '/usr/bin/chromium'];
    expect(installedBrowser({ PATH: '/a:/b' }, (file) => there.includes(file))).toBe('/b/chromium');
    expect(installedBrowser({ PATH: '/a' }, (file) => there.includes(file))).toBe(
      '/usr/bin/chromium',
    );
    expect(installedBrowser({ PATH: '/a' }, () => false)).toBeUndefined();
  });
});

describe('X15: the other two engines', () => {
  const library = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
  const folders: Record<string, readonly string[]> = {
    '/usr/lib': ['apt', 'x86_64-linux-gnu'],
    '/usr/lib/x86_64-linux-gnu': ['libc.so', 'webkit2gtk-4.1'],
  };
  const disk = (...there: readonly string[]) => ({
    list: (folder: string) => folders[folder] ?? [],
    isThere: (file: string) => there.includes(file),
  });

  test('are found where Debian lays them, or where WEBKIT and FIREFOX say', () => {
    expect(installedEngines({ PATH: '/a' }, disk(library, '/a/firefox', '/usr/bin/Xvfb'))).toEqual({
      webkit: library,
      firefox: '/a/firefox',
      xvfb: '/usr/bin/Xvfb',
    });
    expect(installedEngines({ WEBKIT: '/w', FIREFOX: '/f' }, disk(library))).toMatchObject({
      webkit: '/w',
      firefox: '/f',
    });
  });

  test('are installed where they are missing, those alone that are asked for', () => {
    const found = installedEngines({}, disk('/usr/bin/firefox-esr'));
    expect(missingPackages(found, ['webkit', 'firefox', 'xvfb'])).toEqual([
      'webkit2gtk-driver',
      'xvfb',
    ]);
    expect(missingPackages(found, ['firefox'])).toEqual([]);
  });
});

describe('X15: the last line of npm test', () => {
  test('is the sum over both runners', () => {
    const vitest = countsOfVitest({ numPassedTests: 40, numFailedTests: 0, numPendingTests: 1 });
    const playwright = countsOfPlaywright({
      stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 },
    });
    expect(summaryLine(sumOf([vitest, playwright]), true)).toBe('45 passed, 0 failed');
    expect(sumOf([vitest, playwright]).skipped).toBe(1);
  });

  test('never says that nothing failed when a step did', () => {
    expect(summaryLine(sumOf([]), false)).toBe('0 passed, 1 failed');
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countsOfVitest({ numPassedTests: 3, numFailedTests: 1, testResults }).failed).toBe(2);
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 };
    expect(countsOfPlaywright({ stats, errors: [{}] })).toMatchObject({ passed: 4, failed: 2 });
  });

  test('comes after what failed and what it said, and what passed at the second try alone', () => {
    const vitest = countsOfVitest({
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        {
          status: 'passed',
          name: 'b.test.ts',
          assertionResults: [{ status: 'passed', fullName: 'good' }],
        },
        {
          status: 'failed',
          name: 'a.test.ts',
          assertionResults: [
            { status: 'failed', fullName: 'C3: bad', failureMessages: ['first', 'one\n\n is two'] },
          ],
        },
        { status: 'failed', name: 'c.test.ts', message: 'no such file', assertionResults: [] },
      ],
    });
    const playwright = countsOfPlaywright({
      stats: { expected: 0, unexpected: 1, flaky: 1, skipped: 0 },
      errors: [{ message: 'no time left' }],
      suites: [
        {
          suites: [
            { specs: [{ file: 'd.spec.ts', title: 'X1: red', tests: [{ status: 'unexpected' }] }] },
          ],
          specs: [
            {
              file: 'e.spec.ts',
              title: 'X2: slow',
              tests: [
                {
                  status: 'flaky',
                  results: [{ error: { message: '\u001B[31mtoo late\u001B[39m' } }, {}],
                },
              ],
            },
          ],
        },
      ],
    });
    const first = withEarlier('', vitest, false);
    expect(namedLines(withEarlier(first.line, playwright, false).all)).toEqual([
      'failed: a.test.ts › C3: bad\n        one\n         is two',
      'failed: c.test.ts\n        no such file',
      'failed: no time left',
      'failed: d.spec.ts › X1: red',
      'passed at the second try: e.spec.ts › X2: slow\n        too late',
    ]);
  });

  test('counts what passed at the second try alone, in either runner', () => {
    const vitest = countsOfVitest({
      numPassedTests: 2,
      numFailedTests: 0,
      testResults: [
        {
          status: 'passed',
          name: 'a.test.ts',
          assertionResults: [
            { status: 'passed', fullName: 'C3: good', meta: {} },
            { status: 'passed', fullName: 'C4: late', meta: { atSecondTry: true } },
          ],
        },
      ],
    });
    const playwright = countsOfPlaywright({
      stats: { expected: 0, unexpected: 0, flaky: 1, skipped: 0 },
      suites: [{ specs: [{ file: 'e.spec.ts', title: 'X2', tests: [{ status: 'flaky' }] }] }],
    });
    expect(vitest.second).toEqual(['a.test.ts › C4: late']);
    expect(summaryLine(sumOf([vitest, playwright]), true)).toBe(
      '3 passed, 0 failed, 2 at a second try',
    );
  });

  test('comes after the ten slowest tests of all runs, each with all its tries', () => {
    const assertionResults = Array.from({ length: 12 }, (_, at) => ({
      status: 'passed',
      fullName: `number ${at}`,
      duration: at * 1_000,
    }));
    const vitest = countsOfVitest({
      numPassedTests: 12,
      numFailedTests: 0,
      testResults: [{ status: 'passed', name: 'a.test.ts', assertionResults }],
    });
    const tests = [{ status: 'flaky', results: [{ duration: 9_000 }, { duration: 1_600 }] }];
    const playwright = countsOfPlaywright({
      stats: { expected: 0, unexpected: 0, flaky: 1, skipped: 0 },
      suites: [{ specs: [{ file: 'e.spec.ts', title: 'X2', tests }] }],
    });
    const first = withEarlier('', vitest, true);
    const slow = namedLines(withEarlier(first.line, playwright, true).all).slice(0, 11);
    expect(slow.slice(0, 3)).toEqual([
      'The slowest tests:',
      '  11.0 s  a.test.ts › number 11',
      '  10.6 s  e.spec.ts › X2',
    ]);
    expect(slow.at(-1)).toBe('   3.0 s  a.test.ts › number 3');
  });

  test('is one for two runs, where the first left its counts', () => {
    const first = withEarlier('', { passed: 5, failed: 0, skipped: 0 }, false);
    expect(first.all).toMatchObject({ passed: 5, failed: 1 });
    const second = withEarlier(first.line, { passed: 7, failed: 0, skipped: 1 }, true);
    expect(summaryLine(second.all, false)).toBe('12 passed, 1 failed');
  });
});
