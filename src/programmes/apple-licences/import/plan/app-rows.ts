import type { RowWhy } from '#core/import/planned-row.ts';
import type { ListRowNote, ListRowReason } from '#programmes/apple-licences/rules/row-reason.ts';
import { sourceCountsNow } from '#programmes/apple-licences/rules/app/app-counts.ts';
import {
  licenceCounts,
  type LicenceCounts,
  type SourceCounts,
} from '#programmes/apple-licences/rules/licence/licence-counts.ts';
import type { VolumeApp, VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { ListDesk, OnDesk } from '../match/desk.ts';
import { appKey } from '../match/keys.ts';
import type { AppUnclear } from '../match/listed-apps.ts';
import { isByName } from '../match/named-so-far.ts';
import type { Place } from '#programmes/apple-licences/rules/app/place.ts';
import type { ListChange, PlannedListRow } from './planned.ts';
import type { ListValue } from '../read/values.ts';
import { dayOfSource, sourceAge, type SourceAge } from './source-order.ts';

type AppRow = Extract<ListValue, { is: 'app' }>;

/**
 * The app that a row speaks of, not laid on the desk by it; undefined where a newer app wrote it.
 */
export const appMeant = (
  desk: ListDesk,
  place: Place,
  {
    adamId,
    pricingParam,
    name,
  }: { readonly adamId: string; readonly pricingParam: string; readonly name: string },
  row: number,
): OnDesk<VolumeAppData> | undefined => {
  const known = desk.knownApp(place, adamId, pricingParam, name);
  const id = known?.id ?? desk.known.idOf(appKey(place, { adamId, pricingParam }));
  if (desk.known.strange.has(id)) return undefined;
  const there = desk.apps.get(id);
  if (there !== undefined) return there;
  const other = known === undefined ? desk.appAt(id) : undefined;
  const key = { ...place, adamId, pricingParam };
  const isNamedHere = other?.data.adamId === adamId && name === '';
  const named = { ...key, name: isNamedHere ? other.data.name : name };
  return {
    id,
    before: known ?? other,
    isOther: other !== undefined,
    row,
    place,
    name: known?.data.name || named.name || adamId,
    data:
      known !== undefined
        ? {}
        : other === undefined
          ? { v: 1, ...named, productType: '' }
          : becoming(other, named),
  };
};

/** The facts about an app besides its key and its name. */
const OF_ITS_OWN = ['isDeviceAssignable', 'isRevocable', 'said', 'installs', 'lowAt'] as const;

/**
 * What changes in an app that becomes another one. With a new number, it keeps nothing that was
 * said about the old one.
 */
const becoming = ({ data }: VolumeApp, named: Partial<VolumeAppData>): Partial<VolumeAppData> => {
  if (data.adamId === named.adamId) return named;
  const held = OF_ITS_OWN.filter((field) => data[field] !== undefined);
  return {
    ...named,
    productType: '',
    ...Object.fromEntries(held.map((field) => [field, undefined])),
  };
};

/**
 * Someone's app is where this one belongs, with another number: that it becomes this one is
 * told.
 */
export const otherThere = (
  { before, isOther }: OnDesk<VolumeAppData>,
  { adamId }: { readonly adamId: string },
): RowWhy<ListRowNote>[] =>
  isOther === true && before !== undefined && before.data.adamId !== adamId
    ? [{ code: 'other-app-there', params: { name: before.data.name, number: before.data.adamId } }]
    : [];

/**
 * One row of a list of apps: its counts against what is known, and what else it says of the app.
 */
export const planAppRow = (desk: ListDesk, given: AppRow): PlannedListRow => {
  if (!isByName(given)) return planNumbered(desk, given, desk.places.of(given));
  const meant = desk.meant.app(given);
  const { sheet, row, line } = given;
  if ('code' in meant) {
    const { location, name } = line;
    const at = { sheet, row, is: 'app', parent: '', location, name } as const;
    const why = whyUnclear(meant, desk.places.of(given), { app: name });
    return { ...at, outcome: 'unreadable', why, changes: [], notes: [] };
  }
  const { data, adamId, pricingParam } = meant;
  return planNumbered(desk, { ...given, line: { ...line, adamId, pricingParam } }, data);
};

/** Why it cannot be told which app a row at a place means; `said` is what the row says. */
export const whyUnclear = (
  { code, locations = [] }: AppUnclear,
  place: Place,
  said: Readonly<Record<string, string>>,
): RowWhy<ListRowReason> =>
  locations.length === 0
    ? { code, params: said }
    : {
        code,
        params: {
          ...said,
          locations: locations.join(', '),
          place: place.location || place.locationId,
        },
      };

const planNumbered = (
  desk: ListDesk,
  { sheet, row, line, facts, notes }: AppRow,
  place: Place,
): PlannedListRow => {
  const app = appMeant(desk, place, line, row);
  if (app !== undefined) desk.apps.set(app.id, app);
  const counts = licenceCounts(line.said);
  const shown = {
    sheet,
    row,
    is: 'app' as const,
    location: place.location,
    name: app?.name ?? (line.name || line.adamId),
    owned: counts.owned,
    free: counts.free,
    isUnlimited: counts.unlimited,
    parent: app?.id ?? '',
  };
  const flags: RowWhy<ListRowNote>[] = [...notes.map((code) => ({ code })), ...flagsOf(counts)];
  if (app === undefined)
    return {
      ...shown,
      outcome: 'unreadable',
      why: { code: 'record-not-understood' },
      changes: [],
      notes: [],
    };
  if (app.firstRow !== undefined) {
    const { counted, ...params } = app.firstRow;
    const isOtherwise = saysCounts(line) && countsKey(line) !== counted;
    const ended = isOtherwise
      ? ({ outcome: 'unreadable', why: { code: 'counted-otherwise', params } } as const)
      : ({ outcome: 'duplicate', why: { code: 'duplicate-of-row', params } } as const);
    return { ...shown, ...ended, changes: [], notes: flags };
  }
  const warnings = [...flags, ...otherThere(app, line)];
  app.firstRow = { sheet, row, counted: countsKey(line) };
  if (line.name !== '' && app.name === line.adamId) app.name = line.name;
  const { before } = app;
  // What another one was counted to says nothing of this one.
  const counted = app.isOther === true ? undefined : before;
  const { changes, age: when } =
    counted === undefined ? NOTHING_KNOWN : differencesOf(counted, line, desk);
  const renews = when === 'later' && saysCounts(line);
  Object.assign(
    app.data,
    newFacts(counted, { line, facts, place }),
    when !== 'older' && (counted === undefined || renews || changes.length > 0)
      ? { said: countsOfLine(line, counted) }
      : {},
  );
  const completes = before !== undefined && Object.keys(app.data).some((field) => field !== 'said');
  const all: readonly ListChange[] = completes
    ? [...changes, { field: 'facts', from: '', to: '' }]
    : changes;
  const named = { ...shown, name: app.name, changes: all, notes: warnings };
  if (before === undefined) return { ...named, outcome: 'new', state: 'new' };
  if (before.trashedOn !== '') return { ...named, outcome: 'new', state: 'restored' };
  return { ...named, state: 'existing', ...endsAs(before, all, { when, renews }, desk) };
};

/** What tells the counts of one row from those of another. */
const countsKey = ({ said }: AppRow['line']): string => JSON.stringify(Object.entries(said).sort());

/** The outcome of a row whose app exists, and why. */
const endsAs = (
  { data: { said } }: VolumeApp,
  changes: readonly ListChange[],
  { when, renews }: { readonly when: SourceAge; readonly renews: boolean },
  { known }: ListDesk,
): Pick<PlannedListRow, 'outcome' | 'why'> => {
  const outcome = changes.length > 0 ? 'changed' : 'same';
  if (when === 'older' && said !== undefined)
    return {
      outcome,
      why: { code: 'older-than-known', params: { asOf: dayOfSource(said, known.dayOf) } },
    };
  return { outcome, ...(renews && outcome === 'same' ? { why: { code: CONFIRMED } } : {}) };
};

/**
 * Why a row without changes is written nevertheless: a later source confirmed the current counts.
 */
export const CONFIRMED = 'counts-confirmed';

const flagsOf = ({ flags }: LicenceCounts): RowWhy<ListRowNote>[] =>
  flags.map(({ code, params }) => ({ code, ...(params === undefined ? {} : { params }) }));

/** What a line says about its licences; its moment is set when it is written. */
const countsOfLine = (
  { said, source, asOf = '' }: AppRow['line'],
  before: VolumeApp | undefined,
): NonNullable<VolumeAppData['said']> => ({
  ...(before?.data.said?.retired === undefined ? {} : { retired: before.data.said.retired }),
  ...(Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  ) as SourceCounts),
  source,
  asOf,
  at: 0,
});

/**
 * A list that says nothing of the licences leaves what is known; one that says nothing of the
 * retired leaves those.
 */
const saysCounts = ({ said }: AppRow['line']): boolean =>
  Object.values(said).some((value) => value !== undefined);

const SHOWN = ['owned', 'assigned', 'free', 'retired', 'unlimited'] as const;

type Differences = { readonly changes: readonly ListChange[]; readonly age: SourceAge };

const NOTHING_KNOWN: Differences = { changes: [], age: 'later' };

/**
 * How the counts will differ from what is shown now; a list that is older than what is known
 * changes nothing.
 */
const differencesOf = (
  before: VolumeApp,
  line: AppRow['line'],
  { file, known }: ListDesk,
): Differences => {
  const { said } = before.data;
  const { source, asOf = '' } = line;
  const age = sourceAge({ source, asOf }, said, { ...known, isSync: file.isSync === true });
  if (age === 'older' || !saysCounts(line)) return { changes: [], age };
  const [now, next] = [
    licenceCounts(sourceCountsNow(before)),
    licenceCounts(countsOnceWritten(before, line)),
  ];
  const tells = (field: (typeof SHOWN)[number]): boolean =>
    next[field] !== undefined || field !== 'retired';
  const changes: ListChange[] = SHOWN.filter(
    (field) => tells(field) && now[field] !== next[field],
  ).map((field) => ({
    field,
    from: textOf(now[field]),
    to: textOf(next[field]),
  }));
  const from = said?.asOf ?? '';
  if (changes.length > 0 && asOf > from) changes.push({ field: 'asOf', from, to: asOf });
  return { changes, age };
};

/**
 * The counts as they will be shown: what was done by hand since the line's moment counts on top of
 * them.
 */
const countsOnceWritten = (before: VolumeApp, line: AppRow['line']): SourceCounts =>
  sourceCountsNow({
    data: { said: { ...countsOfLine(line, before), at: Infinity } },
    steps: before.steps,
  });

const textOf = (value: number | boolean | undefined): string =>
  value === undefined ? '' : String(value);

/** What the row says about the app itself and is not known yet; a name that someone gave stays. */
const newFacts = (
  before: VolumeApp | undefined,
  { line, facts, place }: Pick<AppRow, 'line' | 'facts'> & { readonly place: Place },
): Partial<VolumeAppData> => {
  const { name, productType, adamId } = line;
  const { isDeviceAssignable, isRevocable } = facts;
  const held: Partial<VolumeAppData> = before?.data ?? {};
  const filled = { name, productType, adamId, ...place };
  const texts = Object.entries(filled).filter(([field, value]) => {
    const now = held[field as keyof typeof filled] ?? '';
    return value !== '' && (now === '' || (field === 'name' && now === held.adamId));
  });
  const flags = Object.entries({ isDeviceAssignable, isRevocable }).filter(
    ([field, value]) => value !== undefined && held[field as 'isRevocable'] !== value,
  );
  return Object.fromEntries([...texts, ...flags]);
};
