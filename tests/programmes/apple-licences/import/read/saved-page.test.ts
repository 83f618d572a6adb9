import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { licenceCounts } from '#programmes/apple-licences/rules/licence/licence-counts.ts';
import { peopleOf } from '#programmes/apple-licences/rules/licence/licence-people.ts';
import { stockLevel } from '#programmes/apple-licences/rules/app/licence-stock.ts';
import { heldBy } from '#programmes/apple-licences/rules/api/location-records.ts';
import { readSavedPage } from '#programmes/apple-licences/import/read/saved-page.ts';
import { parseSaved } from '#programmes/apple-licences/import/read/saved-text.ts';
import {
  expectations,
  pageIn,
  replyOf,
  textOf,
  valueOf,
} from '#tests/programmes/apple-licences/apps-and-books.ts';

/** Reads the text of a saved body. */
const readSavedText = (
  text: string,
): ReturnType<typeof readSavedPage> | ReturnType<typeof parseSaved> => {
  const parsed = parseSaved(text);
  return parsed.ok ? readSavedPage(parsed.value) : parsed;
};

const OURS = '11111111-2222-4333-8444-555555555555';
const byKind = (kind: string) => expectations.filter(([, expected]) => expected.kind === kind);
const bodyOf = (name: string): unknown =>
  name.startsWith('replies/') ? replyOf(name).response.body : JSON.parse(textOf(name));

/** Replies to other requests than the four that are read. */
const OTHERS = /associate|service-config|status-/;

describe('the fixtures', () => {
  test('B7: the list names 31 replies and 5 saved bodies', () => {
    expect([byKind('api').length, byKind('api-saved').length]).toEqual([31, 5]);
  });

  const read = [...byKind('api'), ...byKind('api-saved')].filter(([name]) => !OTHERS.test(name));
  test.each(read.filter(([, { outcome }]) => outcome === 'error'))(
    'B7: %s is refused',
    (name, { expect: facts }) => {
      const body = bodyOf(name);
      const result = body === '' ? readSavedText('') : readSavedPage(body);
      const problem = facts?.errorNumber
        ? { code: 'apple-error', params: { errorNumber: facts.errorNumber } }
        : { code: 'empty-body' };
      expect(result).toMatchObject({ ok: false, problem });
    },
  );

  test.each(read.filter(([, { outcome }]) => outcome !== 'error'))(
    'B7: %s is read',
    (name, { expect: facts = {} }) => {
      const { kind, records, place } = valueOf(readSavedPage(bodyOf(name)));
      expect(name).toContain(kind);
      expect(place.uId).toBe('2049000000000901');
      expect(place.tokenExpires).toBe(
        name.includes('unclaimed') ? undefined : '2027-06-08T09:26:53Z',
      );
      if (facts.records !== undefined) expect(records).toHaveLength(Number(facts.records));
      if (facts.last !== undefined) expect(place.next === undefined).toBe(facts.last);
    },
  );

  test.each(byKind('api').filter(([name]) => OTHERS.test(name)))(
    'B7: %s is another reply',
    (name) => {
      expect(readSavedPage(bodyOf(name))).toEqual({ ok: false, problem: { code: 'other-reply' } });
    },
  );

  test.each(['saved/users.json', 'replies/users-page-0.json'])('B12: users of %s', (name) => {
    const { records } = pageIn('users', bodyOf(name));
    const statuses = Map.groupBy(records, ({ status }) => status);
    const expected = expectations.find(([known]) => known === 'replies/users-page-0.json')?.[1]
      .expect;
    expect(
      Object.fromEntries([...statuses].map(([status, users]) => [status, users.length])),
    ).toEqual({
      associated: 2,
      registered: 1,
      retired: 2,
    });
    expect(peopleOf(records)).toHaveLength(Number(expected?.people));
    expect(peopleOf(records).find(({ clientUserId }) => clientUserId === 'u-1003')).toMatchObject({
      active: { status: 'associated' },
      former: [{ status: 'retired' }],
    });
    expect(
      peopleOf(records).find(({ clientUserId }) => clientUserId === 'u-1004'),
    ).not.toHaveProperty('active');
    expect(
      records.flatMap(({ status, inviteCode }) => (inviteCode === '' ? [] : [status])),
    ).toEqual(['registered']);
  });

  test.each([
    ['ours', 'us', 'Volym'],
    ['other-mdm', 'other', 'Annan MDM Exempel'],
    ['unclaimed', 'nobody', undefined],
  ])('B5: of client-config-%s the token is held by %s', (name, by, holder) => {
    const [config] = pageIn('client-config', bodyOf(`replies/client-config-${name}.json`)).records;
    expect(heldBy(config?.holder, OURS)).toBe(by);
    expect(config?.holder?.name).toBe(holder);
    expect(config).toMatchObject({
      locationName: 'Björkdalens gymnasium',
      country: 'SE',
      accountType: 'education',
    });
  });

  test('B7: no record since a version is no error, and says that nothing changed', () => {
    const { request, response } = replyOf('replies/assignments-delta-none.json');
    const { records, place } = pageIn('assignments', response.body);
    expect(records).toEqual([]);
    expect(place.versionId).toBe(request.query.sinceVersionId);
  });

  test('B7: devices and users have licences side by side', () => {
    const { records } = pageIn('assignments', bodyOf('replies/assignments-page-1.json'));
    expect(records.map(({ to }) => to)).toEqual([
      { kind: 'device', serialNumber: 'FAKESER0005' },
      { kind: 'device', serialNumber: 'FAKESER0006' },
      { kind: 'user', clientUserId: 'u-1001' },
      { kind: 'user', clientUserId: 'u-1001' },
    ]);
  });

  test('B8: counts of the saved apps', () => {
    const apps = [0, 1, 2].flatMap(
      (at) => pageIn('assets', bodyOf(`saved/assets-${at}.json`)).records,
    );
    const counted = apps.map(({ adamId, pricingParam, said }) => {
      const counts = licenceCounts(said);
      return [
        adamId.slice(-1) + pricingParam,
        counts.owned,
        counts.free,
        stockLevel(counts),
        counts.flags.length,
      ];
    });
    expect(counted).toEqual([
      ['1STDQ', 120, 4, 'low', 0],
      ['2STDQ', 40, 0, 'empty', 0],
      ['3STDQ', 25, 25, 'enough', 0],
      ['4STDQ', undefined, undefined, 'enough', 0],
      ['5PLUS', 30, 2, 'low', 0],
      ['6STDQ', 200, 40, 'enough', 0],
      ['7STDQ', 10, 1, 'low', 0],
      ['8PLUS', 5, 3, 'enough', 0],
    ]);
    expect(apps[4]).toMatchObject({
      productType: 'Book',
      isDeviceAssignable: false,
      isRevocable: false,
    });
  });
});

const asset = { adamId: '900000000001', pricingParam: 'STDQ' };

describe('any body', () => {
  test.each<[string, string, object]>([
    ['nothing', ' \n', { code: 'empty-body' }],
    ['no JSON', '<html>503</html>', { code: 'not-json' }],
    ['half a file', '{"assets":[', { code: 'not-json' }],
    ['a list', '[]', { code: 'not-a-saved-page' }],
    ['a number', '17', { code: 'not-a-saved-page' }],
    ['something else', '{"value":[]}', { code: 'not-a-saved-page' }],
    ['a null', 'null', { code: 'not-a-saved-page' }],
  ])('B7: %s is refused', (_, text, problem) => {
    expect(readSavedText(text)).toMatchObject({ ok: false, problem });
  });

  test('B7: a byte order mark and a line end are no obstacle', () => {
    expect(readSavedText('\ufeff{"users":[]}\r\n')).toMatchObject({
      ok: true,
      value: { kind: 'users', records: [] },
    });
  });

  test.each<[string, unknown]>([
    ['at the top', { errorNumber: 9622 }],
    ['as text', { errorNumber: '9622' }],
    ['beside records', { assets: [asset], errorNumber: 9622 }],
    ['in a record', { assets: [{ ...asset, errorNumber: 9622 }] }],
    ['wrapped', { error: { errorNumber: 9622 } }],
    ['in a list of pages', [{ users: [] }, { errorNumber: 9622 }]],
    ['above the status of an event', { eventStatus: 'FAILED', errorNumber: 9622 }],
  ])('B7: an error number %s is a refusal, and its text is not looked at', (_, body) => {
    expect(readSavedPage(body)).toEqual({
      ok: false,
      problem: { code: 'apple-error', field: 'errorNumber', params: { errorNumber: 9622 } },
    });
  });

  test('B7: a body deeper than the stack is looked through', () => {
    const depth = 200_000;
    expect(
      readSavedText(`${'['.repeat(depth)}{"errorNumber":9625}${']'.repeat(depth)}`),
    ).toMatchObject({
      problem: { code: 'apple-error', params: { errorNumber: 9625 } },
    });
  });

  test.each<[unknown, object]>([
    [
      { assets: [asset, { ...asset, totalCount: '120' }] },
      { field: 'totalCount', params: { list: 'assets', record: 2 } },
    ],
    [
      { assets: [{ ...asset, totalCount: 1.5 }] },
      { field: 'totalCount', params: { list: 'assets', record: 1 } },
    ],
    [
      { assets: [{ ...asset, adamId: 361285480 }] },
      { field: 'adamId', params: { list: 'assets', record: 1 } },
    ],
    [
      { assets: [{ adamId: '1' }] },
      { field: 'pricingParam', params: { list: 'assets', record: 1 } },
    ],
    [
      { assets: [asset], unlimitedAssets: [3] },
      { field: '', params: { list: 'unlimitedAssets', record: 1 } },
    ],
    [{ assets: { 0: asset } }, { field: 'assets' }],
    [
      { assignments: [asset] },
      { field: 'serialNumber', params: { list: 'assignments', record: 1 } },
    ],
    [
      { assignments: [{ ...asset, serialNumber: 'FAKESER0001', clientUserId: 'u-1' }] },
      { field: 'serialNumber', params: { list: 'assignments', record: 1 } },
    ],
    [
      { users: [{ status: 'Retired' }] },
      { field: 'clientUserId', params: { list: 'users', record: 1 } },
    ],
    [{ users: [], currentPageIndex: '0' }, { field: 'currentPageIndex' }],
    [{ users: [], nextPageIndex: -1 }, { field: 'nextPageIndex' }],
    [{ users: [], versionId: 7 }, { field: 'versionId' }],
    [{ users: [], mdmInfo: { name: 'Volym' } }, { field: 'id' }],
    [{ uId: 2049, locationName: 'Nordby' }, { field: 'uId' }],
  ])('B7: %j is refused with its place', (body, problem) => {
    const result = readSavedPage(body);
    expect(result).toMatchObject({ ok: false, problem: { code: 'wrong-type', ...problem } });
  });

  test('B7: a refusal tells the place, and nothing of what stands there', () => {
    const result = readSavedPage({
      users: [{ clientUserId: 'u-1', status: 'Registered', inviteCode: ['FAKE-SECRET'] }],
    });
    expect(JSON.stringify(result)).not.toContain('FAKE-SECRET');
  });

  test('B7: fields that are not known are left aside, statuses as well', () => {
    const page = pageIn('users', {
      users: [{ clientUserId: 'u-1', status: 'Paused', newField: { a: [1] } }],
      newer: true,
    });
    expect(page.records).toEqual([
      { clientUserId: 'u-1', status: 'unknown', email: '', inviteCode: '', idHash: '' },
    ]);
    expect(peopleOf(page.records)).toMatchObject([{ active: { status: 'unknown' } }]);
  });

  test('B7: what opens notifications is not taken over', () => {
    const config = { uId: '1', locationName: 'Nordby', notificationAuthToken: 'FAKE-SECRET' };
    expect(JSON.stringify(pageIn('client-config', config))).not.toContain('FAKE-SECRET');
  });

  test('B8: what has no limit may stand in a list of its own', () => {
    const { records } = pageIn('assets', {
      assets: [asset],
      unlimitedAssets: [{ ...asset, assignedCount: 310 }],
    });
    expect(records.map(({ said }) => licenceCounts(said))).toMatchObject([
      { unlimited: false },
      { unlimited: true, assigned: 310 },
    ]);
  });

  test('B8: negative counts are kept, to be flagged', () => {
    const [app] = pageIn('assets', {
      assets: [{ ...asset, totalCount: 5, assignedCount: 6, availableCount: -1 }],
    }).records;
    expect(app?.said).toMatchObject({ total: 5, assigned: 6, available: -1 });
  });

  test('B7: whatever JSON comes, it is read or refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('assets', 'assignments', 'users', 'uId'),
        fc.jsonValue(),
        (key, value) => {
          expect(typeof readSavedPage({ [key]: value, locationName: '' }).ok).toBe('boolean');
          expect(typeof readSavedPage(value).ok).toBe('boolean');
        },
      ),
    );
  });
});
