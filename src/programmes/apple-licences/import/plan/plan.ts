import type { Choice } from '#core/import/choice.ts';
import { isActive } from '#programmes/apple-licences/rules/licence/licence-people.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { CONFIRMED, planAppRow } from './app-rows.ts';
import { planAssignmentRow } from './assignment-rows.ts';
import { closeListDesk, openListDesk, type ListDesk } from '../match/desk.ts';
import { countInstalls } from './install-counts.ts';
import { planHoldingRow } from './holding-rows.ts';
import { planPersonRow } from './person-rows.ts';
import { judgeInstalls, planInstallRow, type InstallDesk } from './install-rows.ts';
import { judgeTokens, type TokenDesk } from '../match/tokens.ts';
import { personPlaces, type PersonPlaces } from '../match/person-places.ts';
import { placesIn } from '../match/places.ts';
import { sheetMarks } from '../match/sheet-marks.ts';
import { planDeploymentRow } from './deployment-rows.ts';
import { planTokenRow } from './token-rows.ts';
import { appsOfHoldings } from './apps-of-holdings.ts';
import { peopleKnownAt } from './known-at.ts';
import { newPlaces } from './new-places.ts';
import type { IncomingLists, KnownLicences, ListPlan, PlannedListRow } from './planned.ts';
import type { ListRow, ListValue } from '../read/values.ts';
import { unknownApps } from './unknown-apps.ts';
import { decidingUsers, planUserRow } from './user-rows.ts';

/**
 * Says row by row what an import of lists would do; pure, so that the tap does exactly what was
 * shown.
 */
export const planLists = (file: IncomingLists, known: KnownLicences, choice: Choice): ListPlan => {
  const rows = planListRows(file, known, choice);
  let row = rows.next();
  while (row.done !== true) row = rows.next();
  return row.value;
};

/**
 * What a row needs of those that come elsewhere in the file: users are named before what they hold,
 * and an address belongs to who is active before it belongs to who is retired.
 */
const PASSES: readonly (readonly ReturnType<typeof passOf>[])[] = [
  ['unreadable', 'location', 'user', 'person'],
  ['retired-user'],
  ['app'],
  ['assignment', 'holding', 'install', 'token', 'deployment'],
];

/**
 * As `planLists`, in steps that say how many rows they went over: a caller can take a breath
 * between them.
 */
export function* planListRows(
  file: IncomingLists,
  known: KnownLicences,
  choice: Choice,
): Generator<number, ListPlan, void> {
  const places = placesIn(file, known, choice);
  const desk = openListDesk(file, known, places, choice);
  yield file.rows.length;
  const deciding = {
    users: decidingUsers(file.rows, places),
    installs: yield* judgeInstalls(file.rows, known, choice),
    tokens: judgeTokens(file.rows, known.tokens, known.idOf),
    people: yield* personPlaces(file.rows, known, desk),
  };
  for (const pass of PASSES)
    for (const [index, row] of file.rows.entries()) {
      if (!pass.includes(passOf(row))) continue;
      desk.rows[index] = planRow(desk, row, deciding);
      yield 1;
    }
  yield* countInstalls(desk);
  const several = known.tokens.filter(({ trashedOn }) => trashedOn === '').length > 1;
  const fresh = newPlaces(desk);
  const isFresh = (name: string): boolean =>
    fresh.some((place) => place.name.toLowerCase() === name.toLowerCase());
  const unknown = yield* unknownApps(desk);
  const unplaced = (several ? places.unplaced() : []).filter(
    ({ sheet }) => !unknown.some((apps) => apps.sheet === sheet),
  );
  const knownAt = yield* peopleKnownAt(
    desk,
    unplaced.map(({ sheet }) => sheet),
  );
  const asksPlace = unplaced.map(({ named, ...said }) => ({
    ...said,
    unknown: named.filter(isFresh),
    knownAt: knownAt.get(said.sheet) ?? [],
  }));
  return closeListDesk(desk, {
    gone: goneFrom(desk),
    newPlaces: fresh,
    confirmed: desk.rows.filter(({ why }) => why?.code === CONFIRMED).length,
    asksPlace,
    marks: yield* sheetMarks(file, known),
    asksApp: deciding.installs.asksApp.concat(yield* appsOfHoldings(file.rows, known)),
    unknownApps: unknown,
  });
}

const passOf = (row: ListRow): ListValue['is'] | 'retired-user' | 'unreadable' => {
  if (row.outcome !== 'value') return 'unreadable';
  return row.is === 'user' && !isActive(row.user) ? 'retired-user' : row.is;
};

type Deciding = {
  readonly users: ReadonlySet<ListRow>;
  readonly installs: InstallDesk;
  readonly tokens: TokenDesk;
  readonly people: PersonPlaces;
};

const planRow = (desk: ListDesk, row: ListRow, deciding: Deciding): PlannedListRow => {
  const { sheet, row: number } = row;
  const bare = { sheet, row: number, parent: '', name: '', location: '', changes: [], notes: [] };
  if (row.outcome === 'unreadable')
    return {
      ...bare,
      is: '',
      name: row.called ?? '',
      outcome: 'unreadable',
      why: { code: row.reason, params: row.params },
      stands: row.stands ?? [],
    };
  if (row.is === 'app') return planAppRow(desk, row);
  if (row.is === 'assignment') return planAssignmentRow(desk, row);
  if (row.is === 'person') return planPersonRow(desk, row, deciding.people);
  if (row.is === 'holding') return planHoldingRow(desk, row);
  if (row.is === 'user') return planUserRow(desk, row, deciding.users.has(row));
  if (row.is === 'install') return planInstallRow(desk, row, deciding.installs);
  if (row.is === 'token') return planTokenRow(desk, row, deciding.tokens);
  if (row.is === 'deployment') return planDeploymentRow(desk, row);
  const { locationName, uId } = row.config;
  return {
    ...bare,
    is: 'location',
    outcome: 'same',
    name: locationName || uId,
    why: { code: 'names-the-location' },
  };
};

/** Assigned licences of a library whose whole list is here, and no longer names them. */
const goneFrom = ({ file, known, named }: ListDesk): string[] => {
  if (file.whole.length === 0) return [];
  const apps = new Set(
    known.apps.filter(({ data }) => file.whole.includes(data.locationId)).map(({ id }) => id),
  );
  return known.licences
    .filter(
      ({ id, parent, trashedOn, steps }) =>
        apps.has(parent) && trashedOn === '' && !named.has(id) && licenceState(steps) !== 'free',
    )
    .map(({ id }) => id);
};
