import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  addressOf,
  listenProblem,
  readSettings,
  rightsProblem,
  type Settings,
} from '#server/settings.ts';

const problemOf = (env: NodeJS.ProcessEnv): string => {
  const settings = readSettings(env);
  return 'problem' in settings ? settings.problem : '';
};

describe('X15: the environment of the server', () => {
  test('has defaults for everything', () => {
    const defaults = {
      port: 4600,
      host: '127.0.0.1',
      data: resolve('data'),
      base: '',
      setUpAgain: false,
    };
    expect(readSettings({})).toEqual(defaults);
    expect(readSettings({ PORT: '', HOST: '', DATA: '', BASE_PATH: '' })).toEqual(defaults);
  });

  test('is read from PORT, HOST, DATA and BASE_PATH', () => {
    expect(
      readSettings({ PORT: '0', HOST: '::1', DATA: '/srv/volym', BASE_PATH: '/volym' }),
    ).toEqual({
      port: 0,
      host: '::1',
      data: '/srv/volym',
      base: '/volym',
      setUpAgain: false,
    });
  });

  test('X8: makes a set-up link once more when that is asked for by its word', () => {
    expect(readSettings({ SET_UP_LINK: 'again' })).toMatchObject({ setUpAgain: true });
    expect(problemOf({ SET_UP_LINK: 'yes' })).toMatch(
      /^SET_UP_LINK is "yes"; SET_UP_LINK=again npm start/,
    );
  });

  test('X8: has an admin when name and password are given, and says what is missing', () => {
    const admin = { ADMIN_USER: 'admin', ADMIN_PASSWORD: 'a:b' };
    expect(readSettings(admin)).toMatchObject({ admin: { name: 'admin', password: 'a:b' } });
    const [name, password] = [{ ADMIN_USER: 'admin' }, { ADMIN_PASSWORD: 'secret' }];
    for (const settings of [name, password])
      expect(problemOf(settings)).toMatch(/^ADMIN_USER and ADMIN_PASSWORD go together/);
    expect(problemOf(password)).not.toContain('secret');
    expect(problemOf({ ...admin, ADMIN_USER: 'a:b' })).toBe(
      'ADMIN_USER is "a:b"; a name cannot contain a colon.',
    );
  });

  test('X9: CONNECT_TO limits the app to this server and those it names; a wrong one gets a sentence', () => {
    expect(readSettings({})).not.toHaveProperty('connectTo');
    expect(readSettings({ CONNECT_TO: 'self' })).toMatchObject({ connectTo: [] });
    expect(readSettings({ CONNECT_TO: ' any ' })).toMatchObject({ connectTo: 'any' });
    const both = { CONNECT_TO: 'self, https://couch.example:6984 http://localhost:5984' };
    expect(readSettings(both)).toMatchObject({
      connectTo: ['https://couch.example:6984', 'http://localhost:5984'],
    });
    for (const CONNECT_TO of [
      'https:',
      'http://couch.example',
      'couch.example',
      "https://a'; script-src *",
      'https://*',
      '*',
    ])
      expect(problemOf({ CONNECT_TO })).toContain(
        `CONNECT_TO is "${CONNECT_TO}"; CONNECT_TO=self npm start`,
      );
  });

  test('X9: a start with the rights of root is reported, another is not', () => {
    expect(rightsProblem(0)).toMatch(/^Volym runs as root and needs no such rights/);
    expect([rightsProblem(1000), rightsProblem(undefined)]).toEqual(['', '']);
  });

  test('B7: passes nothing on to Apple unless that is switched on', () => {
    for (const APPLE_RELAY of ['', 'off'])
      expect(readSettings({ APPLE_RELAY })).not.toHaveProperty('apple');
    expect(readSettings({ APPLE_BASE: 'https://a.example' })).not.toHaveProperty('apple');
    expect(readSettings({ APPLE_RELAY: 'on' })).toMatchObject({
      apple: 'https://vpp.itunes.apple.com/mdm/v2',
    });
    expect(problemOf({ APPLE_RELAY: 'yes' })).toMatch(
      /^APPLE_RELAY is "yes"; APPLE_RELAY=on npm start/,
    );
  });

  test.each([
    ['https://mdm.example', 'https://mdm.example'],
    ['https://mdm.example:8443/mdm/v2/', 'https://mdm.example:8443/mdm/v2'],
    ['http://127.0.0.1:4700/mdm/v2', 'http://127.0.0.1:4700/mdm/v2'],
    ['http://localhost:4700', 'http://localhost:4700'],
    ['http://[::1]:4700/mdm/v2', 'http://[::1]:4700/mdm/v2'],
  ])('B7: APPLE_BASE=%s is where Apple is looked for', (APPLE_BASE, apple) => {
    expect(readSettings({ APPLE_RELAY: 'on', APPLE_BASE })).toMatchObject({ apple });
  });

  test.each([
    'http://vpp.example/mdm/v2',
    'http://127.0.0.1.example',
    'http://localhost@evil.example',
    'vpp.example',
    'https://user:pass@vpp.example',
    'https://vpp.example/?a=b',
    'https://vpp.example/#a',
    'file:///etc',
    'https://',
  ])('B7: APPLE_BASE=%s is refused: tokens go there', (APPLE_BASE) => {
    expect(problemOf({ APPLE_RELAY: 'on', APPLE_BASE })).toContain('give an https address');
  });

  test.each(['abc', '-1', '70000', '4600.5', '1e3', ' 80', '0x10'])(
    'refuses PORT=%s with a sentence',
    (PORT) => {
      expect(problemOf({ PORT })).toBe(
        `PORT is "${PORT}"; give a number from 0 to 65535, for example PORT=4601 npm start.`,
      );
    },
  );

  test.each(['volym', '/volym/', '/'])('refuses BASE_PATH=%s with a sentence', (BASE_PATH) => {
    expect(problemOf({ BASE_PATH })).toContain('starts with a slash and does not end with one');
  });
});

describe('X15: what the server says in the terminal', () => {
  const settings: Settings = {
    port: 4600,
    host: '127.0.0.1',
    data: '/d',
    base: '',
    setUpAgain: false,
  };
  const error = (code: string): NodeJS.ErrnoException =>
    Object.assign(new Error(`listen ${code}`), { code });

  test.each([
    ['127.0.0.1', 'http://127.0.0.1:4600/'],
    ['0.0.0.0', 'http://localhost:4600/'],
    ['::', 'http://localhost:4600/'],
    ['::1', 'http://[::1]:4600/'],
  ])('listening on %s is opened at %s', (host, address) => {
    expect(addressOf(host, 4600, '')).toBe(address);
  });

  test('a port that is taken names another one to use', () => {
    expect(listenProblem(error('EADDRINUSE'), settings)).toBe(
      'Port 4600 is taken: open http://127.0.0.1:4600/ if Volym already runs there, or choose another port: PORT=4601 npm start',
    );
    expect(listenProblem(error('EACCES'), { ...settings, port: 80 })).toContain(
      'PORT=4600 npm start',
    );
    expect(listenProblem(error('EADDRNOTAVAIL'), { ...settings, host: '10.9.9.9' })).toContain(
      'no address "10.9.9.9"',
    );
    expect(listenProblem(error('EOTHER'), settings)).toContain('listen EOTHER');
  });
});
