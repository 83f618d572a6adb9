import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { municipality } from '#simulator/apple/data/municipality.ts';
import { smallSchool } from '#simulator/apple/data/small-school.ts';
import type { Snapshot } from '#simulator/apple/data/snapshot.ts';
import { dataset, NOW } from './running.ts';

const countOf = ({ locations }: Snapshot, field: 'assets' | 'assignments' | 'users'): number =>
  locations.reduce((sum, location) => sum + location[field].length, 0);

describe('the data of the simulator', () => {
  test('B7: the fixtures', () => {
    const { locations } = dataset();
    expect(locations.map(({ token }) => token.state)).toEqual([
      'valid',
      'valid',
      'expired',
      'valid',
    ]);
    expect(locations[1]?.assignments).toHaveLength(161);
    expect(countOf(dataset(), 'users')).toBe(5);
  });

  test('B7: a small school has three apps on sixty devices', () => {
    const school = smallSchool(NOW);
    expect([countOf(school, 'assets'), school.locations.length]).toEqual([3, 1]);
    const devices = new Set(
      school.locations[0]?.assignments.map(({ serialNumber }) => serialNumber),
    );
    expect(devices.size).toBe(60);
  });

  test('B7: a municipality has 12 locations, 400 assets and 20,000 assignments, the same for the same seed', () => {
    const data = municipality(NOW, 7);
    expect([data.locations.length, countOf(data, 'assets'), countOf(data, 'assignments')]).toEqual([
      12, 400, 20_000,
    ]);
    expect(municipality(NOW, 7)).toEqual(data);
    expect(municipality(NOW, 8)).not.toEqual(data);
  });

  test.each([
    ['small school', smallSchool(NOW)],
    ['municipality', municipality(NOW, 1)],
  ])(
    'B8: the counts of a %s agree with what is given out, to users who are there',
    (_, { locations }) => {
      for (const { assets, assignments, users } of locations) {
        const given = Map.groupBy(
          assignments,
          ({ adamId, pricingParam }) => `${adamId} ${pricingParam}`,
        );
        const keys = assignments.map((assignment) => JSON.stringify(assignment));
        expect(new Set(keys).size).toBe(keys.length);
        for (const asset of assets) {
          expect(asset.assignedCount).toBe(
            given.get(`${asset.adamId} ${asset.pricingParam}`)?.length ?? 0,
          );
          expect(asset.totalCount).toBe(asset.assignedCount + asset.availableCount);
        }
        const active = new Set(
          users
            .filter(({ status }) => status !== 'Retired')
            .map(({ clientUserId }) => clientUserId),
        );
        for (const { clientUserId } of assignments)
          if (clientUserId !== undefined) expect(active).toContain(clientUserId);
      }
    },
  );

  test('B7: no token is one of Apple’s', () => {
    for (const { token } of [...smallSchool(NOW).locations, ...municipality(NOW, 1).locations]) {
      const { token: secret, expDate } = JSON.parse(
        Buffer.from(token.text, 'base64').toString(),
      ) as Record<string, string>;
      expect(Buffer.from(secret ?? '', 'base64').toString()).toMatch(
        /^FAKE-NOT-A-REAL-SERVER-TOKEN/,
      );
      expect(expDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/);
    }
  });
});

const MAIN = resolve(import.meta.dirname, '../../simulator/apple/main.ts');

const run = (...args: string[]) =>
  spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });

describe('npm run simulate:apple', () => {
  test('B7: prints where it is and which tokens it takes, and takes them', async () => {
    const child = run('--data', 'small-school', '--port', '0', '--page-size', '2');
    let printed = '';
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      printed += chunk.toString('utf8');
      if (printed.includes('Ctrl-C')) break;
    }
    const base = /simulated: (http:\S+)/.exec(printed)?.[1] ?? '';
    const token = /\.vpptoken:\n(\S+)/.exec(printed)?.[1] ?? '';
    const answer = await fetch(`${base}/assets`, { headers: { authorization: `Bearer ${token}` } });
    expect(await answer.json()).toMatchObject({ size: 2, totalPages: 2 });
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  test.each([
    [['--data', 'nowhere.json'], 'nowhere.json cannot be read'],
    [['--port', 'x'], '--port is "x".'],
    [['--partial', 'some'], '--partial is "some".'],
    [['--colour', 'red'], '--colour'],
  ])('B7: %j is refused with how it is used', async (args, sentence) => {
    const child = run(...args);
    let printed = '';
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
    const [code] = (await once(child, 'close')) as [number];
    expect([code, printed.includes(sentence), printed.includes('npm run simulate:apple')]).toEqual([
      1,
      true,
      true,
    ]);
  });
});
