import { afterEach, describe, expect, test } from 'vitest';
import { closeAsked, openAsk } from './endpoint.ts';

afterEach(closeAsked);

/** A document as a replicator brings it, with so many revisions. */
const withHistory = (count: number) => {
  const ids = Array.from({ length: count }, (_, at) => (count - at).toString(36));
  return { _id: 'x', _rev: `${count}-${ids[0]}`, _revisions: { start: count, ids } };
};

describe('X8: a document that names very many revisions before it', () => {
  // Read to its end, one of 20,000 holds up all else for a second, one of 100,000 for most of a
  // minute, one of 900,000 for more than ten.
  test.each([10_001, 50_000])('X8: is refused alone (%i)', async (count) => {
    const ask = openAsk();
    const docs = [withHistory(count), { _id: 'y', _rev: '1-a' }];
    const refused = { error: 'max_revisions_count_exceeded', reason: '10000' };
    expect((await ask('POST', '/w/_bulk_docs', { new_edits: false, docs })).body).toMatchObject([
      { id: 'x', ...refused },
    ]);
    expect((await ask('GET', '/w/y')).status).toBe(200);
    expect(await ask('PUT', '/w/x?new_edits=false', withHistory(count))).toEqual({
      status: 413,
      body: refused,
    });
  });

  test.each([1_000, 1_001, 10_000])(
    'X8: is written with the last thousand, as they are kept (%i)',
    async (count) => {
      const ask = openAsk();
      const document = withHistory(count);
      expect(
        (await ask('POST', '/w/_bulk_docs', { new_edits: false, docs: [document] })).body,
      ).toEqual([]);
      const { start, ids } = document._revisions;
      const kept = {
        _id: 'x',
        _rev: document._rev,
        _revisions: { start, ids: ids.slice(0, 1_000) },
      };
      expect((await ask('GET', '/w/x?revs=true')).body).toEqual(kept);
      // Another time, or one further, it is the same branch.
      expect((await ask('PUT', '/w/x?new_edits=false', document)).status).toBe(201);
      expect((await ask('PUT', '/w/x?new_edits=false', withHistory(count + 1))).status).toBe(
        count < 10_000 ? 201 : 413,
      );
      expect((await ask('GET', '/w/x?conflicts=true')).body).not.toHaveProperty('_conflicts');
    },
  );

  test('X8: an edit and a mark take none of them', async () => {
    const ask = openAsk();
    const { _revisions } = withHistory(50_000);
    expect((await ask('PUT', '/w/x', { _revisions })).status).toBe(201);
    expect((await ask('GET', '/w/x?revs=true')).body).toMatchObject({ _revisions: { start: 1 } });
    expect(
      (await ask('PUT', '/w/_local/m', { _revisions: withHistory(10_001)._revisions })).status,
    ).toBe(201);
    expect((await ask('GET', '/w/_local/m')).body).not.toHaveProperty('_revisions');
  });
});

// The server that sends it keeps more than a thousand of each branch.
test('X8: a document that went on by more than a thousand revisions, all of them named, is in no conflict with itself', async () => {
  const ask = openAsk();
  expect(
    (await ask('POST', '/w/_bulk_docs', { new_edits: false, docs: [withHistory(500)] })).body,
  ).toEqual([]);
  expect(
    (await ask('POST', '/w/_bulk_docs', { new_edits: false, docs: [withHistory(2_000)] })).body,
  ).toEqual([]);
  expect((await ask('GET', '/w/x?conflicts=true')).body).not.toHaveProperty('_conflicts');
});
