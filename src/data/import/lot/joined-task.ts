import type { ImportRunData } from '#core/import/import-run.ts';
import type { Draft } from '#core/record/record.ts';
import type { SourceFile } from '#core/import/source-file.ts';
import type { ImportTask, Writes } from '../import-task.ts';

/** What the tap does for several programmes: one import with one undo. They share no record. */
export const joinedTask = (tasks: readonly ImportTask[]): ImportTask => {
  const [first, ...more] = tasks;
  if (first === undefined) throw new RangeError('no task to join');
  if (more.length === 0) return first;
  const prepared = new Map<Writes, readonly Writes[]>();
  return {
    file: { ...first.file, files: filesOf(tasks) },
    size: tasks.reduce((sum, { size }) => sum + size, 0),
    prepare: async (work) => {
      const all: Writes[] = [];
      for (const task of tasks) all.push(await task.prepare(work));
      const joined = joinedWrites(all);
      prepared.set(joined, all);
      return joined;
    },
    saw: new Map(tasks.flatMap(({ saw }) => [...saw])),
    orders: tasks.flatMap(({ orders }) => orders),
    really: (writes, written) => {
      const own = prepared.get(writes) ?? [];
      return joinedData(
        tasks.flatMap((task, at) => {
          const those = own[at];
          return those === undefined
            ? []
            : [{ ...those.record.data, ...task.really(those, written) }];
        }),
      );
    },
    mappings: tasks.flatMap(({ mappings }) => mappings),
  };
};

/** Every file that some programme reads, once; a workbook may be read by several. */
const filesOf = (tasks: readonly ImportTask[]): readonly SourceFile[] => [
  ...new Map(
    tasks
      .flatMap(({ file: { files = [] } }) => files)
      .map((one) => [`${one.file} ${one.name}`, one]),
  ).values(),
];

const joinedWrites = (all: readonly Writes[]): Writes => {
  return {
    fresh: all.flatMap(({ fresh }) => fresh),
    restored: all.flatMap(({ restored }) => restored),
    changes: all.flatMap(({ changes }) => changes),
    newUnder: all.flatMap(({ newUnder }) => newUnder),
    backUnder: all.flatMap(({ backUnder }) => backUnder),
    record: joinedRecord(all.map(({ record }) => record)),
  };
};

const joinedRecord = (records: readonly Draft<ImportRunData>[]): Draft<ImportRunData> => {
  const [first] = records;
  if (first === undefined) throw new RangeError('no record to join');
  return { ...first, data: { ...first.data, ...joinedData(records.map(({ data }) => data)) } };
};

/** What several programmes did, as one import tells it. */
const joinedData = (
  all: readonly ImportRunData[],
): Omit<ImportRunData, 'v' | 'fileName' | 'file'> => {
  const freed = sum(all.map(({ freed = 0 }) => freed));
  const newPlaces = all.flatMap(({ newPlaces = [] }) => newPlaces);
  const former = all.flatMap(({ former = [] }) => former);
  const count = (of: keyof ImportRunData['counts']): number =>
    sum(all.map(({ counts }) => counts[of]));
  return {
    sheet: all[0]?.sheet ?? '',
    rows: sum(all.map(({ rows }) => rows)),
    counts: {
      new: count('new'),
      changed: count('changed'),
      same: count('same'),
      duplicate: count('duplicate'),
      unreadable: count('unreadable'),
    },
    unreadable: all.flatMap(({ unreadable }) => unreadable),
    parents: all.flatMap(({ parents }) => parents),
    created: all.flatMap(({ created }) => created),
    restored: all.flatMap(({ restored }) => restored),
    former,
    changed: all.flatMap(({ changed }) => changed),
    kept: [],
    ...(freed === 0 ? {} : { freed }),
    ...(newPlaces.length === 0 ? {} : { newPlaces }),
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
