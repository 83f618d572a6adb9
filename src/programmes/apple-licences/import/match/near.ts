import { isElsewhere } from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import type { Place } from '#programmes/apple-licences/rules/app/place.ts';

/** What is at a place. */
type Placed = { readonly data: Place };

/**
 * Those that are surely at a place, before those that may be; of these, where the place is known,
 * those that say where they are, or the other way round. Nobody who is elsewhere.
 */
export const near = <One extends Placed>(all: readonly One[], place: Place): readonly One[] => {
  const sure = all.filter(({ data }) => isSame(data, place));
  if (sure.length > 0) return sure;
  const here = all.filter(({ data }) => !isElsewhere(data, place));
  const alike = here.filter(({ data }) => isPlaced(data) === isPlaced(place));
  return alike.length > 0 ? alike : here;
};

/** Whether two say the same library, or the same name where not both say a library. */
export const isSame = (a: Place, b: Place): boolean =>
  a.locationId !== '' && b.locationId !== ''
    ? a.locationId === b.locationId
    : a.location !== '' && a.location.toLowerCase() === b.location.toLowerCase();

/** Whether it is said where something is. */
export const isPlaced = ({ location, locationId }: Place): boolean =>
  location !== '' || locationId !== '';
