import { adamIdOf } from './made-up.ts';
import { LICENCES, one, type ExpectedSheet, type Shape } from './shape.ts';
import { bookFile } from './workbook.ts';
import { textFile } from './written.ts';

const apps = (sheet: Omit<ExpectedSheet, 'kind'>) => one(LICENCES, { kind: 'apps', ...sheet });

const translated = (file: string, headings: string): Shape =>
  textFile(
    file,
    `${headings}\nTestapp Matematik;${adamIdOf(1)};120;116;4\nTestapp Musik;${adamIdOf(2)};30;0;30\n`,
    {
      seen: 'likely: a portal in another language; no portal’s columns are confirmed (apple.md §3.3)',
      expected: apps({
        headings: 1,
        rows: 2,
        asks: false,
        fields: { name: 0, adamId: 1, total: 2, assigned: 3, available: 4 },
        values: {
          2: { line: { adamId: adamIdOf(1), said: { total: 120, assigned: 116, available: 4 } } },
        },
      }),
    },
  );

/** Lists of apps and how many licences of each. */
export const licenceLists: readonly Shape[] = [
  textFile(
    'intune-tokens.csv',
    `Token name;State;Apple ID;Location name;Account type;Country/Region;Expiration date;Last sync;Last sync status
Grundskolor;Active;innehall@nordby.example;Nordby Grundskolor;Education;SE;2027-03-14 09:26:53;2026-11-19 06:00:00;Completed
Gymnasium;Expired;vpp@nordby.example;Nordby Gymnasium;Education;SE;2026-03-14 09:26:53;2026-03-01 06:00:00;Failed
`,
    {
      seen: 'Intune, list of Apple VPP tokens (from memory: likely)',
      expected: one(LICENCES, { kind: 'tokens', rows: 2 }),
    },
  ),
  textFile(
    'graph-tokens.csv',
    `"Id","AppleId","OrganizationName","CountryOrRegion","ExpirationDateTime","LastModifiedDateTime","LastSyncDateTime","LastSyncStatus","State","Token","VppTokenAccountType"
"44444444-0000-0000-0000-000000000001","innehall@nordby.example","Nordby Kommun Skolor","se","2027-03-14T09:26:53Z","2026-11-01T00:00:00Z","2026-11-19T06:00:00Z","completed","valid","FAKESECRETTOKEN0001","education"
`,
    {
      seen: 'Microsoft Graph PowerShell, vppTokens to Export-Csv: the names of the documented properties',
      expected: one(LICENCES, { kind: 'tokens', rows: 1 }),
    },
  ),
  textFile(
    'apps-template.csv',
    `source,location,adam_id,pricing_param,app_name,product_type,total,assigned,available,retired,unlimited,as_of
jamf,Nordby Gymnasium,425073498,STDQ,Procreate,App,120,116,4,0,false,2026-11-19T06:00:00Z
apple,Nordby Gymnasium,361285480,STDQ,Keynote,App,,310,,0,true,2026-11-19T06:00:00Z
`,
    {
      seen: 'our own template (apple.md §3.3)',
      expected: apps({
        headings: 1,
        rows: 2,
        asks: false,
        fields: { location: 1, adamId: 2, name: 4, total: 6, assigned: 7 },
      }),
    },
  ),
  textFile(
    'apps-intune-all-apps.csv',
    `"AppIdentifier","Name","Publisher","Platform","Status","Type","Version","CreateDate","LastModified","StoreURL","Assigned"
"11111111-0000-0000-0000-000000000417","Procreate","Savage","iOS","","iOS volume purchase program app","","2026-01-01","2026-11-01","https://apps.apple.com/se/app/procreate/id425073498","Yes"
"11111111-0000-0000-0000-000000000418","Company Portal","Microsoft","iOS","","iOS store app","","2026-01-01","2026-11-01","https://apps.apple.com/se/app/x/id719171358","Yes"
`,
    {
      seen: 'Intune’s report AllAppsList, columns named by Microsoft Learn (apple.md §3.3)',
      expected: apps({
        headings: 1,
        rows: 1,
        fields: { name: 1, storeUrl: 9 },
        unreadable: { 3: 'not-a-volume-app' },
      }),
    },
  ),
  textFile(
    'apps-jamf-pro.csv',
    `name,adamId,pricingParam,contentType,deviceTypes,licenseCountTotal,licenseCountInUse,licenseCountReported
Testapp Matematik,${adamIdOf(1)},STDQ,IOS_APP,IOS,120,116,110
`,
    {
      seen: 'Jamf Pro’s API names these fields (apple.md §3.3); as csv it is likely',
      expected: apps({
        headings: 1,
        rows: 1,
        fields: { name: 0, adamId: 1, total: 5, assigned: 6 },
      }),
    },
  ),
  textFile(
    'apps-jamf-school.csv',
    `Name,App Store ID,Type,Total licenses,Used licenses,Available licenses\nTestapp Musik,${adamIdOf(2)},App,30,10,20\n`,
    {
      seen: 'likely: Jamf School',
      expected: apps({
        headings: 1,
        rows: 1,
        fields: { name: 0, adamId: 1, total: 3, assigned: 4 },
      }),
    },
  ),
  textFile(
    'apps-school-manager.csv',
    `Name,Type,Adam ID,Location,In Use,Available,Total\nTestapp Musik,App,${adamIdOf(2)},Nordby Gymnasium,10,20,30\n`,
    {
      seen: 'likely: Apple School Manager; whether it exports such a list is unconfirmed (apple.md §3.3)',
      expected: apps({
        headings: 1,
        rows: 1,
        fields: { name: 0, adamId: 2, location: 3, assigned: 4, available: 5, total: 6 },
      }),
    },
  ),
  textFile(
    'apps-store-links.csv',
    `App;App Store-länk;Licenser\nProcreate;https://apps.apple.com/se/app/procreate/id425073498;120\nKeynote;https://apps.apple.com/se/app/keynote/id361285480;obegränsat\n`,
    {
      seen: 'likely: a school’s own list',
      expected: apps({
        headings: 1,
        rows: 2,
        fields: { name: 0, storeUrl: 1, total: 2 },
        values: { 3: { line: { adamId: '361285480', said: { unlimited: true } } } },
      }),
    },
  ),
  translated('apps-english.csv', 'App;Adam ID;Total;Used;Available'),
  translated('apps-swedish.csv', 'App;Adam-ID;Antal licenser;Använda;Lediga'),
  translated('apps-german.csv', 'App;App Store-ID;Lizenzen gesamt;Verwendet;Verfügbar'),
  translated(
    'apps-french.csv',
    'App;Identifiant App Store;Total des licences;Utilisées;Disponibles',
  ),
  translated('apps-spanish.csv', 'App;ID de App Store;Licencias totales;En uso;Disponibles'),
  translated('apps-dutch.csv', 'App;App Store-ID;Totaal licenties;Gebruikt;Beschikbaar'),
  translated('apps-norwegian.csv', 'App;App Store-ID;Lisenser totalt;I bruk;Tilgjengelige'),
  translated('apps-danish.csv', 'App;App Store-id;Licenser i alt;I brug;Tilgængelige'),
  translated('apps-finnish.csv', 'Appi;App Store -tunnus;Lisenssejä yhteensä;Käytössä;Vapaana'),
  textFile(
    'apps-bare.csv',
    `Testapp Matematik;${adamIdOf(1)};120\nTestapp Musik;${adamIdOf(2)};30\nTestapp Slöjd;${adamIdOf(3)};10\n`,
    {
      seen: 'likely: the table without its headings',
      expected: apps({ headings: 0, rows: 3, asks: true, fields: { adamId: 1 } }),
    },
  ),
  textFile(
    'apps-unknown-headings.csv',
    `Vad;Nummer i butiken;Hur många\nTestapp Matematik;${adamIdOf(1)};120\nTestapp Musik;${adamIdOf(2)};30\n`,
    {
      seen: 'likely: a school’s own list',
      expected: apps({ headings: 1, rows: 2, asks: true, fields: { adamId: 1 } }),
    },
  ),
  textFile(
    'apps-names-only.csv',
    'App;Licenser;Använda;Lediga\nTestapp Matematik;120;116;4\nTestapp Musik;30;10;20\n',
    {
      seen: 'likely: Intune’s "App licenses" or a school’s own list; no number of the app',
      expected: one(LICENCES, { kind: 'apps', headings: 1, asks: true }),
    },
  ),
  textFile(
    'apps-preamble-6.csv',
    `Rapport;Applicenser
Skapad;2026-11-19 06:00
Av;Ada Ek
Plats;Nordby Gymnasium
System;Jamf School
;
App;Adam-ID;Licenser;Använda
Testapp Musik;${adamIdOf(2)};30;10
`,
    {
      seen: 'likely: a report with its own facts above',
      expected: apps({
        headings: 7,
        rows: 1,
        fields: { name: 0, adamId: 1, total: 2, assigned: 3 },
      }),
    },
  ),
  textFile(
    'apps-preamble-45.csv',
    `${Array.from({ length: 45 }, (_, at) => `# ${at + 1}: sync of the library was fine`).join('\n')}\nApp,Adam ID,Total,Used\nTestapp Musik,${adamIdOf(2)},30,10\n`,
    {
      seen: 'likely: a log above the table',
      expected: apps({
        headings: 46,
        rows: 1,
        asks: false,
        fields: { name: 0, adamId: 1, total: 2 },
      }),
    },
  ),
  textFile(
    'apps-total-below.csv',
    `App;Adam-ID;Licenser;Använda\nTestapp Matematik;${adamIdOf(1)};120;116\nTestapp Musik;${adamIdOf(2)};30;10\nTotalt;;150;126\n`,
    {
      seen: 'likely: a list that someone adds up',
      expected: apps({ headings: 1, rows: 2, aside: [4] }),
    },
  ),
  textFile(
    'apps-groups-and-subtotals.csv',
    `App;Adam-ID;Licenser\nNordby Gymnasium;;\nTestapp Matematik;${adamIdOf(1)};120\nDelsumma;;120\nNordby skola;;\nTestapp Matematik;${adamIdOf(1)};30\nDelsumma;;30\nSumma;;150\n`,
    {
      seen: 'likely: a report by location, its name in a row of its own',
      expected: apps({ headings: 1, rows: 2, aside: [2, 4, 5, 7, 8] }),
    },
  ),
  textFile(
    'apps-counts-written-otherwise.csv',
    `App;Adam-ID;Licenser;Använda;Lediga\nTestapp Matematik;${adamIdOf(1)};1 250;1.100;150\nTestapp Musik;${adamIdOf(2)};∞;310;Unlimited\nTestapp Slöjd;${adamIdOf(3)};1,250;-;\nTestapp Hem;${adamIdOf(4)};många;0;0\n`,
    {
      seen: 'habits of several countries; Apple’s own "unlimited"',
      expected: apps({
        headings: 1,
        rows: 3,
        unreadable: { 5: 'not-a-count' },
        values: {
          2: { line: { said: { total: 1250, assigned: 1100, available: 150 } } },
          3: { line: { said: { unlimited: true, assigned: 310 } } },
          4: { line: { said: { total: 1250 } } },
        },
      }),
    },
  ),
  textFile(
    'apps-decimals.csv',
    `App,Adam ID,Total,Used\nTestapp Musik,${adamIdOf(2)}.0,30.0,10.0\n`,
    {
      seen: 'scripts that read a column with gaps write whole numbers with a decimal (pandas)',
      expected: apps({
        headings: 1,
        rows: 1,
        values: { 2: { line: { adamId: adamIdOf(2), said: { total: 30, assigned: 10 } } } },
      }),
    },
  ),
  textFile(
    'apps-numbers-as-exponents.csv',
    `App;Adam-ID;Licenser\nTestapp Musik;9,00000000002E+11;30\nProcreate;425073498;120\n`,
    {
      seen: 'Excel writes long numbers so when it saves as csv',
      expected: apps({ headings: 1, rows: 1, unreadable: { 2: 'not-an-adam-id' } }),
    },
  ),
  textFile(
    'apps-twice.csv',
    `App,Adam ID,Location,Total\nTestapp Musik,${adamIdOf(2)},Nord,30\nTestapp Musik,${adamIdOf(2)},Syd,10\nTestapp Musik,${adamIdOf(2)},Nord,40\n`,
    { seen: 'likely', expected: apps({ headings: 1, rows: 3 }) },
  ),
  bookFile(
    'apps-numbers.xlsx',
    [
      {
        name: 'Appar',
        rows: [
          ['Appnamn', 'Adam-ID', 'Typ', 'Totalt', 'Använda'],
          ['Testapp Musik', Number(adamIdOf(2)), 'App', 30, 10],
          ['Räkneboken', Number(adamIdOf(5)), 'Bok', 12, 12],
        ],
      },
    ],
    {
      seen: 'likely: a school’s own Excel',
      expected: apps({
        name: 'Appar',
        headings: 1,
        rows: 2,
        values: {
          2: { line: { adamId: adamIdOf(2) } },
          3: { line: { productType: 'Book' } },
        },
      }),
    },
  ),
  bookFile(
    'apps-a-sheet-a-school.xlsx',
    [
      {
        name: 'Gymnasiet',
        rows: [
          ['App', 'Adam-ID', 'Licenser'],
          ['Testapp Musik', adamIdOf(2), 30],
        ],
      },
      {
        name: 'Grundskolan',
        rows: [
          ['App', 'Adam-ID', 'Licenser'],
          ['Testapp Musik', adamIdOf(2), 10],
        ],
      },
      { name: 'Info', rows: [['Uppdateras varje fredag']] },
    ],
    {
      seen: 'likely: a municipality’s own Excel',
      expected: {
        programme: LICENCES,
        sheets: [
          { name: 'Gymnasiet', kind: 'apps', headings: 1, rows: 1 },
          { name: 'Grundskolan', kind: 'apps', headings: 1, rows: 1 },
        ],
        skipped: ['Info'],
      },
    },
  ),
  bookFile(
    'apps-and-books-below.xlsx',
    [
      {
        name: 'Innehåll',
        rows: [
          ['Appar'],
          ['Namn', 'Adam-ID', 'Licenser'],
          ['Testapp Musik', adamIdOf(2), 30],
          [],
          ['Böcker'],
          ['Namn', 'Adam-ID', 'Licenser'],
          ['Räkneboken', adamIdOf(5), 12],
        ],
      },
    ],
    {
      seen: 'likely: two tables on one sheet',
      expected: {
        programme: LICENCES,
        sheets: [
          { kind: 'apps', name: 'Innehåll', headings: 2, rows: 1 },
          { kind: 'apps', name: 'Innehåll (2)', headings: 6, rows: 1 },
        ],
      },
    },
  ),
  textFile(
    'apps-page.xls',
    `<table><thead><tr><th>App</th><th>App Store ID</th><th>Licenses</th></tr></thead><tbody><tr><td>Testapp Musik</td><td>${adamIdOf(2)}</td><td>30</td></tr></tbody></table>\n`,
    {
      seen: 'portals that save a page as .xls',
      expected: apps({ headings: 1, rows: 1, fields: { name: 0, adamId: 1, total: 2 } }),
    },
  ),
  textFile(
    'apps-with-line-prices.csv',
    `Adam ID,Name,Quantity,Price,Total\n${adamIdOf(1)},Testapp Matematik,30,69,2070\n${adamIdOf(2)},Testapp Musik,100,0,0\n`,
    {
      seen: 'likely: what was bought, with the price of each line',
      expected: apps({
        headings: 1,
        rows: 2,
        asks: false,
        fields: { adamId: 0, name: 1, total: 2 },
        values: { 2: { line: { said: { total: 30 } } }, 3: { line: { said: { total: 100 } } } },
      }),
    },
  ),
  textFile(
    'apps-unicode-text.txt',
    `App\tAdam-ID\tLicenser\nTestapp Slöjd\t${adamIdOf(3)}\t10\n`,
    {
      seen: 'Excel, "Unicode text"',
      expected: apps({ headings: 1, rows: 1, values: { 2: { line: { name: 'Testapp Slöjd' } } } }),
    },
    { encoding: 'utf-16le' },
  ),
];
