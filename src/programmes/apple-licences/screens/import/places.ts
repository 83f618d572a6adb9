import { isSame } from '#programmes/apple-licences/import/match/near.ts';
import { placeKey, type Place } from '#programmes/apple-licences/rules/app/place.ts';
import { grouped } from '#core/grouped.ts';
import { foreignText } from '#core/text/foreign-text.ts';
import type { AskedSheet, KnownAt } from '#programmes/apple-licences/import/plan/planned.ts';
import type { LicenceDryRun } from '#programmes/apple-licences/work/import/trial.ts';
import { firstNamed } from '#ui/first-named.ts';
import type { Texts } from '#ui/text.ts';
import { optionsOf, valueOf } from '#workspace/screens/import/dry-run/questions/destinations.ts';
import { toldApart } from '#workspace/screens/import/dry-run/questions/told-apart.ts';
import type { PlaceQuestion } from '#workspace/screens/import/importing.ts';

/**
 * Which location rows belong to that do not say it themselves; undefined where nothing is
 * to choose.
 */
export const placeQuestion = (
  { plan, known, waiting }: LicenceDryRun,
  text: Texts,
  asked: readonly string[],
): PlaceQuestion | undefined => {
  const { importLicences: lists } = text;
  const about = plan.asksPlace.filter(({ sheet }) => asked.includes(sheet));
  if (about.length === 0) return undefined;
  const said = whatTheySay(about, text);
  const there = usersAt(about);
  const tokens = known.tokens
    .filter(({ trashedOn }) => trashedOn === '')
    .toSorted((a, b) => there(b.data) - there(a.data));
  const options = optionsOf(
    tokens.map(({ id, data }) => ({
      id,
      label: data.location || data.name,
      more: [
        data.organization,
        data.appleId,
        data.name,
        data.lastDay === '' ? '' : lists.places.lastDay(text.format.dayLong(data.lastDay, '')),
      ],
    })),
  );
  const groups = [
    {
      label: lists.groupPlaces,
      options: options.map(({ value, label }, at) => {
        const users = there(tokens[at]?.data ?? NOWHERE);
        return { value, label: users === 0 ? label : lists.places.usersThere(label, users) };
      }),
    },
    {
      label: lists.groupOthers,
      options: [
        { value: 'as-suggested', label: lists.asListSays },
        { value: 'new-batch', label: lists.noPlace },
      ],
    },
  ];
  const sheets = about.map(({ sheet }) => waiting.sheets.find(({ name }) => name === sheet));
  const isOfUsers = sheets.every((sheet) => sheet?.kind === 'users');
  return {
    title: isOfUsers ? lists.asksPlaceOfUsers : lists.asksPlace,
    why: `${said} ${isOfUsers ? lists.places.oneEach : lists.places.apart}`,
    sheets: about.map(({ sheet }) => sheet),
    groups,
    isOfFiles: true,
  };
};

const NOWHERE: Place = { location: '', locationId: '' };

/** At which locations users are already whom the sheets name, and how many. */
const knownPlaces = (about: readonly AskedSheet[]): readonly KnownAt[] =>
  [
    ...grouped(
      about.flatMap(({ knownAt }) => knownAt),
      ({ place }) => placeKey(place),
    ).values(),
  ].flatMap(([first, ...more]) =>
    first === undefined
      ? []
      : [{ ...first, rows: more.reduce((sum, { rows }) => sum + rows, first.rows) }],
  );

/** How many of them are at a location. */
const usersAt = (about: readonly AskedSheet[]): ((place: Place) => number) => {
  const all = knownPlaces(about);
  return (place) => all.find((at) => isSame(at.place, place))?.rows ?? 0;
};

/** The most names in a sentence; the rest is counted. */
const NAMED = 3;

/** What the rows say of where they are, of all sheets that are asked about. */
const whatTheySay = (
  about: readonly AskedSheet[],
  { importLicences: { places }, import: { beside }, format }: Texts,
): string => {
  const sum = (count: (sheet: AskedSheet) => number): number =>
    about.reduce((all, sheet) => all + count(sheet), 0);
  const list = (names: readonly string[]): string =>
    format.list(
      firstNamed(
        [...new Set(names)].map((name) => foreignText(name)),
        NAMED,
        beside.morePlaces,
      ),
    );
  const rows = sum((sheet) => sheet.rows);
  const silent = sum((sheet) => sheet.silent);
  const unknown = about.flatMap((sheet) => sheet.unknown);
  const ofTokens = (isMeant: (matches: number) => boolean) => {
    const tokens = about.flatMap((sheet) => sheet.tokens.filter(({ matches }) => isMeant(matches)));
    const count = tokens.reduce((all, token) => all + token.rows, 0);
    return { count, names: list(tokens.map(({ name }) => name)) };
  };
  const there = knownPlaces(about).map(({ place, rows: users }) =>
    places.usersAt(users, foreignText(place.location || place.locationId)),
  );
  const [absent, one, several] = [
    ofTokens((matches) => matches === 0),
    ofTokens((matches) => matches === 1),
    ofTokens((matches) => matches > 1),
  ];
  return [
    silent === 0 ? '' : places.silent(silent, rows),
    one.count === 0 ? '' : places.nameToken(one.count, rows, one.names),
    several.count === 0 ? '' : places.nameSeveral(several.count, rows, several.names),
    absent.count === 0 ? '' : places.nameAbsent(absent.count, rows, absent.names),
    unknown.length === 0 ? '' : places.unknown(list(unknown), new Set(unknown).size),
    there.length === 0 ? '' : places.usersHere(list(there)),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
};

/**
 * Which app a list of installations or of licences is about, where it does not say so; undefined where
 * nothing is to choose.
 */
export const appQuestion = (
  { plan, known, waiting }: LicenceDryRun,
  { importLicences: lists }: Texts,
  asked: readonly string[],
): PlaceQuestion | undefined => {
  const matches = plan.asksApp.filter(({ sheet }) => asked.includes(sheet));
  if (matches.length === 0) return undefined;
  const ofHoldings = waiting.sheets.some(
    ({ kind, name }) => kind === 'assignments' && asked.includes(name),
  );
  const data = new Map(known.apps.map((app) => [app.id, app.data]));
  const labels = toldApart(
    matches.map(({ id, name, location }) => {
      const { adamId = '', pricingParam = '', locationId = '', said } = data.get(id) ?? {};
      return {
        label: [name, location].filter((part) => part !== '').join(', '),
        more: [adamId, pricingParam, locationId, lists.owned(said?.total ?? 0)],
      };
    }),
  );
  const apps = matches.map(({ id, rows }, at) => {
    const label = labels[at] ?? '';
    return { value: valueOf({ id }), label: rows === 0 ? label : lists.appRows(label, rows) };
  });
  return {
    title: lists.asksApp,
    sheets: [...new Set(matches.map(({ sheet }) => sheet))],
    why: ofHoldings ? lists.asksAppOfHoldings : lists.asksAppWhy,
    groups: [
      { label: lists.asksApp, options: [{ value: 'as-suggested', label: lists.chooseApp }] },
      { label: ofHoldings ? lists.groupAllApps : lists.groupApps, options: apps },
    ],
    first: { button: lists.chooseApp, note: lists.chooseAppFirst },
  };
};
