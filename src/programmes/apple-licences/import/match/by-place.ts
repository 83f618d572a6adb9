import { placeKey, type Place } from '#programmes/apple-licences/rules/app/place.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';

/** Finds the app that is known at a place. */
export type KnownApp = (
  place: Place,
  adamId: string,
  pricingParam: string,
  name: string,
) => VolumeApp | undefined;

/**
 * Every way in which a record's place may be named: by its library, and by its name where that is
 * not known of both.
 */
const waysTo = ({ location, locationId }: Place): string[] =>
  [placeKey({ location, locationId }), placeKey({ location, locationId: '' })].filter(
    (key, at, all) => all.indexOf(key) === at,
  );

/** Looks records up by place and their own key; live ones before those in the trash. */
export const byPlace = <R extends { readonly trashedOn: string; readonly data: Place }>(
  records: readonly R[],
  keyOf: (record: R) => string,
): ((place: Place, key: string) => R | undefined) => {
  const found = new Map<string, R>();
  for (const record of records.toSorted(
    (a, b) => Number(a.trashedOn === '') - Number(b.trashedOn === ''),
  ))
    for (const way of waysTo(record.data)) found.set(`${way}\n${keyOf(record)}`, record);
  return (place, key) => {
    for (const way of waysTo(place)) {
      const record = found.get(`${way}\n${key}`);
      // Of two libraries with one name, each has its own.
      const isOther =
        record !== undefined &&
        record.data.locationId !== '' &&
        place.locationId !== '' &&
        record.data.locationId !== place.locationId;
      if (record !== undefined && !isOther) return record;
    }
    return undefined;
  };
};

/** Looks known apps up by place and number, or by name where one has none. */
export const appsBy = (apps: readonly VolumeApp[]): KnownApp => {
  const numbered = byPlace(
    apps.filter(({ data }) => data.adamId !== ''),
    ({ data }) => `${data.adamId} ${data.pricingParam}`,
  );
  // Written down by hand without its number: the name tells it.
  const named = byPlace(
    apps.filter(({ data }) => data.adamId === ''),
    ({ data }) => data.name.toLowerCase(),
  );
  return (place, adamId, pricingParam, name) =>
    numbered(place, `${adamId} ${pricingParam}`) ??
    (name === '' ? undefined : named(place, name.toLowerCase()));
};
