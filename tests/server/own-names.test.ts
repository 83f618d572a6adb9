import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { answersTo } from '#server/own-names.ts';
import { readSettings } from '#server/settings.ts';
import { newData, start, stopAll } from './running.ts';

afterEach(stopAll);

/** What is answered to a request for that host. */
const askAs = (port: number, host: string, target: string, more = ''): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });

describe('X9: the name by which the server is asked', () => {
  test('X9: a page elsewhere whose name was turned to this server’s address reads nothing here', async () => {
    const { port } = await start(newData());
    const ofThePage = `evil.example:${port}`;
    for (const target of [
      '/',
      '/_up',
      '/db/',
      '/_volym/devices',
      '/_apple/assets',
      `http://127.0.0.1:${port}/db/`,
    ]) {
      const answer = await askAs(
        port,
        ofThePage,
        target,
        `Origin: http://${ofThePage}\r\nX-Forwarded-For: 1.1.1.1\r\n`,
      );
      expect([target, /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]]).toEqual([target, '421']);
      expect(answer).not.toMatch(/access-control-allow-origin|volym-endpoint|Welcome/i);
    }
    expect(await askAs(port, ofThePage, '/')).toContain(`HOST_NAMES=evil.example npm start`);
    expect(await askAs(port, ofThePage, '/db/')).toContain('"error":"misdirected_request"');
  });

  test('X9: addresses, local names, and what a proxy passes on are answered as before', async () => {
    const { port } = await start(newData());
    const names = [
      '127.0.0.1',
      'localhost',
      '192.168.1.20',
      '[fd00::7]',
      'nas',
      'nas.local',
      'nas.home.arpa',
    ];
    const hosts = [
      ...names.map((name) => `${name}:${port}`),
      'volym.nordby.example',
      'volym.nordby.example:8443',
    ];
    for (const host of hosts)
      expect([host, (await askAs(port, host, '/_up')).slice(0, 12)]).toEqual([
        host,
        'HTTP/1.1 200',
      ]);
  });

  test('X9: where names are given, no others are answered, a proxy’s neither', async () => {
    const { port } = await start(newData(), 0, [], {
      HOST_NAMES: 'volym.nordby.example, other.example',
    });
    for (const [host, status] of [
      ['volym.nordby.example', 200],
      ['Volym.Nordby.Example:8443', 200],
      [`other.example:${port}`, 200],
      [`127.0.0.1:${port}`, 200],
      ['evil.example', 421],
      ['volym.nordby.example.evil.example', 421],
    ] as const)
      expect([host, (await askAs(port, host, '/_up')).slice(0, 12)]).toEqual([
        host,
        `HTTP/1.1 ${status}`,
      ]);
  });

  test.each([
    ['evil.example:4600', false],
    ['evil.example.:4600', false],
    ['EVIL.example:4600', false],
    ['127.0.0.1.evil.example:4600', false],
    ['localhost.evil.example:4600', false],
    ['user@evil.example:4600', false],
    ['evil.example:4600:4600', false],
    ['ev il', false],
    ['', false],
    ['2130706433:4600', true],
    ['[::1]:4600', true],
    [`${'a'.repeat(300)}:4600`, false],
    [`xn--${'a'.repeat(15_000)}`, false],
    [undefined, true],
  ])('X9: %j on port 4600: %j', (host, isAnswered) => {
    expect(answersTo()(host, 4600)).toBe(isAnswered);
  });

  test('X9: on port 80 a host without a port is the server’s own', () => {
    expect([
      answersTo()('evil.example', 80),
      answersTo(['evil.example'])('evil.example', 80),
    ]).toEqual([false, true]);
  });

  test('X9: HOST_NAMES is a list of names, or a sentence', () => {
    expect(readSettings({ HOST_NAMES: 'a.example b.example,c' })).toMatchObject({
      names: ['a.example', 'b.example', 'c'],
    });
    expect(readSettings({})).not.toHaveProperty('names');
    for (const HOST_NAMES of ['https://a.example', 'a.example:4600', '*'])
      expect(readSettings({ HOST_NAMES })).toMatchObject({
        problem: expect.stringContaining('HOST_NAMES is "') as string,
      });
  });
});
