import { destinationFor, type Choice } from '#core/import/choice.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { ListRowReason } from '#programmes/apple-licences/rules/row-reason.ts';
import { holderIndex, type HolderIndex } from '../match/holder-index.ts';
import type { ListDesk } from '../match/desk.ts';
import {
  areSameDevices,
  deviceNamed,
  devicesAfter,
  devicesTexts,
  type ListedDevice,
} from './install-devices.ts';
import { layApp } from './install-counts.ts';
import type {
  AppMatch,
  InstallPlan,
  KnownLicences,
  ListChange,
  PlannedListRow,
} from './planned.ts';
import type { ListRow, ListValue } from '../read/values.ts';

type InstallRow = Extract<ListValue, { is: 'install' }>;

/** Whose licence a row speaks of, or why none can be told. */
type Verdict =
  | { readonly licence: AssignedLicence; readonly app: VolumeApp }
  | { readonly code: ListRowReason; readonly who: string };

/**
 * What the rows of a list of installations lead to, judged all together before any of them is
 * planned.
 */
export type InstallDesk = {
  readonly of: (row: InstallRow) => Verdict;
  /** Of several rows on one licence, the one that counts. */
  readonly deciding: ReadonlyMap<string, InstallRow>;
  /** The devices that the rows on one licence name, in the order of the rows. */
  readonly devices: ReadonlyMap<string, readonly ListedDevice[]>;
  /** By sheet: the apps that it may be about, where it does not say so; the likeliest first. */
  readonly asksApp: readonly AppMatch[];
};

/** Judges the rows of a list of installations, in steps that say how many it went over. */
export function* judgeInstalls(
  rows: readonly ListRow[],
  known: KnownLicences,
  choice: Choice,
): Generator<number, InstallDesk, void> {
  const installs = rows.filter(
    (row): row is InstallRow => row.outcome === 'value' && row.is === 'install',
  );
  const index = yield* holderIndex(installs.length === 0 ? [] : known.licences, known);
  const matches = new Map<string, Map<string, number>>();
  for (const { line, sheet } of installs.filter(isUnnamed)) {
    const onSheet = matches.get(sheet) ?? new Map<string, number>();
    matches.set(sheet, onSheet);
    for (const app of index.appsOf(line)) onSheet.set(app, (onSheet.get(app) ?? 0) + 1);
    yield 1;
  }
  const asksApp = [...matches].flatMap(([sheet, onSheet]) => likeliest(sheet, onSheet, index));
  const verdicts = new Map<InstallRow, Verdict>();
  const deciding = new Map<string, InstallRow>();
  const devices = new Map<string, ListedDevice[]>();
  for (const row of installs) {
    const verdict = verdictOf(row, { index, choice, asks: asksOf(asksApp, row) });
    verdicts.set(row, verdict);
    if ('licence' in verdict) {
      const { id, data } = verdict.licence;
      const before = deciding.get(id);
      if (before === undefined || decides(row, before, verdict.licence)) deciding.set(id, row);
      const named = deviceNamed(row.line, data);
      if (named !== undefined) layDevice(devices, id, named);
    }
    yield 1;
  }
  return { of: (row) => verdicts.get(row) as Verdict, deciding, devices, asksApp };
}

const layDevice = (devices: Map<string, ListedDevice[]>, id: string, named: ListedDevice): void => {
  const before = devices.get(id);
  if (before === undefined) devices.set(id, [named]);
  else before.push(named);
};

const isUnnamed = ({ line: { app } }: InstallRow): boolean => app.adamId === '' && app.name === '';

const asksOf = (asksApp: readonly AppMatch[], row: InstallRow): boolean =>
  asksApp.some(({ sheet }) => sheet === row.sheet);

const likeliest = (
  sheet: string,
  matches: ReadonlyMap<string, number>,
  { apps }: HolderIndex,
): AppMatch[] =>
  [...matches]
    .flatMap(([id, rows]) => {
      const app = apps.get(id);
      return app === undefined
        ? []
        : [
            {
              sheet,
              id,
              name: app.data.name || app.data.adamId,
              location: app.data.location,
              rows,
            },
          ];
    })
    .sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1));

type Judging = { readonly index: HolderIndex; readonly choice: Choice; readonly asks: boolean };

const verdictOf = (row: InstallRow, { index, choice, asks }: Judging): Verdict => {
  const { line } = row;
  const who = line.deviceName || line.serialNumber || line.user;
  const to = destinationFor(choice, row.sheet);
  const chosen = typeof to === 'string' ? '' : to.id;
  if (isUnnamed(row) && asks && !index.apps.has(chosen)) return { code: 'which-app', who };
  const apps = isUnnamed(row) ? [chosen] : index.named(line.app);
  if (apps.length === 0) return { code: 'app-not-here', who: line.app.name || line.app.adamId };
  const [licence, ...others] = index.find(line, apps);
  if (licence === undefined) return { code: 'no-such-licence', who };
  if (others.length > 0) return { code: 'several-licences', who };
  return { licence, app: index.apps.get(licence.parent) as VolumeApp };
};

/**
 * Whether a later row counts rather than an earlier one. A user has one licence for several
 * devices: the state that needs attention counts. For a device listed twice the latest state
 * counts.
 */
const decides = (
  { line }: InstallRow,
  { line: before }: InstallRow,
  { data }: AssignedLicence,
): boolean => {
  const isNewer = line.asOf > before.asOf;
  if (data.to === 'device' && line.asOf !== before.asOf) return isNewer;
  const [rank, other] = [rankOf(line.state), rankOf(before.state)];
  return rank === other ? isNewer : rank < other;
};

const RANKS = ['failed', 'pending', 'installed', 'not-installed', 'unknown'] as const;

const rankOf = (state: (typeof RANKS)[number]): number => RANKS.indexOf(state);

/**
 * One row of a list of installations: the state of the app for the licence's holder, and nothing
 * else.
 */
export const planInstallRow = (
  desk: ListDesk,
  row: InstallRow,
  judged: InstallDesk,
): PlannedListRow => {
  const { sheet, row: number, notes } = row;
  const bare = {
    sheet,
    row: number,
    is: 'install' as const,
    changes: [],
    notes: notes.map((code) => ({ code })),
  };
  const verdict = judged.of(row);
  if ('code' in verdict) {
    const { code, who } = verdict;
    return {
      ...bare,
      outcome: 'unreadable',
      parent: '',
      name: who,
      location: '',
      why: { code, params: { who } },
    };
  }
  const { licence, app } = verdict;
  const { data } = licence;
  const shown = {
    ...bare,
    state: 'existing' as const,
    parent: licence.id,
    name: nameOf(licence, row),
    app: app.data.name || app.data.adamId,
    location: app.data.location,
  };
  const deciding = judged.deciding.get(licence.id);
  if (deciding !== undefined && deciding !== row)
    return {
      ...shown,
      outcome: 'duplicate',
      why: { code: 'decided-by-row', params: { row: deciding.row, sheet: deciding.sheet } },
    };
  const { state } = row.line;
  if (state === 'unknown') return { ...shown, outcome: 'same', why: { code: 'install-not-known' } };
  const known = data.install?.asOf ?? '';
  if (isEarlier(row.line.asOf, known))
    return {
      ...shown,
      outcome: 'same',
      why: { code: 'older-than-known', params: { asOf: known } },
    };
  const { install, changes } = whatChanges(data.install, {
    ...row.line,
    state,
    devices: judged.devices.get(licence.id),
  });
  if (changes.length === 0) return { ...shown, outcome: 'same' };
  desk.installs.set(licence.id, { id: licence.id, install });
  layApp(desk, app, row.row);
  return { ...shown, outcome: 'changed', changes };
};

const nameOf = ({ data }: AssignedLicence, { line }: InstallRow): string =>
  data.name || (data.to === 'device' ? line.deviceName : '') || data.target;

/** Of a day only the day is compared: what else came on it may be newer. */
const isEarlier = (asOf: string, known: string): boolean => {
  if (asOf === '' || known === '') return false;
  const length = Math.min(asOf.length, known.length);
  return asOf.slice(0, length) < known.slice(0, length);
};

type Install = InstallPlan['install'];
type Named = readonly ListedDevice[] | undefined;

/**
 * The differences from the former state; a list that only repeats it, without a moment, changes
 * nothing.
 */
const whatChanges = (
  before: AssignedLicence['data']['install'],
  {
    code,
    asOf,
    state,
    devices: named,
  }: Pick<Install, 'code' | 'asOf' | 'state'> & { readonly devices: Named },
): { readonly install: Install; readonly changes: readonly ListChange[] } => {
  const known = before?.asOf ?? '';
  const changes: ListChange[] = [];
  if (before?.state !== state)
    changes.push({ field: 'install', from: before?.state ?? '', to: state });
  if ((before?.code ?? '') !== code)
    changes.push({ field: 'cause', from: before?.code ?? '', to: code });
  // Without a moment of its own it is as of its writing.
  const next = asOf === '' ? (changes.length > 0 ? '' : known) : asOf > known ? asOf : known;
  if (next > known) changes.push({ field: 'asOf', from: known, to: next });
  // If its state is unchanged, its devices alone are no news.
  const after = devicesAfter(before, named);
  if (changes.length === 0 && !areSameDevices(before?.devices, after.devices)) {
    const [from, to] = devicesTexts(before?.devices, after.devices);
    changes.push({ field: 'devices', from, to });
  }
  return { install: { state, code, source: 'intune', asOf: next, ...after }, changes };
};
