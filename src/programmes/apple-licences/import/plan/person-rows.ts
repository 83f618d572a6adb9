import { isSameValue } from '#core/record/same-value.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import type { ListRowNote } from '#programmes/apple-licences/rules/row-reason.ts';
import type {
  VolumeUser,
  VolumeUserData,
} from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { ListDesk } from '../match/desk.ts';
import { holderId, type OneMeant, type PersonRow } from '../match/listed-holdings.ts';
import type { NewPerson } from '../match/listed-people.ts';
import { isPlaced } from '../match/near.ts';
import type { PersonPlace, PersonPlaces } from '../match/person-places.ts';
import type { ListedPerson } from '../read/people/person-rows.ts';
import type { ListChange, PlannedListRow } from './planned.ts';

/**
 * One row of a list of people. The list says whom there is, and nothing of Apple's terms: it adds
 * people and what is missing of those who are here, their location, too.
 */
export const planPersonRow = (
  desk: ListDesk,
  row: PersonRow,
  people: PersonPlaces,
): PlannedListRow => {
  const { line } = row;
  const called = line.name || (line.addresses[0] ?? line.clientUserId);
  const place = desk.places.of(row);
  const bare = {
    sheet: row.sheet,
    row: row.row,
    is: 'user' as const,
    location: place.location,
    parent: '',
    name: called,
    changes: [],
    notes: [],
  };
  const meant = desk.meant.person(row);
  if ('code' in meant)
    return { ...bare, outcome: 'unreadable', why: { code: meant.code, params: { who: called } } };
  const id = holderId(meant, desk.known.idOf);
  if (desk.known.strange.has(id))
    return { ...bare, outcome: 'unreadable', why: { code: 'record-not-understood' } };
  const before = meant.is === 'known' ? meant.user : desk.userAt(id);
  const at = before?.data ?? place;
  const shown = { ...bare, parent: id, name: nameOf(before) || called, location: at.location };
  const first = desk.users.get(id)?.firstRow;
  if (first !== undefined)
    return { ...shown, outcome: 'duplicate', why: { code: 'same-person', params: first } };
  const firstRow = { sheet: row.sheet, row: row.row };
  const desked = { id, before, row: row.row, place, name: shown.name, firstRow };
  if (before === undefined) {
    const data = freshPerson(meant as NewPerson, line);
    desk.users.set(id, { ...desked, data });
    return { ...shown, outcome: 'new', state: 'new', notes: hereAsWell(desk, line) };
  }
  const put = people.get(id);
  const { data, changes, notes } = whatIsNew(before, { meant, line, put });
  desk.users.set(id, { ...desked, place: put?.is === 'given' ? put.place : place, data });
  const told = { ...shown, changes, notes };
  if (before.trashedOn !== '') return { ...told, outcome: 'new', state: 'restored' };
  return { ...told, outcome: changes.length === 0 ? 'same' : 'changed', state: 'existing' };
};

const nameOf = (user: VolumeUser | undefined): string => user?.data.name || user?.data.email || '';

/** Someone new, as rows of the file tell of them. */
export const freshPerson = (
  { place, email, clientUserId }: NewPerson,
  { name, group }: { readonly name: string; readonly group: string },
): Partial<VolumeUserData> => ({ v: 1, ...place, clientUserId, name, email, group });

/**
 * Where else someone new is by the same address: Apple knows a user at one location, and of two each
 * has their own.
 */
export const hereAsWell = (desk: ListDesk, person: ListedPerson): RowWhy<ListRowNote>[] => {
  const locations = desk.meant
    .namesakes(person)
    .byAddress.filter(({ trashedOn, data }) => trashedOn === '' && isPlaced(data))
    .map(({ data }) => data.location || data.locationId);
  if (locations.length === 0) return [];
  const params = { locations: [...new Set(locations)].join(', ') };
  return [{ code: 'here-at-other-location', params }];
};

type Told = {
  readonly meant: OneMeant;
  readonly line: PersonRow['line'];
  /** The location that all rows of the file give them. */
  readonly put: PersonPlace | undefined;
};

/**
 * What a row says of someone known that is not known yet, or differs. What the record held before
 * and no longer does is older than what is there, and does not come back. An address stays: the
 * person was known by it, or has several.
 */
const whatIsNew = (
  before: VolumeUser,
  { meant, line, put }: Told,
): {
  readonly data: Partial<VolumeUserData>;
  readonly changes: readonly ListChange[];
  readonly notes: readonly RowWhy<ListRowNote>[];
} => {
  const changes: ListChange[] = [];
  const notes: RowWhy<ListRowNote>[] = [];
  const data: { -readonly [Field in keyof VolumeUserData]?: VolumeUserData[Field] } = {};
  const take = (field: 'name' | 'group' | 'email' | 'clientUserId', to: string): void => {
    const from = before.data[field];
    if (to === '' || to === from) return;
    if (wasBefore(before, field, to)) {
      notes.push({ code: 'stays-as-changed', params: { said: to } });
      return;
    }
    data[field] = to;
    changes.push({ field, from, to });
  };
  // Without one a user is of no location: one they had before may come back.
  if (put?.is === 'given') {
    const { location, locationId } = put.place;
    if (location !== '') data.location = location;
    if (locationId !== '') data.locationId = locationId;
    changes.push({ field: 'location', from: '', to: location || locationId });
  } else if (put !== undefined) notes.push(whyNoPlace(put));
  take('name', line.name);
  take('group', line.group);
  if (before.data.email === '') take('email', line.addresses[0] ?? '');
  if (before.data.clientUserId === '') take('clientUserId', meant.clientUserId);
  return { data, changes, notes };
};

const whyNoPlace = (put: Exclude<PersonPlace, { is: 'given' }>): RowWhy<ListRowNote> => {
  switch (put.is) {
    case 'several': {
      return { code: 'several-locations-said', params: { locations: put.locations.join(', ') } };
    }
    case 'licences-elsewhere': {
      const { said, location } = put;
      return { code: 'licences-elsewhere', params: { said, location } };
    }
    default: {
      return { code: 'location-of-which', params: { said: put.said } };
    }
  }
};

const wasBefore = ({ history }: VolumeUser, field: string, value: string): boolean =>
  history.some((change) => change.field === field && isSameValue(change.from, value));
