import { grouped } from '#core/grouped.ts';
import { ownSheetName, sourceOf } from '#core/import/source-file.ts';
import type { IncomingLists, KnownLicences, SheetMark } from '../plan/planned.ts';
import type { ListRow, ListValue } from '../read/values.ts';

/**
 * By sheet, what tells its rows from those of another one that cannot be of the same location or
 * app: a location that the sheet is called after, or something that both list. Sheets with one mark
 * are asked about together. In steps that say how many rows it went over.
 */
export function* sheetMarks(
  file: IncomingLists,
  { tokens }: Pick<KnownLicences, 'tokens'>,
): Generator<number, ReadonlyMap<string, SheetMark>, void> {
  const listed = new Map<string, Set<string>>();
  for (const row of file.rows) {
    const thing = thingIn(row);
    const there = listed.get(row.sheet) ?? new Set<string>();
    listed.set(row.sheet, thing === '' ? there : there.add(thing));
    yield 1;
  }
  const locations = new Set(
    tokens.flatMap(({ data: { location, name } }) => [location, name].map(asCompared)),
  );
  const calledAfter = (sheet: string): string => {
    const own = asCompared(ownSheetName(file, sheet));
    return locations.has(own) ? own : '';
  };
  const marks = new Map<string, SheetMark>();
  const all: Group[] = [];
  for (const sheets of grouped(
    [...listed.keys()],
    (sheet) => sourceOf(file, sheet).file,
  ).values()) {
    const own: Group[] = [];
    for (const sheet of sheets) {
      const things = listed.get(sheet) ?? new Set<string>();
      placeIn(own, { location: calledAfter(sheet), things, sheets: [sheet] });
      yield things.size;
    }
    for (const [inFile, group] of own.entries()) {
      const inAll = placeIn(all, group);
      for (const sheet of group.sheets)
        marks.set(sheet, { inFile: String(inFile), inAll: String(inAll) });
      yield group.things.size;
    }
  }
  return marks;
}

type Group = {
  readonly location: string;
  readonly things: ReadonlySet<string>;
  readonly sheets: readonly string[];
};

/** Puts sheets to the first group that they can be together with, or makes them one; its place. */
const placeIn = (groups: Group[], { location, things, sheets }: Group): number => {
  const at = groups.findIndex((group) => group.location === location && isApart(group, things));
  const group = groups[at];
  if (group === undefined) return groups.push({ location, things, sheets }) - 1;
  groups[at] = {
    location,
    things: new Set([...group.things, ...things]),
    sheets: [...group.sheets, ...sheets],
  };
  return at;
};

/** Whether nothing is in both. */
const isApart = ({ things }: Group, others: ReadonlySet<string>): boolean =>
  ![...others].some((thing) => things.has(thing));

const asCompared = (text: string): string => text.trim().toLowerCase();

/** What a row lists that is once at each location, or once for each app; '' where nothing is. */
const thingIn = (row: ListRow): string => {
  if (row.outcome !== 'value') return '';
  const named = nameIn(row);
  return named === '' ? '' : asCompared(`${row.is} ${named}`);
};

const nameIn = (row: ListValue): string => {
  switch (row.is) {
    case 'app': {
      const { adamId, pricingParam, name } = row.line;
      return adamId === '' ? name : `${adamId} ${pricingParam}`;
    }
    case 'install': {
      return row.line.serialNumber || row.line.deviceName;
    }
    case 'holding': {
      const { app, to } = row.line;
      const who = to.kind === 'device' ? to.serialNumber || to.name : (to.addresses[0] ?? '');
      return who === '' ? '' : `${app.adamId || app.name} ${who}`;
    }
    default: {
      return '';
    }
  }
};
