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

const IN_GRAPH = 'https://graph.microsoft.com/beta/deviceAppManagement';

/** The lists in Microsoft Graph of volume-purchased apps, of tokens, and of an app's installations. */
export const GRAPH = {
  /** With what is done with each of them for which groups (apple.md §3.3). */
  apps: `${IN_GRAPH}/mobileApps?$filter=isof('microsoft.graph.iosVppApp')&$expand=assignments`,
  tokens: `${IN_GRAPH}/vppTokens`,
  statuses: `${IN_GRAPH}/mobileApps/{id}/deviceStatuses`,
} as const;
