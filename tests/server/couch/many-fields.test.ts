import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOST_FIELDS } from '#server/couch/forms/json-fields.ts';
import { newData, start, stopAll } from '../running.ts';

let server: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  server = await start(newData());
  await server.ask('PUT', '/d');
});
afterAll(stopAll);

const objectOf = (count: number, value: string, name: (at: number) => string): string =>
  `{${Array.from({ length: count }, (_, at) => `"${name(at)}":${value}`).join(',')}}`;

const NUMBERS = (at: number): string => String(4_294_967_294 - 7 * at);

test.each([
  ['POST', '/d/_revs_diff', objectOf(900_000, '[]', NUMBERS)],
  ['POST', '/d/_all_docs', `{"keys":[${objectOf(900_000, '0', String)}]}`],
  ['POST', '/d/_bulk_get', `{"docs":[${objectOf(900_000, '0', NUMBERS)}]}`],
  [
    'POST',
    '/d/_changes?filter=_doc_ids',
    `{"doc_ids":[${objectOf(900_000, '0', (at) => `k${at}`)}]}`,
  ],
  ['POST', '/d/_bulk_docs', `{"docs":[${objectOf(900_000, '0', NUMBERS)}]}`],
  ['PUT', '/d/a', objectOf(900_000, '0', NUMBERS)],
])(
  'X8: a body of 900,000 fields is refused before it is parsed: %s %s',
  async (method, path, body) => {
    expect(await server.ask(method, path, body)).toEqual({
      status: 413,
      body: { error: 'max_fields_count_exceeded', reason: String(MOST_FIELDS) },
    });
  },
);

test('X8: what one request may name is far below that, and a document of many fields is kept', async () => {
  const ids = Object.fromEntries(Array.from({ length: 10_000 }, () => [randomUUID(), ['1-a']]));
  expect(Object.keys((await server.ask('POST', '/d/_revs_diff', ids)).body)).toHaveLength(10_000);
  const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [String(at), at]));
  expect((await server.ask('PUT', '/d/wide', wide)).status).toBe(201);
  expect((await server.ask('GET', '/d/wide')).body).toMatchObject({ 49_999: 49_999 });
});
