import type { RowWhy } from '#core/import/planned-row.ts';
import { currentSteps } from '#core/record/step.ts';
import type { ListRowNote } from '#programmes/apple-licences/rules/row-reason.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import type { ListDesk } from '../match/desk.ts';
import { holderId, type HoldingRow, type OneMeant } from '../match/listed-holdings.ts';
import { appMeant, otherThere, whyUnclear } from './app-rows.ts';
import { endsAs, licenceMeant } from './assignment-rows.ts';
import { freshPerson, hereAsWell } from './person-rows.ts';
import type { PlannedListRow } from './planned.ts';

/**
 * One row of a list of who has which licence. It gives licences to those whom it names, and takes
 * none from anybody: such a list may be of one class or of one day.
 */
export const planHoldingRow = (desk: ListDesk, row: HoldingRow): PlannedListRow => {
  const { line } = row;
  const { to: said } = line;
  const place = desk.places.of(row);
  const bare = {
    sheet: row.sheet,
    row: row.row,
    is: 'assignment' as const,
    location: place.location,
    app: line.app.name || line.app.adamId,
    parent: '',
    changes: [],
    notes: row.notes.map((code) => ({ code })),
  };
  const target =
    said.kind === 'device' ? said.serialNumber : (said.addresses[0] ?? said.clientUserId);
  const called = { ...bare, name: said.name || target };
  const meant = desk.meant.holding(row);
  if ('code' in meant) {
    const why = whyUnclear(meant, place, { who: called.name, app: bare.app });
    return { ...called, outcome: 'unreadable', why };
  }
  const app = appMeant(desk, meant.app.data, meant.app, row.row);
  const holder = app === undefined ? undefined : holderOf(desk, row, meant.to);
  const found =
    app === undefined || holder === undefined
      ? undefined
      : licenceMeant(desk, app.id, { to: said.kind, target: holder.target, user: holder.user });
  if (app === undefined || holder === undefined || found === undefined)
    return { ...called, outcome: 'unreadable', why: { code: 'record-not-understood' } };
  const { id, known } = found;
  const shown = {
    ...called,
    parent: app.id,
    app: app.name,
    location: app.place.location,
    name: holder.name || target,
  };
  if (desk.named.has(id)) return { ...shown, outcome: 'duplicate', why: { code: 'named-before' } };
  desk.named.add(id);
  const isFirst = !desk.apps.has(app.id);
  const becomes = isFirst && app.isOther === true;
  if (known !== undefined && isFreeSince(known, line.asOf) && !becomes) {
    const on = lastDayOf(known);
    return {
      ...shown,
      outcome: 'same',
      state: 'existing',
      why: { code: 'free-since', params: { asOf: on } },
    };
  }
  desk.apps.set(app.id, app);
  holder.lay();
  const notes = [
    ...shown.notes,
    ...(isFirst ? otherThere(app, meant.app) : []),
    ...found.notes,
    ...holder.notes,
  ];
  const { name, user } = holder;
  const data = { to: said.kind, target: holder.target, name, user };
  const plan = { id, app: app.id, row: row.row, data };
  return endsAs(desk, { ...shown, notes }, { plan, known, becomes });
};

type Holder = {
  /** The number at Apple or of the device; '' where Apple's is not known. */
  readonly target: string;
  readonly name: string;
  /** Id of the user's record, or ''. */
  readonly user: string;
  readonly notes: readonly RowWhy<ListRowNote>[];
  /** Brings whoever is not here yet. */
  readonly lay: () => void;
};

const NOTHING = (): void => undefined;

/** Whoever has the licence; undefined where a newer app wrote their record. */
const holderOf = (
  desk: ListDesk,
  { sheet, row, line: { to: said } }: HoldingRow,
  to: OneMeant | { readonly is: 'device'; readonly serialNumber: string },
): Holder | undefined => {
  if (to.is === 'device')
    return { target: to.serialNumber, name: said.name, user: '', notes: [], lay: NOTHING };
  const id = holderId(to, desk.known.idOf);
  if (desk.known.strange.has(id)) return undefined;
  const before = to.is === 'known' ? to.user : desk.userAt(id);
  const planned = desk.users.get(id);
  const email = to.is === 'new' ? to.email : '';
  const name = planned?.data.name || before?.data.name || said.name || before?.data.email || email;
  const holder = { target: to.clientUserId, name, user: id };
  const isHere = before !== undefined && before.trashedOn === '';
  if (planned !== undefined || isHere) return { ...holder, notes: [], lay: NOTHING };
  const lay = (): void => {
    const place =
      to.is === 'new'
        ? to.place
        : { location: to.user.data.location, locationId: to.user.data.locationId };
    const data =
      before === undefined && to.is === 'new'
        ? freshPerson(to, { name: said.name, group: '' })
        : {};
    desk.users.set(id, { id, before, row, place, name, data, firstRow: { sheet, row } });
  };
  const isNew = before === undefined && to.is === 'new' && said.kind === 'user';
  const asWell = isNew ? hereAsWell(desk, said) : [];
  return { ...holder, notes: [{ code: 'user-comes-too' }, ...asWell], lay };
};

/**
 * Whether a licence has come back since the list was made; one that does not say when it was made
 * may be an old one.
 */
const isFreeSince = (licence: AssignedLicence, asOf: string): boolean => {
  if (licence.trashedOn !== '' || licenceState(licence.steps) !== 'free') return false;
  return asOf === '' || asOf.slice(0, 10) <= lastDayOf(licence);
};

const lastDayOf = ({ steps }: AssignedLicence): string =>
  currentSteps(steps).reduce((last, { on }) => (on > last ? on : last), '');
