import { expect, test } from 'vitest';
import { namesOnlyFilesOf, whyNotKept } from '../../src/service-worker/whole-version.ts';

const base = '/volym';
const build = ['/volym/_app/immutable/entry/start.A.js', '/volym/_app/immutable/entry/app.B.js'];
const host = 'https://volym.example';

const page = (...files: string[]): string =>
  `<link href="${files[0]}" rel="modulepreload"><script>import("${files[1]}")</script>`;
const html = (text: string, status = 200): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
const own = page(build[0] ?? '', build[1] ?? '');
const why = (address: string, response: Response) =>
  whyNotKept(`${host}${address}`, response, { base, build });

test('X6: the start page of this very build is kept, with absolute or relative addresses', async () => {
  expect(await why('/volym/index.html', html(own))).toBeUndefined();
  expect(namesOnlyFilesOf(own.replaceAll('/volym/', './'), build, `${host}/volym/index.html`)).toBe(
    true,
  );
});

test('X6: a start page of another version is never mixed with these files', async () => {
  const other = page(build[0] ?? '', '/volym/_app/immutable/entry/app.C.js');
  expect(await why('/volym/index.html', html(other))).toBe('the start page of another version');
});

test('X6: the sign-in page of a guest network is not taken for the app', async () => {
  expect(await why('/volym/index.html', html('<h1>Welcome, guest</h1>'))).toBe(
    'the start page of another version',
  );
});

test('X6: a page that the host sends for a missing file is not kept as that file', async () => {
  expect(await why('/volym/_app/immutable/entry/app.B.js', html(own))).toBe(
    'a page instead of a file',
  );
  const script = new Response('export {}', { headers: { 'content-type': 'text/javascript' } });
  expect(await why('/volym/_app/immutable/entry/app.B.js', script)).toBeUndefined();
});
