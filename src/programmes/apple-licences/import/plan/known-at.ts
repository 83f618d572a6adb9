import { placeKey, type Place } from '#programmes/apple-licences/rules/app/place.ts';
import type { ListDesk } from '../match/desk.ts';
import { isPlaced } from '../match/near.ts';
import type { KnownAt } from './planned.ts';

/**
 * By sheet, at which locations people are here whom a row names that says none, first where most of
 * them are. In steps that say how many rows it went over.
 */
export function* peopleKnownAt(
  { file, meant, places }: ListDesk,
  sheets: readonly string[],
): Generator<number, ReadonlyMap<string, readonly KnownAt[]>, void> {
  const asked = new Set(sheets);
  const counts = new Map<string, Map<string, { place: Place; rows: number }>>();
  for (const row of file.rows) {
    yield 1;
    if (row.outcome !== 'value' || row.is !== 'person' || !asked.has(row.sheet)) continue;
    if (row.line.location !== '' || row.locationId !== '') continue;
    const onSheet = counts.get(row.sheet) ?? new Map<string, { place: Place; rows: number }>();
    counts.set(row.sheet, onSheet);
    const found = new Map<string, Place>();
    for (const { data, trashedOn } of meant.namesakes(row.line).byAddress)
      if (trashedOn === '' && isPlaced(data)) {
        const place = places.whole(data);
        found.set(placeKey(place), place);
      }
    for (const [key, place] of found)
      onSheet.set(key, {
        place: onSheet.get(key)?.place ?? place,
        rows: (onSheet.get(key)?.rows ?? 0) + 1,
      });
  }
  return new Map(
    [...counts].map(([sheet, at]) => [sheet, [...at.values()].sort((a, b) => b.rows - a.rows)]),
  );
}
