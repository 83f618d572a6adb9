/** A location by its name and its library's `uId`; either may be ''. */
export type Place = { readonly location: string; readonly locationId: string };

/** What tells a location: its library where it is known, else its name. */
export const placeKey = ({ location, locationId }: Place): string =>
  locationId === '' ? `name:${location.toLowerCase()}` : `id:${locationId}`;
