import type { Day } from '#core/day/day.ts';
import { separatedText } from '#core/import/sheet.ts';

/** The headings of our own list, which every system can be written into (apple.md §3.3). */
const HEADINGS = [
  'source',
  'location',
  'adam_id',
  'pricing_param',
  'app_name',
  'product_type',
  'total',
  'assigned',
  'available',
  'retired',
  'unlimited',
  'as_of',
];

/**
 * A list with one made-up app, to be filled in. Swedish and other sheets that count with a comma
 * separate by semicolon.
 */
export const listTemplate = (separator: ';' | ',', today: Day): string =>
  separatedText(
    [
      HEADINGS,
      [
        '',
        'Grundskolor',
        '900000000001',
        'STDQ',
        'Exempelapp',
        'App',
        '120',
        '116',
        '4',
        '0',
        'false',
        today,
      ],
    ],
    separator,
  );

const APPLE = 'https://vpp.itunes.apple.com/mdm/v2';

/**
 * How a page is saved from Apple's Apps and Books on a computer (apple.md §2.1, §2.9). The token is
 * read from its file, so that it is in no command and no history.
 */
export const savingFromApple = (
  token: string,
): readonly { readonly name: string; readonly command: string }[] =>
  [
    ['client/config', 'client-config.json'],
    ['assets?pageIndex=0', 'assets-0.json'],
    ['users?pageIndex=0', 'users-0.json'],
    ['assignments?pageIndex=0', 'assignments-0.json'],
  ].map(([path = '', name = '']) => ({
    name,
    command: `printf 'header = "Authorization: Bearer %s"' "$(tr -d '\\r\\n' < ${token})" | curl -K - -o ${name} "${APPLE}/${path}"`,
  }));

/** The list of volume-purchased apps in Microsoft Graph (apple.md §3.3). */
export const GRAPH_APPS =
  "https://graph.microsoft.com/beta/deviceAppManagement/mobileApps?$filter=isof('microsoft.graph.iosVppApp')";
