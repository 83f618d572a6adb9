import { describe, expect, test } from 'vitest';
import { readContext } from '#programmes/apple-licences/import/read/graph-kinds.ts';
import { readGraphList } from '#programmes/apple-licences/import/read/graph-lists.ts';
import { shelveDocuments } from '#programmes/apple-licences/import/read/lists.ts';
import { textOf, valueOf } from '#tests/programmes/apple-licences/apps-and-books.ts';

const at = (path: string): string => `https://graph.microsoft.com/beta/$metadata#${path}`;
const of = (type: string) => ({ '@odata.type': `#microsoft.graph.${type}` });
const APP = {
  ...of('iosVppApp'),
  appStoreUrl: 'https://apps.apple.com/se/app/testapp/id900000000001',
  totalLicenseCount: 3,
};
const TOKEN = { id: '1', state: 'valid', expirationDateTime: '2027-06-08T09:26:53Z' };
const STATUS = { deviceName: 'iPad', installState: 'installed' };
const ASSIGNMENT = { intent: 'required', target: of('allDevicesAssignmentTarget') };

describe('B9: the address in a saved answer', () => {
  test.each([
    ['deviceAppManagement/vppTokens', { kind: 'tokens', isOne: false }],
    ['deviceAppManagement/vppTokens/$entity', { kind: 'tokens', isOne: true }],
    ['deviceAppManagement/mobileApps', { kind: 'apps', app: '' }],
    ['deviceAppManagement/mobileApps(id,assignments())', { kind: 'apps' }],
    ['deviceAppManagement/mobileApps/microsoft.graph.iosVppApp/$entity', { kind: 'apps' }],
    ["deviceAppManagement/mobileApps('a-1')/assignments", { kind: 'assignments', app: 'a-1' }],
    ["deviceAppManagement/mobileApps('a-1')/deviceStatuses", { kind: 'statuses', app: 'a-1' }],
    [
      "deviceAppManagement/mobileApps('a-1')/microsoft.graph.iosVppApp/userStatuses",
      { kind: 'statuses', app: 'a-1' },
    ],
    [
      "deviceManagement/deviceConfigurations('c')/deviceStatuses",
      { kind: undefined, name: 'deviceStatuses' },
    ],
    ['groups', { kind: undefined, name: 'groups' }],
    ['<b>', { kind: undefined, name: '' }],
  ])('B9: %s', (path, context) => {
    expect(readContext(at(path))).toMatchObject(context);
  });

  test('B9: there may be none', () => {
    expect(readContext('')).toEqual({ kind: undefined, name: '', app: '', isOne: false });
    expect(readContext('('.repeat(100_000)).name).toBe('');
  });
});

describe('B9: what a list holds', () => {
  test.each<[string, object, object]>([
    ['both kinds', { value: [APP, { ...of('vppToken'), ...TOKEN }] }, { code: 'mixed-list' }],
    [
      'both kinds, by their look',
      { value: [TOKEN, { appStoreUrl: '' }] },
      { code: 'mixed-list', params: { lists: 'vppTokens, mobileApps' } },
    ],
    [
      'tokens and what else',
      { value: [TOKEN, of('group')] },
      { code: 'mixed-list', params: { lists: 'vppTokens, group' } },
    ],
    ['groups', { value: [of('group')] }, { code: 'other-list', params: { list: 'group' } }],
    [
      'groups by its address',
      { '@odata.context': at('groups'), value: [{ id: '1' }] },
      { code: 'other-list', params: { list: 'groups' } },
    ],
    ['one group', { ...of('group'), id: '1' }, { code: 'other-list', params: { list: 'group' } }],
    ['a name that is none', { value: [of('<script>')] }, { code: 'not-a-graph-list' }],
    ['assignments', { value: [ASSIGNMENT] }, { code: 'lists-assignments' }],
    [
      'no assignments',
      { '@odata.context': at("deviceAppManagement/mobileApps('1')/assignments"), value: [] },
      { code: 'lists-assignments' },
    ],
  ])('B9: %s is refused by name', (_, body, problem) => {
    expect(readGraphList(body)).toMatchObject({ ok: false, problem });
  });

  test('B9: in a list of apps there may be any kind of app', () => {
    const value = [of('windowsAppX'), APP, of('iosiPadOSWebClip')];
    expect(valueOf(readGraphList({ value }))).toMatchObject({
      kind: 'apps',
      skipped: [{ record: 1 }, { record: 3 }],
    });
  });

  test.each<[string, object, object]>([
    [
      'a token',
      { '@odata.context': at('deviceAppManagement/vppTokens/$entity'), ...TOKEN },
      { kind: 'tokens', tokens: [{ id: '1' }] },
    ],
    ['an app', APP, { kind: 'apps', apps: [{ adamId: '900000000001' }] }],
    ['a token by its type', { ...of('vppToken'), ...TOKEN }, { kind: 'tokens' }],
  ])('B9: %s that was saved by itself is a list of one', (_, body, list) => {
    expect(readGraphList(body)).toMatchObject({ ok: true, value: { isWhole: true, ...list } });
  });

  test('B9: an app with its assignments is not taken for a page of Apple', () => {
    const body = {
      ...APP,
      assignments: [
        { intent: 'available', target: { ...of('groupAssignmentTarget'), groupId: ' g-1 ' } },
      ],
    };
    const shelf = shelveDocuments([{ name: 'app.json', body }]);
    expect(shelf).toMatchObject({
      ok: true,
      value: {
        lists: [
          { kind: 'apps', name: 'app.json' },
          {
            kind: 'deployments',
            name: 'app.json (assignments)',
            rows: [{ row: 1, assignment: { intent: 'available', group: 'g-1' } }],
          },
        ],
      },
    });
  });

  test.each([
    [{ intent: 'availableWithoutEnrollment' }, { intent: 'available', group: 'g-1' }],
    [{ intent: 'constructor' }, { reason: 'intent-not-known' }],
    [{ target: null }, { reason: 'target-not-known' }],
    [{ target: of('groupAssignmentTarget') }, { reason: 'target-not-known' }],
    [
      { target: { ...of('exclusionGroupAssignmentTarget'), groupId: 'g-1' } },
      { reason: 'leaves-a-group-out' },
    ],
    [{ target: of('allLicensedUsersAssignmentTarget') }, { reason: 'goes-to-all-users' }],
    [{ target: of('allDevicesAssignmentTarget') }, { reason: 'goes-to-all-devices' }],
  ])('B9, B11: an assignment with %j', (given, read) => {
    const target = { ...of('groupAssignmentTarget'), groupId: 'g-1' };
    const assignments = [{ intent: 'required', target, ...given }];
    expect(valueOf(readGraphList({ value: [{ ...APP, assignments }] }))).toMatchObject({
      apps: [{ assignments: [read] }],
    });
  });
});

test('B9: of tokens that go on on another page it says so', () => {
  const body = { '@odata.nextLink': 'https://graph.microsoft.com/beta/next', value: [TOKEN] };
  expect(shelveDocuments([{ name: 't.json', body }])).toMatchObject({
    value: {
      lists: [{ kind: 'tokens', rows: [{ is: 'token', row: 1 }] }],
      gaps: [{ code: 'more-pages', params: { name: 't.json' } }],
    },
  });
});

describe('B9, B13: statuses', () => {
  test('B13: of devices, with their words, codes and moments', () => {
    const list = valueOf(readGraphList(JSON.parse(textOf('graph-device-statuses.json'))));
    expect(list).toMatchObject({
      kind: 'statuses',
      app: '11111111-0000-0000-0000-000000000841',
      rows: [
        { line: { state: 'installed', code: '', asOf: '2026-11-20T06:02:00Z' } },
        { line: { state: 'failed', code: '0x87D13B7E' } },
        { line: { state: 'pending' } },
        { line: { state: 'not-installed', asOf: '' }, notes: ['not-applicable'] },
      ],
    });
  });

  test('B13: of users, by how many devices of theirs say what', () => {
    const user = { userPrincipalName: 'vera@nordby.example', userName: 'Vera' };
    const counts = { installedDeviceCount: 1, failedDeviceCount: 1, notInstalledDeviceCount: 0 };
    const value = [{ ...user, ...counts }, { ...user, ...counts, failedDeviceCount: 0 }, counts];
    expect(valueOf(readGraphList({ value }))).toMatchObject({
      rows: [
        { line: { user: 'vera@nordby.example', state: 'failed' } },
        { line: { state: 'installed' } },
        { outcome: 'unreadable', reason: 'nobody-named' },
      ],
    });
  });

  test('B13: what is not understood of one says so', () => {
    const value = [STATUS, { ...STATUS, installState: 7 }, { ...STATUS, deviceName: { a: 1 } }];
    expect(valueOf(readGraphList({ value }))).toMatchObject({
      rows: [
        { outcome: 'line' },
        { reason: 'not-an-install-state', params: { written: '7' } },
        { reason: 'nobody-named' },
      ],
    });
  });

  test('B9: they are of the app that the same files list, by the id that Intune has for it', () => {
    const context = at("deviceAppManagement/mobileApps('a-1')/deviceStatuses");
    const documents = [
      { name: 's.json', body: { '@odata.context': context, value: [STATUS] } },
      { name: 'a.json', body: { value: [{ ...APP, id: 'a-1' }] } },
    ];
    expect(shelveDocuments(documents)).toMatchObject({
      value: {
        lists: [{ kind: 'installs', rows: [{ line: { app: { adamId: '900000000001' } } }] }, {}],
      },
    });
    expect(shelveDocuments(documents.slice(0, 1))).toMatchObject({
      value: { lists: [{ rows: [{ line: { app: { adamId: '' } } }] }] },
    });
  });
});
