import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { isUnnamed } from '../match/named-so-far.ts';
import type { ListRow } from '../read/values.ts';
import type { AppMatch, KnownLicences } from './planned.ts';

/**
 * The apps that a list of who has licences may be about, where it does not say so: all that are here,
 * first those that most of the people on it have. In steps that say how many rows it went over.
 */
export function* appsOfHoldings(
  rows: readonly ListRow[],
  { apps, users, licences }: Pick<KnownLicences, 'apps' | 'users' | 'licences'>,
): Generator<number, readonly AppMatch[], void> {
  const onSheets = new Map<string, Set<string>>();
  for (const row of rows) {
    if (row.outcome !== 'value' || row.is !== 'holding' || !isUnnamed(row)) continue;
    const named = onSheets.get(row.sheet) ?? new Set<string>();
    if (row.line.to.kind === 'user')
      for (const address of row.line.to.addresses) named.add(address.toLowerCase());
    if (named.size > 0) onSheets.set(row.sheet, named);
    yield 1;
  }
  const live = apps.filter(({ trashedOn }) => trashedOn === '');
  const found: AppMatch[] = [];
  for (const [sheet, named] of onSheets) {
    const counts = heldBy(named, users, licences);
    yield licences.length;
    found.push(
      ...live
        .map(({ id, data: { name, adamId, location } }) => ({
          sheet,
          id,
          name: name || adamId,
          location,
          rows: counts.get(id) ?? 0,
        }))
        .sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1)),
    );
  }
  return found;
}

/** How many licences of each app people have who are named by an address. */
const heldBy = (
  named: ReadonlySet<string>,
  users: KnownLicences['users'],
  licences: KnownLicences['licences'],
): ReadonlyMap<string, number> => {
  const people = new Set(
    users.filter(({ data }) => named.has(data.email.toLowerCase())).map(({ id }) => id),
  );
  const counts = new Map<string, number>();
  for (const { parent, data, steps, trashedOn } of licences) {
    const isHeld = trashedOn === '' && licenceState(steps) !== 'free';
    if (isHeld && people.has(data.user)) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  return counts;
};
