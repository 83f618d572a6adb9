import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endpoint } from './endpoint.ts';

const odd = fc.oneof(
  fc.constantFrom(null, 1, -1, 1e308, true, '', 'x', [], {}, [null], { constructor: 1 }),
  fc.jsonValue(),
);
const mostly = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: odd });

const id = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'constructor',
    'toString',
    '__proto__',
    '_design/x',
    '_local/x',
    'a/b',
    'ÿ',
    '😀',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const rev = fc.constantFrom(
  '1-a',
  '2-b',
  '1-c',
  '0-1',
  '1-',
  '1-漢',
  '-1',
  'constructor',
  '9999999999-z',
  '1-__proto__',
);
const attachment = fc.record(
  {
    data: mostly(fc.base64String()),
    stub: fc.boolean(),
    digest: mostly(fc.constant('md5-x')),
    content_type: mostly(id),
  },
  { requiredKeys: [] },
);
const history = fc.record({
  start: mostly(fc.nat(4)),
  ids: mostly(fc.array(fc.constantFrom('a', 'b', 'c', '漢', ''))),
});
const document = fc.record(
  {
    _id: mostly(id),
    _rev: mostly(rev),
    _deleted: mostly(fc.boolean()),
    _revisions: mostly(history),
    _attachments: mostly(fc.dictionary(id, mostly(attachment), { maxKeys: 2 })),
    _conflicts: odd,
    x: odd,
  },
  { requiredKeys: ['_id'] },
);

const QUERY = [
  'limit',
  'skip',
  'since',
  'timeout',
  'heartbeat',
  'descending',
  'include_docs',
  'conflicts',
  'attachments',
  'style',
  'filter',
  'doc_ids',
  'key',
  'keys',
  'startkey',
  'endkey',
  'inclusive_end',
  'rev',
  'revs',
  'open_revs',
  'latest',
  'revs_info',
  'new_edits',
  'update_seq',
  'meta',
  'feed',
];
const VALUES = [
  'true',
  'false',
  '0',
  '2',
  '-1',
  'now',
  '_doc_ids',
  '"a"',
  '""',
  '["a"]',
  '["1-a"]',
  'all',
  '{}',
  '1-a',
  '1-c',
  '2-b',
  '["1-c","2-b"]',
];
const query = fc.dictionary(fc.constantFrom(...QUERY), fc.constantFrom(...VALUES), { maxKeys: 5 });

const documents = fc.record({
  docs: mostly(fc.array(mostly(document), { maxLength: 4 })),
  new_edits: fc.boolean(),
});
const named = fc.record({ id: mostly(id), rev: mostly(rev) }, { requiredKeys: ['id'] });
const placed = id.map((text) => encodeURIComponent(text.toWellFormed()));

const request = fc.oneof(
  fc.tuple(fc.constant('POST'), fc.constant('_bulk_docs'), documents),
  fc.tuple(
    fc.constant('POST'),
    fc.constant('_bulk_get'),
    fc.record({ docs: mostly(fc.array(mostly(named))) }),
  ),
  fc.tuple(
    fc.constant('POST'),
    fc.constant('_revs_diff'),
    fc.dictionary(id, mostly(fc.array(mostly(rev)))),
  ),
  fc.tuple(
    fc.constant('POST'),
    fc.constant('_all_docs'),
    fc.record({ keys: mostly(fc.array(mostly(id))) }),
  ),
  fc.tuple(
    fc.constant('POST'),
    fc.constant('_changes'),
    fc.record({ doc_ids: mostly(fc.array(mostly(id))) }),
  ),
  fc.tuple(
    fc.constant('GET'),
    fc.constantFrom('_all_docs', '_changes', ''),
    fc.constant(undefined),
  ),
  fc.tuple(fc.constantFrom('GET', 'DELETE'), placed, fc.constant(undefined)),
  fc.tuple(fc.constantFrom('PUT', 'POST'), placed, mostly(document)),
  fc.tuple(
    fc.constantFrom('GET', 'PUT', 'DELETE'),
    fc.tuple(placed, placed).map((two) => two.join('/')),
    odd,
  ),
  fc.tuple(
    fc.constantFrom('GET', 'PUT', 'DELETE'),
    placed.map((text) => `_local/${text}`),
    mostly(document),
  ),
);

test('X8: whatever is asked is answered, and never by a failure of the server', async () => {
  const { app, ask, close } = endpoint();
  const answered = fc.asyncProperty(request, query, async ([method, path, body], asked) => {
    // It may be what was deleted just now.
    await app.request('http://e/w', { method: 'PUT' });
    const sent = method === 'GET' || body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await app.request(`http://e/w/${path}?${new URLSearchParams(asked)}`, {
      method,
      ...sent,
    });
    expect(answer.status).toBeLessThan(500);
    if (answer.status >= 400)
      expect(await answer.json()).toEqual({
        error: expect.any(String),
        reason: expect.any(String),
      });
  });
  await fc.assert(answered, { numRuns: 1_500 });
  await ask('PUT', '/w');
  expect((await ask('PUT', '/w/after', {})).status).toBe(201);
  await close();
});
