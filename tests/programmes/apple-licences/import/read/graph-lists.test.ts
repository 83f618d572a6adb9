import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readGraphList,
  type GraphList,
} from '#programmes/apple-licences/import/read/graph-lists.ts';
import { licenceCounts } from '#programmes/apple-licences/rules/licence/licence-counts.ts';
import { expectations, textOf, valueOf } from '#tests/programmes/apple-licences/apps-and-books.ts';

type ListOf<Kind extends GraphList['kind']> = Extract<GraphList, { kind: Kind }>;

const listIn = <Kind extends GraphList['kind']>(kind: Kind, body: unknown): ListOf<Kind> => {
  const list = valueOf(readGraphList(body));
  if (list.kind !== kind) throw new Error(list.kind);
  return list as ListOf<Kind>;
};
const expectedOf = (name: string): Readonly<Record<string, unknown>> =>
  expectations.find(([known]) => known === name)?.[1].expect ?? {};

const app = {
  '@odata.type': '#microsoft.graph.iosVppApp',
  appStoreUrl: 'https://apps.apple.com/se/app/testapp/id900000000001',
};
const token = { id: '1', state: 'valid', expirationDateTime: '2027-06-08T09:26:53Z' };

describe('the fixtures', () => {
  test('B9: apps of Intune, with the Adam ID of their address', () => {
    const expected = expectedOf('graph-ios-vpp-apps.json');
    const { apps, skipped, isWhole } = listIn(
      'apps',
      JSON.parse(textOf('graph-ios-vpp-apps.json')),
    );
    expect(apps).toHaveLength(Number(expected.apps));
    expect(apps.map(({ adamId }) => adamId)).toEqual(expected.adamIds);
    expect(skipped).toEqual([{ record: 2, why: 'not-a-volume-app' }]);
    expect(skipped).toHaveLength(Number(expected.skipped));
    expect(isWhole).toBe(true);
    expect(apps[0]).toMatchObject({
      source: 'intune',
      name: 'Testapp Matteskogen',
      bundleId: 'example.bjorkdalen.matte',
      pricingParam: 'STDQ',
      isPricingGiven: false,
      isForUsers: true,
      isForDevices: true,
      token: {
        id: '',
        organizationName: 'Björkdalens kommun',
        appleId: 'innehall@bjorkdalen.example',
      },
    });
    expect(licenceCounts(apps[0]?.said ?? {})).toMatchObject({
      owned: 120,
      assigned: 116,
      free: 4,
      flags: [],
    });
  });

  test('B9: tokens of Intune, with state and days', () => {
    const expected = expectedOf('graph-vpp-tokens.json');
    const { tokens } = listIn('tokens', JSON.parse(textOf('graph-vpp-tokens.json')));
    expect(tokens).toHaveLength(Number(expected.tokens));
    expect(tokens.map(({ state }) => state)).toEqual(expected.states);
    expect(tokens).toMatchObject([
      {
        expires: '2027-06-08T09:26:53Z',
        lastSynced: '2026-11-20T02:10:00Z',
        syncStatus: 'completed',
        country: 'SE',
      },
      {
        expires: '2026-11-01T08:00:00Z',
        lastModified: undefined,
        syncStatus: 'failed',
        accountType: 'education',
      },
    ]);
  });
});

describe('apps', () => {
  test('B9: what is no volume app, or has no Adam ID, is left out and told', () => {
    const value = [
      app,
      { '@odata.type': '#microsoft.graph.win32LobApp', appStoreUrl: 3, totalLicenseCount: 'none' },
      { ...app, appStoreUrl: 'https://apps.apple.com/se/app/testapp' },
      { ...app, appStoreUrl: null },
      { ...app, '@odata.type': '#microsoft.graph.macOsVppApp' },
    ];
    const { apps, skipped } = listIn('apps', { value });
    expect(apps).toHaveLength(2);
    expect(skipped).toEqual([
      { record: 2, why: 'not-a-volume-app' },
      { record: 3, why: 'adam-id-missing' },
      { record: 4, why: 'adam-id-missing' },
    ]);
  });

  test('B9: a list that names no types tells its volume apps by their licences', () => {
    const { appStoreUrl } = app;
    const { apps, skipped } = listIn('apps', {
      value: [{ appStoreUrl, totalLicenseCount: 3 }, { appStoreUrl }],
    });
    expect([apps.length, skipped.length]).toEqual([1, 1]);
  });

  test('B9: an app under two tokens is there for each', () => {
    const value = ['a', 'b'].map((vppTokenId) => ({ ...app, vppTokenId }));
    expect(listIn('apps', { value }).apps.map(({ token: { id } }) => id)).toEqual(['a', 'b']);
  });

  test('B8: no limit and no counts are told apart', () => {
    const value = [
      { ...app, totalLicenseCount: 2147483647, usedLicenseCount: 310 },
      { ...app, totalLicenseCount: null },
    ];
    expect(listIn('apps', { value }).apps.map(({ said }) => licenceCounts(said))).toMatchObject([
      { unlimited: true, assigned: 310 },
      { unlimited: false, owned: undefined },
    ]);
  });
});

describe('tokens', () => {
  test('B9: the secret of a token is not taken over, nor told in a refusal', () => {
    const secret = 'FAKE-NOT-A-REAL-SERVER-TOKEN';
    for (const more of [
      {},
      { lastSyncStatus: { secret } },
      { expirationDateTime: secret },
      { state: [secret] },
    ]) {
      const read = readGraphList({ value: [{ ...token, token: secret, ...more }] });
      expect(JSON.stringify(read)).not.toContain(secret);
    }
  });

  test.each([
    ['valid', 'valid'],
    ['expired', 'expired'],
    ['invalid', 'invalid'],
    ['assignedToExternalMDM', 'other-mdm'],
    ['duplicateLocationId', 'duplicate'],
    ['unknown', 'unknown'],
    ['unknownFutureValue', 'unknown'],
    ['constructor', 'unknown'],
    [null, 'unknown'],
  ])('B2: the state %s is %s', (state, known) => {
    expect(listIn('tokens', { value: [{ ...token, state }] }).tokens).toMatchObject([
      { state: known },
    ]);
  });

  test('B9: a token that never synced has no such moment', () => {
    const value = [{ ...token, lastSyncDateTime: '0001-01-01T00:00:00Z', lastSyncStatus: 'none' }];
    expect(listIn('tokens', { value }).tokens).toMatchObject([
      { lastSynced: undefined, syncStatus: 'none' },
    ]);
  });
});

describe('any body', () => {
  test.each<[unknown, object]>([
    [
      { value: [app, { ...app, usedLicenseCount: '116' }] },
      { code: 'wrong-type', field: 'usedLicenseCount', params: { record: 2 } },
    ],
    [
      { value: [{ ...app, totalLicenseCount: 1.5 }] },
      { code: 'wrong-type', field: 'totalLicenseCount' },
    ],
    [{ value: [{ ...app, appStoreUrl: 7 }] }, { code: 'wrong-type', field: 'appStoreUrl' }],
    [
      { value: [token, { ...token, id: 7 }] },
      { code: 'wrong-type', field: 'id', params: { record: 2 } },
    ],
    [
      { value: [{ ...token, expirationDateTime: 'soon' }] },
      { code: 'wrong-type', field: 'expirationDateTime' },
    ],
    [
      { error: { code: 'InvalidAuthenticationToken', message: 'expired' } },
      { code: 'graph-error', params: { code: 'InvalidAuthenticationToken' } },
    ],
    [{ value: [] }, { code: 'empty-list' }],
    [{ value: [{ id: '1', displayName: 'A group' }] }, { code: 'not-a-graph-list' }],
    [{ value: [7] }, { code: 'not-a-graph-list' }],
    [{ value: [{ '@odata.type': { toString: {} } }] }, { code: 'not-a-graph-list' }],
    [{ assets: [] }, { code: 'not-a-graph-list' }],
    [[app], { code: 'not-a-graph-list' }],
    [null, { code: 'not-a-graph-list' }],
  ])('B9: %j is refused', (body, problem) => {
    expect(readGraphList(body)).toMatchObject({ ok: false, problem });
  });

  test.each([
    ['deviceAppManagement/mobileApps', 'apps'],
    ['deviceAppManagement/vppTokens', 'tokens'],
  ])('B9: an empty list of %s is one of %s', (context, kind) => {
    const body = {
      '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${context}`,
      value: [],
    };
    expect(readGraphList(body)).toMatchObject({
      ok: true,
      value: { kind, [kind]: [], isWhole: true },
    });
  });

  test('B9: a list that goes on elsewhere is not whole', () => {
    const body = { '@odata.nextLink': 'https://graph.microsoft.com/v1.0/next', value: [app] };
    expect(listIn('apps', body).isWhole).toBe(false);
  });

  test('B9: fields that are not known are left aside', () => {
    expect(listIn('apps', { value: [{ ...app, newField: { a: [1] } }] }).apps).toHaveLength(1);
  });

  test('B9: whatever JSON comes, it is read or refused', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(app, token), (value, given) => {
        expect(typeof readGraphList(value).ok).toBe('boolean');
        const keys = Object.keys(given);
        const body = {
          value: [{ ...given, [keys[JSON.stringify(value).length % keys.length] ?? '']: value }],
        };
        expect(typeof readGraphList(body).ok).toBe('boolean');
      }),
    );
  });
});
