import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { readSite } from '#server/site.ts';
import { POLICY, smallSite } from './small-site.ts';

const site = readSite(smallSite());
const app = createApp({ site: () => site });
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
/** A request with its target exactly as it was sent, before any URL parser tidied it. */
const raw = (target: string) => app.request('/', {}, { incoming: { url: target } });

const START = '_app/immutable/entry/start.AbC1.js';

describe('what is served', () => {
  test.each([
    [`/${START}`, 'text/javascript; charset=utf-8', 'public,max-age=31536000,immutable'],
    ['/_app/immutable/assets/inter.woff2', 'font/woff2', 'public,max-age=31536000,immutable'],
    ['/_app/version.json', 'application/json', 'no-cache'],
    ['/service-worker.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
    ['/icon.png', 'image/png', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/credit/0193-a/codes', 'text/html; charset=utf-8', 'no-cache'],
    ['/credit?filter=x.js', 'text/html; charset=utf-8', 'no-cache'],
  ])('X6: %s comes with its type and how long it may be kept', async (path, type, cache) => {
    const answer = await get(path);
    expect([
      answer.status,
      answer.headers.get('content-type'),
      answer.headers.get('cache-control'),
    ]).toEqual([200, type, cache]);
  });

  test('X6: a screen is answered by the start page, a prerendered one by its own', async () => {
    const start = site.start.bytes.toString();
    expect(await (await get('/credit/0193-a')).text()).toBe(start);
    expect(await (await get('/start')).text()).toBe(site.files.get('start.html')?.bytes.toString());
  });

  test.each([
    '/_app/immutable/entry/gone.js',
    '/_app/immutable/no-ending',
    '/_app/',
    '/missing.png',
    '/credit/gone.css',
    '/.env',
    '/.git/config',
    '/index.php',
  ])('X6: the missing file %s is 404 as text, never a page', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      404,
      'text/plain; charset=UTF-8',
      'Not found',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('X2: a rule whose name has a dot is a screen to a browser that goes there, and no file to others', async () => {
    const asBrowser = { accept: 'text/html,application/xhtml+xml' };
    expect((await get('/rules/apple-credit.inbox', asBrowser)).status).toBe(200);
    expect((await get('/rules/apple-credit.inbox')).status).toBe(404);
    expect((await get('/missing.png', asBrowser)).status).toBe(404);
  });

  test('X6: what is known already is not sent again', async () => {
    const first = await get('/service-worker.js');
    const again = await get('/service-worker.js', {
      'if-none-match': `"x", W/${first.headers.get('etag')}`,
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get('/service-worker.js', { 'if-none-match': '"other"' })).status).toBe(200);
  });
});

describe('compression', () => {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
  ] as const)('X6: text for a client that accepts "%s" comes as %s', async (accept, encoding) => {
    const answer = await get(`/${START}`, { 'accept-encoding': accept });
    expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([
      encoding,
      'accept-encoding',
    ]);
    const body = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-length')).toBe(String(body.length));
    expect(unpack[encoding](body)).toEqual(site.files.get(START)?.bytes);
  });

  test('X6: fonts, pictures and small files come as they are', async () => {
    for (const path of ['/_app/immutable/assets/inter.woff2', '/icon.png', '/manifest.webmanifest'])
      expect(
        (await get(path, { 'accept-encoding': 'br, gzip' })).headers.get('content-encoding'),
      ).toBeNull();
  });

  test('X6: each encoding has its own tag', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', ''].map(async (accept) =>
        (await get(`/${START}`, { 'accept-encoding': accept })).headers.get('etag'),
      ),
    );
    expect(new Set(tags).size).toBe(3);
  });
});

describe('safety', () => {
  test.each(['/', '/_app/gone.js', `/${START}`, '/_up', '/db/x', '/%ff', '/service-worker.js'])(
    'X9: the answer to %s carries the safety headers',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe(`${POLICY}; frame-ancestors 'none'`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=(self)');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    },
  );

  test.each([
    [[], "'self'"],
    [['https://couch.example:6984'], "'self' https://couch.example:6984"],
  ])(
    'X9: where the places are named that the app may ask (%j), the header lets it ask no others',
    async (connectTo, sentence) => {
      const wide = `${POLICY}; connect-src 'self' https: http://localhost:*; img-src 'self'`;
      const start = { ...site.start, policy: wide };
      const narrowed = createApp({
        site: () => ({ files: new Map([['index.html', start]]), start, policy: wide }),
        connectTo,
      });
      for (const path of ['/', '/index.html', '/_app/gone.js', '/_up'])
        expect((await narrowed.request(path)).headers.get('content-security-policy')).toBe(
          `${POLICY}; connect-src ${sentence}; img-src 'self'; frame-ancestors 'none'`,
        );
    },
  );

  test('X9: a prerendered page has the policy with the hash of its own script', async () => {
    expect((await get('/start')).headers.get('content-security-policy')).toContain(
      "'sha256-b3RoZXI='",
    );
  });

  test.each([
    '/../../etc/passwd',
    '/a/../../etc/passwd',
    '/..',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/..\\..\\etc\\passwd',
    '/..%5c..%5cetc',
    '/_app/%00.js',
    '/%0d%0aset-cookie:x',
    '/%',
    '/%zz',
    '/%ff',
    'http://example.com/../x',
  ])('X9: %s is refused, and the next request is answered', async (target) => {
    const answer = await raw(target);
    expect([answer.status, await answer.text()]).toEqual([400, 'Bad request']);
    expect((await get('/_up')).status).toBe(200);
  });

  test('X9: a whole address as target is its path', async () => {
    expect((await raw('http://example.com/credit?x=%')).status).toBe(200);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    'X9: %s is not allowed outside of databases',
    async (method) => {
      const answer = await app.request('/credit', { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    },
  );
});

describe('addresses of the endpoint', () => {
  test('X8: /_up says that the server lives', async () => {
    const answer = await get('/_up');
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  test.each([
    ['GET', '/db'],
    ['GET', '/db/'],
    ['PUT', '/db/volym'],
    ['POST', '/db/volym/_bulk_docs'],
    ['DELETE', '/db/volym/file.js'],
  ])("X8: %s %s is 404 in CouchDB's own form", async (method, path) => {
    const answer = await app.request(path, { method });
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { error: 'not_found', reason: expect.any(String) },
    ]);
  });

  test('X6: HEAD answers like GET, without a body', async () => {
    for (const path of ['/', `/${START}`, '/_app/gone.js', '/_up']) {
      const whole = await get(path);
      const head = await app.request(path, { method: 'HEAD' });
      expect([head.status, await head.text()]).toEqual([whole.status, '']);
      expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(whole.headers));
    }
  });
});

describe('under a prefix', () => {
  const folder = smallSite('/volym');
  const prefixed = createApp({ site: () => readSite(folder), base: '/volym' });

  test.each([
    ['/volym/', 200],
    ['/volym/credit/0193-a', 200],
    [`/volym/${START}`, 200],
    ['/volym/_up', 200],
    ['/volym/_app/gone.js', 404],
    ['/volym/db/x', 404],
    ['/credit', 404],
    ['/volymer', 404],
    [`/${START}`, 404],
  ])('X6: %s answers %i', async (path, status) => {
    expect((await prefixed.request(path)).status).toBe(status);
  });

  test.each(['/', '/volym'])('X6: %s leads to the app', async (path) => {
    const answer = await prefixed.request(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/volym/']);
  });
});
