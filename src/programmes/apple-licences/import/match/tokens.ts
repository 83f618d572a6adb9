import { daysBetween, isDay } from '#core/day/day.ts';
import { dayOfInstant } from '#core/day/instant.ts';
import { grouped } from '#core/grouped.ts';
import type { RecordKey } from '#core/import/record-keys.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import type { GraphToken } from '../read/graph-lists.ts';
import type { ListRow, ListValue } from '../read/values.ts';

/** A row that names a token in Intune. */
export type TokenRow = Extract<ListValue, { is: 'token' }>;

/** The rows of a file that name tokens. */
export const tokenRowsIn = (rows: readonly ListRow[]): TokenRow[] =>
  rows.filter((row): row is TokenRow => row.outcome === 'value' && row.is === 'token');

/** What a token in Intune is known by on every device. */
export const intuneTokenKey = ({ id }: Pick<GraphToken, 'id'>): RecordKey => [
  'content-token',
  'intune',
  id,
];

/** When Intune said last what it says of a token; '' where it does not tell. */
export const saidAt = ({ lastModified = '', lastSynced = '' }: GraphToken): string =>
  lastModified > lastSynced ? lastModified : lastSynced;

/**
 * Whether Intune's end of a token is that of the file here: the two say the same moment, and a day
 * is left for what either rounds.
 */
export const isSameEnd = ({ expires }: GraphToken, token: ContentToken): boolean => {
  const { lastDay } = fileOf(token);
  if (expires === undefined || !isDay(lastDay)) return false;
  return Math.abs(daysBetween(dayOfInstant(expires), lastDay)) <= 1;
};

/** The token here that a row is about: one, none, or more than one that may be meant. */
export type TokenMeant =
  | { readonly is: 'known'; readonly token: ContentToken }
  | { readonly is: 'new' }
  | { readonly is: 'unclear' };

/** What the rows of a list of tokens are about, judged all together. */
export type TokenDesk = {
  /** The tokens here that rows are about; none for a row that another one decides. */
  readonly meant: ReadonlyMap<TokenRow, TokenMeant>;
  /** Of several rows on one token in Intune, the one that counts. */
  readonly deciding: ReadonlyMap<string, TokenRow>;
};

/**
 * Finds the tokens that rows are about. One that an earlier list brought is known by Intune's own
 * id. Any other is one of the same organisation, Apple ID and location: first the one with the very
 * same end, then with the same day, then whichever. It must be the only one that the row may be
 * about, and no other row may be about it.
 */
export const judgeTokens = (
  rows: readonly ListRow[],
  tokens: readonly ContentToken[],
  idOf: (key: RecordKey) => string,
): TokenDesk => {
  const deciding = decidingRows(tokenRowsIn(rows));
  const meant = new Map<TokenRow, TokenMeant>();
  const claimed = new Set<string>();
  const claim = (row: TokenRow, token: ContentToken): void => {
    meant.set(row, { is: 'known', token });
    claimed.add(token.id);
  };
  const live = tokens
    .filter(({ trashedOn }) => trashedOn === '')
    .map((token) => ({ token, names: namesHere(token) }));
  const byLocation = grouped(live, ({ names }) => names.location);
  const nowhere = live.filter(({ names }) => names.location === '');
  const near = (location = ''): readonly NamedToken[] =>
    location === '' ? live : [...(byLocation.get(location) ?? []), ...nowhere];
  const said = new Map([...deciding.values()].map((row) => [row, namesThere(row.token)]));
  const left = (): TokenRow[] => [...deciding.values()].filter((row) => !meant.has(row));
  const alike = (row: TokenRow): ContentToken[] => {
    const theirs = said.get(row);
    return near(theirs?.location)
      .filter(({ token, names }) => !claimed.has(token.id) && isAlike(theirs, names))
      .map(({ token }) => token);
  };
  const byId = new Map(tokens.map((token) => [token.id, token]));
  const own = ({ token }: TokenRow): ContentToken | undefined =>
    byId.get(idOf(intuneTokenKey(token)));
  for (const row of left()) {
    const known = own(row);
    if (known?.trashedOn === '') claim(row, known);
  }
  for (const fits of FITS)
    for (let pairs = pairsAmong(left(), alike, fits); pairs.length > 0;) {
      for (const [row, token] of pairs) claim(row, token);
      pairs = pairsAmong(left(), alike, fits);
    }
  for (const row of left()) {
    const known = own(row);
    if (known !== undefined) claim(row, known);
    else meant.set(row, { is: alike(row).length === 0 ? 'new' : 'unclear' });
  }
  return { meant, deciding };
};

type Fits = (said: GraphToken, token: ContentToken) => boolean;

/** The surest first. */
const FITS: readonly Fits[] = [
  ({ expires }, token) => expires === fileOf(token).expiresAt,
  isSameEnd,
  () => true,
];

/** Rows with the one token that each may be about, where it is no other row's. */
const pairsAmong = (
  rows: readonly TokenRow[],
  alike: (row: TokenRow) => readonly ContentToken[],
  fits: Fits,
): (readonly [TokenRow, ContentToken])[] => {
  const wanted = new Map<string, number>();
  const found = rows.map((row) => {
    const fitting = alike(row).filter((token) => fits(row.token, token));
    for (const { id } of fitting) wanted.set(id, (wanted.get(id) ?? 0) + 1);
    return { row, fitting };
  });
  return found.flatMap(({ row, fitting: [only, ...others] }) =>
    only !== undefined && others.length === 0 && wanted.get(only.id) === 1 ? [[row, only]] : [],
  );
};

/** A list may have been saved page by page while a token changed: what was said last counts. */
const decidingRows = (rows: readonly TokenRow[]): ReadonlyMap<string, TokenRow> => {
  const deciding = new Map<string, TokenRow>();
  for (const row of rows) {
    const before = deciding.get(row.token.id);
    if (before === undefined || saidAt(row.token) > saidAt(before.token))
      deciding.set(row.token.id, row);
  }
  return deciding;
};

type NamedToken = { readonly token: ContentToken; readonly names: TokenNames };

/** By what a token is known in two systems, without capitals. */
type TokenNames = Readonly<Record<'organization' | 'appleId' | 'location', string>>;

const plain = (text: string): string => text.normalize().trim().toLowerCase();

const namesHere = ({ data }: ContentToken): TokenNames => ({
  organization: plain(data.organization),
  appleId: plain(data.appleId),
  location: plain(data.location),
});

const namesThere = ({ organizationName, appleId, locationName }: GraphToken): TokenNames => ({
  organization: plain(organizationName),
  appleId: plain(appleId),
  location: plain(locationName),
});

/** A token that does not say both its organisation and its account may be any. */
const isAlike = (theirs: TokenNames | undefined, ours: TokenNames): boolean =>
  theirs !== undefined &&
  theirs.organization !== '' &&
  theirs.appleId !== '' &&
  agree(theirs.organization, ours.organization) &&
  agree(theirs.appleId, ours.appleId) &&
  agree(theirs.location, ours.location);

const agree = (theirs: string, ours: string): boolean =>
  theirs === '' || ours === '' || theirs === ours;
