import { isElsewhere } from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import type { Place } from '#programmes/apple-licences/rules/app/place.ts';

/** What is at a place. */
type Placed = { readonly data: Place };

/**
 * Those at a place, before those of whom it is not known, or the other way round; nobody who is
 * elsewhere.
 */
export const near = <One extends Placed>(all: readonly One[], place: Place): readonly One[] => {
  const here = all.filter(({ data }) => !isElsewhere(data, place));
  const alike = here.filter(({ data }) => isPlaced(data) === isPlaced(place));
  return alike.length > 0 ? alike : here;
};

/** Whether it is said where something is. */
export const isPlaced = ({ location, locationId }: Place): boolean =>
  location !== '' || locationId !== '';
