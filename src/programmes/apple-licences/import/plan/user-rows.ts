import { peopleOf } from '#programmes/apple-licences/rules/licence/licence-people.ts';
import { keyText } from '#core/import/record-keys.ts';
import { termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import type { ListRowNote } from '#programmes/apple-licences/rules/row-reason.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { ListDesk } from '../match/desk.ts';
import { isThere, listedUser } from '../match/joined-user.ts';
import { userKey } from '../match/keys.ts';
import { type Places } from '../match/places.ts';
import { placeKey, type Place } from '#programmes/apple-licences/rules/app/place.ts';
import type { ListChange, PlannedListRow } from './planned.ts';
import type { ListRow, ListValue } from '../read/values.ts';

type UserRow = Extract<ListValue, { is: 'user' }>;

/**
 * Of a user's rows the one that counts: the active record, or the last of the retired ones
 * (apple.md §2.2: many may be retired, at most one is active).
 */
export const decidingUsers = (rows: readonly ListRow[], places: Places): ReadonlySet<ListRow> => {
  const byPlace = new Map<string, UserRow[]>();
  for (const row of rows) {
    if (row.outcome !== 'value' || row.is !== 'user') continue;
    const key = placeKey(places.of(row));
    const same = byPlace.get(key);
    if (same === undefined) byPlace.set(key, [row]);
    else same.push(row);
  }
  const deciding = new Set<ListRow>();
  for (const users of byPlace.values()) {
    const rowOf = new Map(users.map((row) => [row.user, row]));
    for (const { active, former } of peopleOf(users.map(({ user }) => user))) {
      const row = rowOf.get(active ?? former.at(-1)!);
      if (row !== undefined) deciding.add(row);
    }
  }
  return deciding;
};

/** One row of a list of users. */
export const planUserRow = (desk: ListDesk, line: UserRow, decides: boolean): PlannedListRow => {
  const { sheet, row, user } = line;
  const place = desk.places.of(line);
  const numbered = desk.knownUser(place, user.clientUserId);
  const { joined, beside } = numbered === undefined ? listedUser(desk, place, user) : {};
  const known = numbered ?? joined;
  const id = known?.id ?? desk.known.idOf(userKey(place, user.clientUserId));
  const other = known === undefined ? desk.userAt(id) : undefined;
  const before = known ?? other;
  const name = known?.data.name || user.email || user.clientUserId;
  const shown = {
    sheet,
    row,
    is: 'user' as const,
    name,
    location: place.location,
    parent: id,
    changes: [],
    notes: [],
  };
  if (desk.known.strange.has(id))
    return { ...shown, outcome: 'unreadable', why: { code: 'record-not-understood' } };
  if (!decides) return { ...shown, outcome: 'same', why: { code: 'former-user' } };
  const said = { status: user.status, source: 'apple', asOf: line.given ?? '', at: 0 };
  const changes = before === undefined ? [] : differencesOf(before, line);
  // Its own id may name a record, wherever that is: a library beside the name of another location
  // would make one of the two.
  const isHere = before !== undefined && isThere(desk.places, before.data, place);
  const fresh = {
    ...place,
    clientUserId: user.clientUserId,
    name: '',
    email: user.email,
    group: '',
    said,
  };
  const changed = {
    // Even if the terms agree: it shows that Apple knows the user.
    ...(before?.data.said?.status === user.status && changes.every(({ field }) => field !== 'terms')
      ? {}
      : { said }),
    ...(isHere && before.data.clientUserId === '' ? { clientUserId: user.clientUserId } : {}),
    ...(changes.some(({ field }) => field === 'email') ? { email: user.email } : {}),
    ...(isHere && before.data.locationId === '' && place.locationId !== ''
      ? { locationId: place.locationId }
      : {}),
  };
  // The record in its place is someone else: it becomes this user, and that is reported.
  const data = before === undefined ? { v: 1, ...fresh } : other === undefined ? changed : fresh;
  desk.users.set(id, { id, before, row, place, name, data });
  desk.numbered.set(keyText(userKey(place, user.clientUserId)), id);
  if (before === undefined)
    return { ...shown, outcome: 'new', state: 'new', notes: besideNotes(beside) };
  const notes =
    other === undefined
      ? []
      : [{ code: 'other-user-there' as const, params: { name: nameOf(other) } }];
  if (before.trashedOn !== '')
    return { ...shown, outcome: 'new', state: 'restored', changes, notes };
  const isSame = changes.length === 0 && other === undefined;
  return { ...shown, outcome: isSame ? 'same' : 'changed', state: 'existing', changes, notes };
};

const besideNotes = (beside: VolumeUser | undefined): RowWhy<ListRowNote>[] =>
  beside === undefined
    ? []
    : [
        {
          code: 'same-address-beside',
          params: { name: nameOf(beside), location: beside.data.location },
        },
      ];

const nameOf = ({ data }: VolumeUser): string => data.name || data.email || data.clientUserId;

const differencesOf = (before: VolumeUser, { user }: UserRow): ListChange[] => {
  const [now, next] = [
    termsOf(before),
    termsOf({ data: { said: { status: user.status, source: '', asOf: '', at: 0 } }, steps: [] }),
  ];
  const changes: ListChange[] = now === next ? [] : [{ field: 'terms', from: now, to: next }];
  if (user.email !== '' && user.email !== before.data.email)
    changes.push({ field: 'email', from: before.data.email, to: user.email });
  return changes;
};

/** The user that an assignment names: of the file, or one that is known. */
export const userOf = (
  desk: ListDesk,
  place: Place,
  clientUserId: string,
): { readonly id: string; readonly name: string } | undefined => {
  const known = desk.knownUser(place, clientUserId);
  if (known !== undefined) return { id: known.id, name: known.data.name || known.data.email };
  const key = userKey(place, clientUserId);
  const id = desk.numbered.get(keyText(key)) ?? desk.known.idOf(key);
  const planned = desk.users.get(id);
  return planned === undefined
    ? undefined
    : { id: planned.id, name: planned.before?.data.name || (planned.data.email ?? '') };
};
