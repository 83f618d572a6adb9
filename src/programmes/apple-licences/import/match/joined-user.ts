import { isElsewhere } from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import type { Place } from '#programmes/apple-licences/rules/app/place.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { keyText } from '#core/import/record-keys.ts';
import type { LicenceUser } from '#programmes/apple-licences/rules/api/location-records.ts';
import type { ListDesk } from './desk.ts';
import { userKey } from './keys.ts';
import { isPlaced, isSame } from './near.ts';
import type { Places } from './places.ts';

/** Who has the address of a user of Apple's, and has no number there as far as is known here. */
export type OfAddress = {
  /** The one whom the user is. */
  readonly joined?: VolumeUser | undefined;
  /** One who may be of another location: nothing says that it is the same. */
  readonly beside?: VolumeUser | undefined;
};

/**
 * The one of that address whom a list or a person brought, and whom Apple did not know by a number
 * yet. Apple may list an address under several numbers: the first has it.
 */
export const listedUser = (
  { places, unnumbered, numbered, users }: ListDesk,
  place: Place,
  { email, clientUserId }: LicenceUser,
): OfAddress => {
  const all = email === '' ? [] : unnumbered(email);
  const [user, ...others] = all.filter(({ data }) => isThere(places, data, place));
  if (user === undefined)
    return { beside: all.find(({ data }) => !isElsewhere(places.whole(data), place)) };
  const isTaken =
    users.has(user.id) && numbered.get(keyText(userKey(place, clientUserId))) !== user.id;
  return others.length > 0 || isTaken ? {} : { joined: user };
};

/**
 * Whether a record may be filled in with what is at a place: both say the same name or library, what
 * is known here pairs the two, or the record does not say where it is.
 */
export const isThere = (places: Places, data: Place, place: Place): boolean =>
  !isPlaced(data) || isSame(data, place) || isSame(places.whole(data), place);
