import { countsOf } from '#programmes/apple-licences/rules/app/app-counts.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { ListRow } from '../read/values.ts';

/**
 * Apps of a location that Apple listed before and that its complete list no longer names: they were
 * transferred or refunded, and none is owned there any more. `known` may be of all locations.
 */
export const vanishedApps = (
  known: readonly VolumeApp[],
  rows: readonly ListRow[],
  uId: string,
): VolumeApp[] => {
  const named = new Set(
    rows.flatMap((row) =>
      row.outcome === 'value' && row.is === 'app'
        ? [`${row.line.adamId} ${row.line.pricingParam}`]
        : [],
    ),
  );
  return known.filter(
    (app) =>
      app.trashedOn === '' &&
      app.data.locationId === uId &&
      app.data.said?.source === 'apple' &&
      !named.has(`${app.data.adamId} ${app.data.pricingParam}`) &&
      hasSome(app),
  );
};

const hasSome = (app: VolumeApp): boolean => {
  const { owned, assigned, unlimited } = countsOf(app);
  return unlimited || (owned ?? 0) > 0 || (assigned ?? 0) > 0;
};
