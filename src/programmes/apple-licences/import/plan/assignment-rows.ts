import type { RowWhy } from '#core/import/planned-row.ts';
import type { ListRowNote } from '#programmes/apple-licences/rules/row-reason.ts';
import { nextIdOf } from '#core/record/next-id.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { appMeant, otherThere } from './app-rows.ts';
import type { ListDesk } from '../match/desk.ts';
import { licenceKey } from '../match/keys.ts';
import { userOf } from './user-rows.ts';
import type { LicencePlan, ListChange, PlannedListRow } from './planned.ts';
import type { ListValue } from '../read/values.ts';

/** One row of a list of assignments: who has a licence for which app. */
export const planAssignmentRow = (
  desk: ListDesk,
  line: Extract<ListValue, { is: 'assignment' }>,
): PlannedListRow => {
  const { sheet, row, assignment } = line;
  const place = desk.places.of(line);
  const app = appMeant(desk, place, { ...assignment, name: '' }, row);
  const { to } = assignment;
  const target = to.kind === 'user' ? to.clientUserId : to.serialNumber;
  const user = to.kind === 'user' ? userOf(desk, place, target) : undefined;
  const name = user?.name ?? '';
  const bare = {
    sheet,
    row,
    is: 'assignment' as const,
    location: place.location,
    parent: app?.id ?? '',
  };
  const shown = { ...bare, name: name || target, changes: [], notes: [] };
  const found =
    app === undefined
      ? undefined
      : licenceMeant(desk, app.id, { to: to.kind, target, user: user?.id ?? '' });
  if (app === undefined || found === undefined)
    return { ...shown, outcome: 'unreadable', why: { code: 'record-not-understood' } };
  const { id, known } = found;
  if (desk.named.has(id)) return { ...shown, outcome: 'duplicate', why: { code: 'named-before' } };
  desk.named.add(id);
  const isFirst = !desk.apps.has(app.id);
  desk.apps.set(app.id, app);
  const shownRow = {
    ...shown,
    notes: [...(isFirst ? otherThere(app, assignment) : []), ...found.notes],
  };
  const plan = { id, app: app.id, row, data: { to: to.kind, target, name, user: user?.id ?? '' } };
  return endsAs(desk, shownRow, { plan, known, becomes: isFirst && app.isOther === true });
};

/**
 * The outcome of a row whose app and licence are identified; `becomes` if it turns another app into
 * its app.
 */
export const endsAs = (
  desk: ListDesk,
  shownRow: Omit<PlannedListRow, 'outcome'>,
  {
    plan,
    known,
    becomes,
  }: {
    readonly plan: Omit<LicencePlan, 'state'>;
    readonly known: AssignedLicence | undefined;
    readonly becomes: boolean;
  },
): PlannedListRow => {
  if (known === undefined || known.trashedOn !== '') {
    const state = known === undefined ? 'new' : 'restored';
    desk.licences.set(plan.id, { ...plan, state });
    return { ...shownRow, outcome: 'new', state };
  }
  const ofApp: ListChange[] = becomes ? [{ field: 'facts', from: '', to: '' }] : [];
  if (licenceState(known.steps) !== 'free')
    return {
      ...shownRow,
      outcome: becomes ? 'changed' : 'same',
      state: 'existing',
      changes: ofApp,
    };
  desk.licences.set(plan.id, { ...plan, state: 'again' });
  return {
    ...shownRow,
    outcome: 'changed',
    state: 'existing',
    changes: [...ofApp, { field: 'licence', from: 'free', to: 'assigned' }],
  };
};

type LicenceMeant = {
  readonly id: string;
  readonly known: AssignedLicence | undefined;
  readonly notes: readonly RowWhy<ListRowNote>[];
};

/**
 * The licence that a row is about; undefined if a newer app wrote it. If its id is taken by a
 * licence for another app or holder, that one stays, the new one is added next to it, and this is
 * reported.
 */
export const licenceMeant = (
  desk: ListDesk,
  app: string,
  {
    to,
    target,
    user,
  }: { readonly to: 'user' | 'device'; readonly target: string; readonly user: string },
): LicenceMeant | undefined => {
  const named = target === '' ? undefined : desk.knownLicence(app, to, target);
  const known = named ?? ofRecord(desk, app, { target, user });
  if (known !== undefined) return { id: known.id, known, notes: [] };
  const first = desk.known.idOf(licenceKey(app, to, target || user));
  const there = desk.licenceAt(first);
  if (there !== undefined && isUnnamedOf(there, { app, to, target }))
    return { id: first, known: there, notes: [] };
  const id = nextIdOf(first, (own) => desk.licenceAt(own) !== undefined);
  if (desk.known.strange.has(id)) return undefined;
  const notes =
    there === undefined
      ? []
      : [{ code: 'other-licence-there' as const, params: { name: nameOf(there) } }];
  return { id, known: undefined, notes };
};

/**
 * The licence of a user's record: it or the row may be without the number by which Apple knows the
 * user.
 */
const ofRecord = (
  desk: ListDesk,
  app: string,
  { target, user }: { readonly target: string; readonly user: string },
): AssignedLicence | undefined => {
  const known = user === '' ? undefined : desk.licenceOfUser(app, user);
  return known !== undefined && (target === '' || known.data.target === '') ? known : undefined;
};

/**
 * Given by hand to a user whom Apple did not know yet, a licence names the record alone, under
 * whose id Apple knows the user since.
 */
const isUnnamedOf = (
  { parent, data }: AssignedLicence,
  {
    app,
    to,
    target,
  }: { readonly app: string; readonly to: 'user' | 'device'; readonly target: string },
): boolean => parent === app && data.to === to && data.target === '' && data.user === target;

const nameOf = ({ data }: AssignedLicence): string => data.name || data.target;
