import type { ListDesk } from '../match/desk.ts';
import { isByName, isUnnamed } from '../match/named-so-far.ts';
import type { ListRow, ListValue } from '../read/values.ts';
import type { UnknownApps } from './planned.ts';

/**
 * The sheets of which no row can be taken, whatever is answered: they know their apps by the name
 * alone, and none of these is here or in the file. In steps that say how many rows it went over.
 */
export function* unknownApps({
  file,
  meant,
}: ListDesk): Generator<number, readonly UnknownApps[], void> {
  const found = new Map<string, Set<string>>();
  const others = new Set<string>();
  for (const row of file.rows) {
    yield 1;
    if (row.outcome !== 'value' || others.has(row.sheet)) continue;
    if (!isOfApp(row) || meant.isHere(row)) {
      others.add(row.sheet);
      continue;
    }
    const names = found.get(row.sheet) ?? new Set<string>();
    found.set(row.sheet, names);
    const name = isUnnamed(row) ? '' : nameIn(row);
    if (name !== '') names.add(name);
  }
  return [...found]
    .filter(([sheet]) => !others.has(sheet))
    .map(([sheet, names]) => ({ sheet, names: [...names] }));
}

type OfApp = Extract<ListValue, { is: 'app' | 'holding' }>;

const isOfApp = (row: ListRow): row is OfApp =>
  row.outcome === 'value' &&
  ((row.is === 'app' && isByName(row)) || (row.is === 'holding' && row.line.app.adamId === ''));

const nameIn = (row: OfApp): string => (row.is === 'app' ? row.line.name : row.line.app.name);
