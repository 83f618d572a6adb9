import { adamIdOf, serialOf, skuOf } from './made-up.ts';
import { LICENCES, VIP, one, type Shape } from './shape.ts';
import { bytesFile, encoded, gzipped, textFile } from './written.ts';

const UID = '2049000000000017';
const PAGE = { currentPageIndex: 0, totalPages: 1, uId: UID, versionId: 'v-1' };

const ASSETS = {
  assets: [
    {
      adamId: adamIdOf(2),
      pricingParam: 'STDQ',
      productType: 'App',
      deviceAssignable: true,
      revocable: true,
      supportedPlatforms: ['iOS'],
      totalCount: 120,
      assignedCount: 116,
      availableCount: 4,
      retiredCount: 0,
    },
  ],
  size: 1,
  ...PAGE,
};

const assignmentsAt = (page: number, pages: number) => ({
  assignments: [
    { adamId: adamIdOf(2), pricingParam: 'STDQ', serialNumber: serialOf(page * 10 + 1) },
    { adamId: adamIdOf(2), pricingParam: 'STDQ', clientUserId: `u-${page}` },
  ],
  size: 2,
  ...PAGE,
  currentPageIndex: page,
  totalPages: pages,
  ...(page + 1 < pages ? { nextPageIndex: page + 1 } : {}),
});

const USERS = {
  users: [
    {
      clientUserId: 'u-1007',
      email: 'ada.ek@nordby.example',
      status: 'Associated',
      idHash: 'bm9uZQ==',
    },
    { clientUserId: 'u-1008', email: 'bo.alm@nordby.example', status: 'Registered' },
  ],
  size: 2,
  ...PAGE,
};

const CONFIG = {
  countryISO2ACode: 'SE',
  defaultPlatform: 'volumestore',
  locationName: 'Nordby Gymnasium',
  uId: UID,
  websiteURL: 'https://school.apple.com',
};

const graphApp = (number: number) => ({
  '@odata.type': '#microsoft.graph.iosVppApp',
  id: `11111111-0000-0000-0000-${String(number).padStart(12, '0')}`,
  displayName: `Testapp ${number}`,
  bundleId: `test.nordby.app${number}`,
  appStoreUrl: `https://apps.apple.com/se/app/x/id${adamIdOf(number)}`,
  usedLicenseCount: 116,
  totalLicenseCount: 120,
  licensingType: { supportsUserLicensing: true, supportsDeviceLicensing: true },
  vppTokenOrganizationName: 'Nordby Kommun Skolor',
  vppTokenAppleId: 'innehall@nordby.example',
});

const GRAPH_APPS = {
  '@odata.context': 'https://graph.microsoft.com/beta/$metadata#deviceAppManagement/mobileApps',
  value: [graphApp(1), graphApp(2)],
};

const CURL = `HTTP/2 200\r\ncontent-type: application/json\r\ndate: Thu, 19 Nov 2026 06:00:00 GMT\r\n\r\n`;

const pretty = (body: unknown): string => `${JSON.stringify(body, undefined, 2)}\n`;
const line = (body: unknown): string => `${JSON.stringify(body)}\n`;

const APPLE = 'Apple’s Apps and Books API (apple.md §2.10)';
const GRAPH = 'Microsoft Graph (apple.md §3.3)';

const apps = (rows: number) => one(LICENCES, { kind: 'apps', rows, asks: false });

/** Saved answers of services. */
export const savedAnswerFiles: readonly Shape[] = [
  textFile('apple-assets.json', pretty(ASSETS), { seen: APPLE, expected: apps(1) }),
  textFile('apple-users.json', line(USERS), {
    seen: APPLE,
    expected: one(LICENCES, { kind: 'users', rows: 2 }),
  }),
  textFile('apple-assignments.json', line(assignmentsAt(0, 1)), {
    seen: APPLE,
    expected: one(LICENCES, { kind: 'assignments', rows: 2 }),
  }),
  textFile('apple-client-config.json', line(CONFIG), {
    seen: APPLE,
    expected: one(LICENCES, { kind: 'location', rows: 1 }),
  }),
  textFile('apple-pages-one-a-line.json', [0, 1].map((at) => line(assignmentsAt(at, 2))).join(''), {
    seen: 'curl in a loop, appended to one file',
    expected: {
      programme: LICENCES,
      sheets: [
        { kind: 'assignments', rows: 2 },
        { kind: 'assignments', rows: 2 },
      ],
      gaps: [],
    },
  }),
  textFile('apple-pages-in-a-list.json', pretty([0, 1].map((at) => assignmentsAt(at, 2))), {
    seen: 'jq -s, or a script that collects pages',
    expected: {
      programme: LICENCES,
      sheets: [
        { kind: 'assignments', rows: 2 },
        { kind: 'assignments', rows: 2 },
      ],
      gaps: [],
    },
  }),
  textFile('apple-page-missing.json', line(assignmentsAt(0, 3)), {
    seen: 'the first page alone',
    expected: {
      programme: LICENCES,
      sheets: [{ kind: 'assignments', rows: 2 }],
      gaps: ['pages-missing'],
    },
  }),
  textFile(
    'apple-with-headers.txt',
    `${CURL}${line(ASSETS)}`,
    {
      seen: 'curl -i',
      expected: apps(1),
    },
    { lineEnd: '\n' },
  ),
  textFile(
    'apple-behind-a-proxy.txt',
    `HTTP/1.1 200 Connection established\r\n\r\n${CURL}${line(ASSETS)}`,
    { seen: 'curl -i behind a proxy', expected: apps(1) },
    { lineEnd: '\n' },
  ),
  textFile(
    'apple-assets-marked.json',
    pretty(ASSETS),
    { seen: 'PowerShell, Out-File', expected: apps(1) },
    { encoding: 'utf-8-bom' },
  ),
  textFile(
    'apple-page-and-error.json',
    `${line(assignmentsAt(0, 2))}${line({ errorNumber: 9646, errorMessage: 'too many requests' })}`,
    {
      seen: 'curl in a loop that was refused in the middle',
      expected: { refused: 'saved-apple-error' },
    },
  ),
  bytesFile('apple-assets.json.gz', gzipped(encoded(line(ASSETS))), {
    seen: 'curl without --compressed, or gzip',
    expected: apps(1),
  }),
  textFile(
    'apple-cut-after-a-page.json',
    `${line(assignmentsAt(0, 2))}${line(assignmentsAt(1, 2)).slice(0, 60)}`,
    {
      seen: 'a download that was broken off',
      expected: {
        programme: LICENCES,
        sheets: [{ kind: 'assignments', rows: 2 }],
        gaps: ['cut-off', 'pages-missing'],
      },
    },
  ),
  textFile('apple-cut.json', pretty(ASSETS).slice(0, 150), {
    seen: 'a download that was broken off in its only page',
    expected: { refused: 'broken-json' },
  }),
  textFile('apple-revoked.json', line({ errorNumber: 9625, errorMessage: 'token revoked' }), {
    seen: 'an error of Apple’s, saved in place of the list (apple.md §2.10)',
    expected: { refused: 'saved-apple-error' },
  }),
  textFile(
    'apple-event.json',
    line({
      eventStatus: 'COMPLETE',
      eventType: 'ASSOCIATE',
      numRequested: 6,
      numCompleted: 6,
      failures: [],
      uId: UID,
    }),
    { seen: `${APPLE}: what became of a change`, expected: { refused: 'saved-other-reply' } },
  ),
  textFile('graph-apps.json', pretty(GRAPH_APPS), { seen: GRAPH, expected: apps(2) }),
  textFile(
    'graph-apps-utf16.json',
    pretty(GRAPH_APPS),
    {
      seen: 'PowerShell 5, > file',
      expected: apps(2),
    },
    { encoding: 'utf-16le' },
  ),
  textFile('graph-apps-value-only.json', pretty(GRAPH_APPS.value), {
    seen: 'likely: Graph Explorer, the value copied; or (Get-…).value | ConvertTo-Json',
    expected: apps(2),
  }),
  textFile('graph-app-alone.json', pretty(graphApp(1)), {
    seen: 'likely: one app opened in Graph Explorer',
    expected: apps(1),
  }),
  textFile(
    'graph-apps-more.json',
    pretty({ ...GRAPH_APPS, '@odata.nextLink': 'https://graph.microsoft.com/beta/x?$skiptoken=1' }),
    {
      seen: GRAPH,
      expected: { programme: LICENCES, sheets: [{ kind: 'apps', rows: 2 }], gaps: ['more-pages'] },
    },
  ),
  textFile(
    'graph-tokens.json',
    pretty({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#deviceAppManagement/vppTokens',
      value: [
        {
          id: '44444444-0000-0000-0000-000000000001',
          organizationName: 'Nordby Kommun Skolor',
          vppTokenAccountType: 'education',
          appleId: 'innehall@nordby.example',
          expirationDateTime: '2027-03-14T09:26:53Z',
          lastSyncDateTime: '2026-11-19T06:00:00Z',
          state: 'valid',
          lastSyncStatus: 'completed',
          countryOrRegion: 'se',
        },
      ],
    }),
    { seen: GRAPH, expected: one(LICENCES, { kind: 'tokens', rows: 1 }) },
  ),
  textFile(
    'graph-device-statuses.json',
    pretty({
      value: [
        {
          '@odata.type': '#microsoft.graph.mobileAppInstallStatus',
          deviceName: 'iPad-0101',
          deviceId: '22222222-0000-0000-0000-000000000101',
          userPrincipalName: 'ada.ek@nordby.example',
          installState: 'failed',
          errorCode: -2_016_330_882,
          lastSyncDateTime: '2026-11-19T06:02:00Z',
        },
      ],
    }),
    {
      seen: 'Microsoft Graph beta, deviceStatuses of an app (from memory: likely)',
      expected: one(LICENCES, { kind: 'installs', rows: 1 }),
    },
  ),
  textFile(
    'graph-assigned-licences.json',
    pretty({
      value: [
        {
          '@odata.type': '#microsoft.graph.iosVppAppAssignedUserLicense',
          id: '1',
          userEmailAddress: 'ada.ek@nordby.example',
          userId: '33333333-0000-0000-0000-000000000001',
          userName: 'Ada Ek',
          userPrincipalName: 'ada.ek@nordby.example',
        },
      ],
    }),
    {
      seen: `${GRAPH}: assignedLicenses of an app; the app is not named in it`,
      expected: one(LICENCES, { kind: 'assignments', rows: 1 }),
    },
  ),
  textFile(
    'graph-error.json',
    pretty({ error: { code: 'InvalidAuthenticationToken', message: 'Access token has expired.' } }),
    { seen: GRAPH, expected: { refused: 'saved-graph-error' } },
  ),
  textFile(
    'graph-store-apps.json',
    pretty({
      value: [
        {
          '@odata.type': '#microsoft.graph.iosStoreApp',
          displayName: 'Company Portal',
          appStoreUrl: 'https://apps.apple.com/se/app/x/id719171358',
        },
        graphApp(1),
      ],
    }),
    {
      seen: `${GRAPH}: mobileApps without a filter`,
      expected: one(LICENCES, { kind: 'apps', rows: 1, unreadable: { 1: 'not-a-volume-app' } }),
    },
  ),
  textFile(
    'jamf-content.json',
    pretty({
      totalCount: 1,
      results: [
        {
          name: 'Testapp Musik',
          adamId: adamIdOf(2),
          pricingParam: 'STDQ',
          contentType: 'IOS_APP',
          deviceTypes: ['IOS'],
          licenseCountTotal: 120,
          licenseCountInUse: 116,
          licenseCountReported: 110,
        },
      ],
    }),
    {
      seen: 'Jamf Pro’s API, …/volume-purchasing-locations/{id}/content (apple.md §3.3)',
      expected: apps(1),
    },
  ),
  textFile(
    'adobe-open-acquisitions.json',
    pretty({
      customerId: '1009990001',
      resellerId: '1000400002',
      licenseCount: 3,
      unpaidLicenses: [
        {
          referenceId: 'PO100000000000000001',
          creationDate: '2026-11-20T09:00:00Z',
          expiryDate: '2026-11-27T09:00:00Z',
          quantity: 3,
          productName: 'Testprogram',
          baseOfferId: skuOf(1),
        },
      ],
    }),
    {
      seen: 'the Marketplace’s API, open-acquisitions (adobe.md §5)',
      expected: one(VIP, { kind: 'authorizations', rows: 1 }),
    },
  ),
  textFile(
    'adobe-orders.json',
    pretty({
      totalCount: 1,
      items: [
        {
          orderId: '7700000123',
          customerId: '1009990001',
          orderType: 'NEW',
          status: '1000',
          externalReferenceId: 'PO-2026-0417',
          creationDate: '2026-11-20T09:15:00Z',
          currencyCode: 'EUR',
          lineItems: [
            { extLineItemNumber: 1, offerId: skuOf(1, '02'), quantity: 12, status: '1000' },
          ],
        },
      ],
    }),
    {
      seen: 'the Marketplace’s API, orders (adobe.md §5); nothing of Volym reads it yet',
      expected: { refused: 'saved-not-a-graph-list' },
    },
  ),
  textFile(
    'school-manager-devices.json',
    pretty({
      data: [
        {
          type: 'orgDevices',
          id: serialOf(101),
          attributes: { serialNumber: serialOf(101), deviceModel: 'iPad' },
        },
      ],
      links: { self: 'https://api-school.apple.com/v1/orgDevices' },
    }),
    {
      seen: 'Apple School Manager’s API (apple.md §3.3): devices, no licences',
      expected: { refused: 'saved-not-a-graph-list' },
    },
  ),
  textFile('package.json', pretty({ name: 'volym', version: '1.0.0', dependencies: {} }), {
    seen: 'any other JSON',
    expected: { refused: 'saved-not-a-graph-list' },
  }),
  textFile('empty-list.json', '[]\n', {
    seen: 'a script that found nothing',
    expected: { refused: 'saved-not-a-graph-list' },
  }),
  textFile('graph-empty-list.json', pretty({ value: [] }), {
    seen: 'Graph, a filter that nothing meets',
    expected: { refused: 'saved-empty-list' },
  }),
  textFile('json-with-a-note.txt', `Here is what I got:\n${line(ASSETS)}`, {
    seen: 'likely: pasted into a mail',
    expected: { never: ['apple-credit/*', 'adobe-vip/*'] },
  }),
];
