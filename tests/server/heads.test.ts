import { ESLint } from 'eslint';
import fc from 'fast-check';
import memory from 'pouchdb-adapter-memory';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adminBy } from '#server/accounts/admin.ts';
import { createApp } from '#server/app.ts';
import { encodingFor } from '#server/compression.ts';
import { endpointInMemory } from '#server/endpoint.ts';
import { readSite } from '#server/site.ts';
import { closeAll, closeLater } from './let-in.ts';
import { cheap } from './cheap.ts';
import { smallSite } from './small-site.ts';
import { READINGS, withText, type Reading } from './what-is-read.ts';

const root = resolve(import.meta.dirname, '../..');
const PASSWORD = 'correct horse: battery';
const BASIC = `Basic ${Buffer.from(`admin:${PASSWORD}`).toString('base64')}`;

describe('X8: an expression that takes the square of a text’s length is no way to hold the server up', () => {
  const RULES = ['regexp/no-super-linear-backtracking', 'regexp/no-super-linear-move'];

  test('X8: such an expression in a screen is an error of the lint', async () => {
    const eslint = new ESLint({ cwd: root });
    const { rules } = (await eslint.calculateConfigForFile(join(root, 'src/ui/a.svelte'))) as {
      rules: Record<string, [number]>;
    };
    for (const rule of RULES) expect([rule, rules[rule]?.[0]]).toEqual([rule, 2]);
  });

  describe('as oxlint finds it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'volym-lint-'));
    const FILES = ['src/server/a.ts', 'src/core/a.ts', 'src/tools/a.mjs', 'simulator/a.ts'];
    // The second is the one by which Accept-Encoding was read.
    const BAD =
      'export const all = [/^(a+)+$/];\nexport const parts = (one) => one.split(/\\s*;\\s*q=/);\n';
    type Found = { readonly filename: string; readonly code: string };
    let found: readonly Found[];
    beforeAll(() => {
      cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
      cpSync(join(root, 'src/tools'), join(folder, 'src/tools'), { recursive: true });
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      for (const file of FILES) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), BAD);
      }
      const bin = join(root, 'node_modules/oxlint/bin/oxlint');
      const args = [bin, '--format=json', ...FILES];
      const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
      ({ diagnostics: found } = JSON.parse(stdout) as { diagnostics: readonly Found[] });
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test.each(FILES)('X8: such an expression in %s is an error of the lint', (file) => {
      const codes = found.filter(({ filename }) => filename === file).map(({ code }) => code);
      for (const rule of RULES) expect(codes).toContain(rule.replace(/\/(.+)/, '($1)'));
    });
  });

  test('X8: a header of 15,500 spaces names no encoding that we have', () => {
    const [br, gzip] = [Buffer.from('b'), Buffer.from('g')];
    const file = { bytes: Buffer.alloc(4_000), encoded: { br, gzip } };
    expect(encodingFor(file, `a${' '.repeat(15_500)}b`)).toBeUndefined();
    expect(encodingFor(file, `a${' '.repeat(15_500)};q=0,gzip;${' '.repeat(15_500)}q=1`)).toBe(
      'gzip',
    );
    expect(encodingFor(file, 'br; q=0 , GZIP ;Q=0.001')).toBe('gzip');
    expect(encodingFor(file, 'gzip;q=0')).toBeUndefined();
  });
});

describe('X8: whatever the head of a request contains', () => {
  let ask: (reading: Reading, text: string) => Promise<number>;
  beforeAll(async () => {
    const endpoint = endpointInMemory(memory, Date.now, adminBy('admin', PASSWORD, cheap));
    closeLater(endpoint);
    const site = readSite(smallSite());
    const app = createApp({ site: () => site, endpoint, apple: 'http://127.0.0.1:9' });
    const headers = { authorization: BASIC, 'content-type': 'application/json' };
    await app.request('/db/plain', { method: 'PUT', headers });
    await app.request('/db/plain/a', { method: 'PUT', headers, body: '{}' });
    ask = async (reading, text) => {
      const { path, headers: given } = withText(reading, text);
      const own = { ...headers, ...given } as Record<string, string>;
      // Node has read the length by then, and takes no other host than one.
      for (const name of ['content-length', 'host']) delete own[name];
      const { method } = reading;
      const answer = await app.request(path, {
        method,
        headers: own,
        ...(method === 'POST' ? { body: '{}' } : {}),
      });
      await answer.body?.cancel();
      return answer.status;
    };
  });
  afterAll(closeAll);

  test('X8: every header and every part of a query that the server reads is among those that are tried', () => {
    const read = readdirSync(join(root, 'src/server'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('pass-on.ts'))
      .map((file) => readFileSync(join(root, 'src/server', file), 'utf8'))
      .join('\n');
    const named = (pattern: RegExp): string[] =>
      [...read.matchAll(pattern)].flatMap(([, names = '']) =>
        [...names.matchAll(/'([\w-]+)'/g)].map(([, name]) => name ?? ''),
      );
    const headers = named(/(?:req\.header|(?<!res\.)headers\.get)\(('[\w-]+')\)/g);
    const queries = named(
      /(?:read|query|req)\.(?:flag|whole|json|id|revision|query)\(('[\w-]+'(?:, '[\w-]+')*)\)/g,
    );
    expect(headers.length).toBeGreaterThan(10);
    expect(queries.length).toBeGreaterThan(20);
    const tried = new Set(READINGS.flatMap(({ header, query }) => [header, query]));
    expect([...headers, ...queries].filter((name) => !tried.has(name))).toEqual([]);
  });

  const pieces = [
    ...' \t,;="\\/@:.-+*%?#&()[]{}<>|~0a',
    'q=0',
    'W/',
    '%20',
    'å',
    '1-a',
    'Bearer ',
    'AuthSession=',
  ];
  const text = fc
    .tuple(
      fc.array(fc.constantFrom(...pieces), { maxLength: 6 }),
      fc.nat(400),
      fc.constantFrom('', ...pieces),
    )
    .map(([unit, times, last]) => unit.join('').repeat(times) + last)
    .filter((head) => head.length < 15_000);

  const named = READINGS.map(
    (reading) =>
      [reading.method, reading.path, reading.header ?? reading.query ?? 'itself', reading] as const,
  );

  test.each(named)(
    'X8: is answered, and is no fault of the server: %s %s %s',
    async (_, __, ___, reading) => {
      const latin =
        reading.header === undefined
          ? text
          : text.map((part) => Buffer.from(part).toString('latin1'));
      await fc.assert(
        fc.asyncProperty(latin, async (value) => {
          expect(await ask(reading, value)).toBeLessThan(500);
        }),
        { numRuns: 25 },
      );
    },
  );
});
