import { typeNamed } from './graph-schemas.ts';

/** A record of Microsoft Graph, as it was saved. */
export type Given = Readonly<Record<string, unknown>>;

/** The lists of Microsoft Graph that say something of tokens and apps. */
export type GraphKind = 'tokens' | 'apps' | 'assignments' | 'licences' | 'statuses';

/** What Graph calls them. */
const CALLED: Readonly<Record<GraphKind, string>> = {
  tokens: 'vppTokens',
  apps: 'mobileApps',
  assignments: 'assignments',
  licences: 'assignedLicenses',
  statuses: 'deviceStatuses',
};

/** What Graph calls lists of several kinds, in one text. */
export const callThem = (kinds: readonly GraphKind[]): string =>
  kinds.map((kind) => CALLED[kind]).join(', ');

/** What the address in a saved answer says that the answer holds. */
export type GraphContext = {
  /** Undefined where the address is of another list, or there is none. */
  readonly kind: GraphKind | undefined;
  /** What the list is called there; '' where there is no address. */
  readonly name: string;
  /** Graph's own id of the app that the list is about; '' where it is about none. */
  readonly app: string;
  /** One record of the list, and not the list. */
  readonly isOne: boolean;
};

/**
 * Reads such an address, as `…/$metadata#deviceAppManagement/mobileApps('id')/deviceStatuses`. What
 * is in brackets there are ids and chosen fields.
 */
export const readContext = (context: string): GraphContext => {
  const at = context.indexOf('#');
  const path = at === -1 ? '' : context.slice(at + 1, LONGEST);
  const parts = withoutBrackets(path)
    .split('/')
    .filter((part) => part !== '' && !part.startsWith('microsoft.graph.'));
  const isOne = parts.at(-1) === '$entity';
  const named = parts.filter((part) => part !== '$entity');
  const [last = '', above = ''] = named.toReversed();
  return {
    kind: above === 'mobileApps' ? OF_AN_APP.get(last) : LISTS.get(last),
    name: spoken(last),
    app: /mobileApps\('([^']+)'\)/.exec(path)?.[1] ?? '',
    isOne,
  };
};

const LONGEST = 2_000;

const LISTS = new Map<string, GraphKind>([
  ['vppTokens', 'tokens'],
  ['mobileApps', 'apps'],
]);

/** Other things in Graph have assignments and statuses, too. */
const OF_AN_APP = new Map<string, GraphKind>([
  ['assignments', 'assignments'],
  ['assignedLicenses', 'licences'],
  ['deviceStatuses', 'statuses'],
  ['userStatuses', 'statuses'],
]);

/** Brackets may be in brackets: `mobileApps(id,assignments())`. */
const withoutBrackets = (path: string): string => {
  const rest = path.replace(/\([^()]*\)/g, '');
  return rest === path ? path : withoutBrackets(rest);
};

/** A name as it may be shown: letters alone, and not many. */
const spoken = (name: string): string => (/^[A-Za-z][\w.]{0,59}$/.test(name) ? name : '');

/** What a record names as its type, without Graph's own name in front; '' where it names none. */
export const spokenType = (given: Given): string =>
  spoken(typeNamed(given).replace(/^#?microsoft\.graph\./, ''));

/** What a record is: by its type, or where it names none, by what only such a record has. */
export const kindOfRecord = (given: Given): GraphKind | undefined => {
  const type = typeNamed(given);
  if (type === '') return SHAPES.find(([, looksSo]) => looksSo(given))?.[0];
  return TYPES.find(([, form]) => form.test(type))?.[0];
};

const TYPES: readonly (readonly [GraphKind, RegExp])[] = [
  ['tokens', /\.vppToken$/],
  ['assignments', /\.mobileAppAssignment$/],
  ['licences', /\.(?:ios|macOs)VppAppAssigned(?:User|Device)?License$/i],
  ['statuses', /\.(?:mobileAppInstallStatus|userAppInstallStatus)$/],
  ['apps', /App$/i],
];

const SHAPES: readonly (readonly [GraphKind, (given: Given) => boolean])[] = [
  ['tokens', (given) => 'expirationDateTime' in given && 'state' in given],
  ['apps', (given) => 'appStoreUrl' in given || 'totalLicenseCount' in given],
  ['licences', (given) => 'userEmailAddress' in given && 'userPrincipalName' in given],
  ['assignments', (given) => 'intent' in given && 'target' in given],
  [
    'statuses',
    (given) =>
      'installState' in given || ('installedDeviceCount' in given && 'failedDeviceCount' in given),
  ],
];
