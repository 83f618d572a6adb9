import { describe, expect, test } from 'vitest';
import { couchServerIn, isDatabaseName } from '#data/sync/couch/couch-address.ts';
import { basic, databaseAt } from '#data/sync/couch/database-at.ts';

const HERE = 'http://127.0.0.1:4600/join';

describe('X8: the address of a CouchDB', () => {
  test.each([
    ['https://couch.nordby.example', 'https://couch.nordby.example'],
    [' couch.nordby.example/ ', 'https://couch.nordby.example'],
    ['https://nordby.example:6984/it/couch//', 'https://nordby.example:6984/it/couch'],
    ['https://sara:hemligt@nordby.example/?a#b', 'https://nordby.example'],
    ['http://localhost:5984/', 'http://localhost:5984'],
    // The app's policy knows this computer by its name, and the server that it came from.
    ['http://127.0.0.1:5984', 'http://localhost:5984'],
    ['http://127.0.0.1:4600/db', 'http://127.0.0.1:4600/db'],
  ])('X8: %j is %j', (typed, server) => {
    expect(couchServerIn(typed, HERE)).toEqual({ ok: true, value: server });
  });

  test.each([
    ['http://couch.nordby.example', 'not-https'],
    ['http://127.0.0.1.nordby.example', 'not-https'],
    ['ftp://couch.nordby.example', 'not-https'],
    ['', 'no-address'],
    ['nordby couch', 'no-address'],
    ['https://', 'no-address'],
  ])('X8: %j is refused: %s', (typed, code) => {
    expect(couchServerIn(typed, HERE)).toEqual({ ok: false, problem: { code } });
  });

  test('X8: a database has a name that CouchDB takes', () => {
    expect(['volym', 'w-0197', 'a/b+c(d)$_9'].map(isDatabaseName)).toEqual([true, true, true]);
    expect(
      ['', '9a', 'Volym', 'å', 'a b', '_users', 'a'.repeat(300)].map(isDatabaseName),
    ).not.toContain(true);
  });

  test('X8: user and password are in a header alone, in UTF-8', () => {
    const login = {
      server: 'https://nordby.example',
      user: 'åsa',
      password: 'räksmörgås: med kolon',
    };
    const { url, authorization } = databaseAt({
      kind: 'couch',
      ...login,
      database: 'a/b',
      device: 'd',
    });
    expect(url).toBe('https://nordby.example/a%2Fb');
    expect(authorization).toBe(basic(login));
    expect(Buffer.from(authorization.slice('Basic '.length), 'base64').toString('utf8')).toBe(
      `${login.user}:${login.password}`,
    );
  });
});
