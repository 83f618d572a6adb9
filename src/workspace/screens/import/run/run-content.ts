import type { Day } from '#core/day/day.ts';
import { importState, type ImportedChange, type ImportRun } from '#core/import/import-run.ts';
import { isOfRun, WITH_ORDER } from '#core/import/why-stays.ts';
import { grouped } from '#core/grouped.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { childrenUnder } from '#data/import/children-under.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#ui/text.ts';
import type { ChangesInWords } from './changes-in-words.ts';
import type { Came, Reasons } from './imported.ts';
import { allSay, loadImported } from './load-imported.ts';
import { recordsOfRows, type RowRecords } from './run-rows.ts';
import { tellingOf } from './telling.ts';

/** An order, batch, app or user that an import touched and that is still there. */
export type RunParent = {
  readonly id: string;
  readonly name: string;
  readonly href: string | undefined;
  /** What the import brought and changed there, in words; '' if its name is enough. */
  detail(text: Texts): string;
};

/** A record that stayed when the import was undone, and why. */
export type KeptRecord = {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly href: string | undefined;
};

/** The description of a finished import. */
export type RunContent = {
  readonly parents: readonly RunParent[];
  readonly kept: readonly KeptRecord[];
  /** Finds the records that rows led to. */
  readonly recordsOf: RowRecords;
  /** What the import did to records that were there before it. */
  readonly changesIn: (today: Day) => Promise<ReadonlyMap<string, ChangesInWords>>;
  /** Why rows ended as they did, as the programmes say it. */
  reasons(text: Texts): Reasons;
  /** Why files were not read, as the programmes say it. */
  problems(text: Texts): Reasons;
};

/**
 * What an import left in the workspace: the orders and batches, or what was kept when it was
 * undone.
 */
export const contentOf = async (
  run: ImportRun,
  records: Records,
  text: Texts,
): Promise<RunContent> => {
  const imported = await loadImported();
  const telling = tellingOf(imported);
  const { created, restored, changed, parents: filled, kept } = run.data;
  const changes = new Map(changed.map((change) => [change.id, change]));
  const touched = await records.many([...changes.keys()]);
  const came = await cameWith(run, records, touched, changes);
  const under = grouped(came, ({ record }) => record.parent);
  const above = telling.sentences.flatMap(({ counts }) =>
    came.filter((below) => counts(below, run)).map(({ record }) => record.parent),
  );
  const ids = [...new Set([...created, ...restored, ...filled, ...touched.keys(), ...above])];
  const found = await records.many([...ids, ...kept.map(({ id }) => id)]);
  // What stayed of an import that was undone is told as kept; the rest is there no more.
  const isUndone = importState(run) === 'undone';
  const parents = (isUndone ? [] : ids).flatMap((id): RunParent[] => {
    const record = found.get(id);
    if (record === undefined || record.trashedOn !== '' || record.parent !== '') return [];
    const below = under.get(id) ?? [];
    return [
      {
        id,
        name: telling.name(record, text),
        href: telling.href(record),
        detail: (text) =>
          [
            ...telling.below(record, below, run, text),
            telling.change(record, changes.get(id), text),
          ]
            .filter((part) => part !== '')
            .join(', '),
      },
    ];
  });
  const parentsOfFound = await records.many(
    [...found.values()].map(({ parent }) => parent).filter((id) => id !== ''),
  );
  // An order that stays for the sake of a code is named with the code.
  const ofCodes = parentsOfKept(kept, found);
  const named = kept.flatMap(({ id, reason }) => {
    const record = found.get(id);
    if (record === undefined || (FOR_WHAT_IS_UNDER.has(reason) && ofCodes.has(id))) return [];
    const parent = parentsOfFound.get(record.parent);
    return [
      {
        id,
        name: telling.name(record, text, parent),
        reason: ownEntry<string>(text.import.keptReasons, reason) ?? reason,
        href: telling.href(record),
      },
    ];
  });
  return {
    parents,
    kept: named,
    recordsOf: (rows) => recordsOfRows(rows, records, telling, text),
    changesIn: async (today) => {
      const { changesInWords } = await import('./changes-in-words.ts');
      const above = await records.many(filled.filter((id) => !touched.has(id)));
      const all = new Map([...touched, ...above]);
      return changesInWords({ run, touched: all, telling }, text, today);
    },
    reasons: (text) => allSay(imported, 'reasons', text),
    problems: (text) => allSay(imported, 'problems', text),
  };
};

/** The records below others that an import brought, or changed. */
const cameWith = async (
  { id, data: { parents } }: ImportRun,
  records: Records,
  touched: ReadonlyMap<string, VolymRecord>,
  changes: ReadonlyMap<string, ImportedChange>,
): Promise<readonly Came[]> => {
  const brought = (await childrenUnder(records, parents)).filter((child) => isOfRun(child, id));
  const below = [...touched.values()].filter(({ parent }) => parent !== '');
  const all = new Map([...below, ...brought].map((record) => [record.id, record]));
  const broughtIds = new Set(brought.map((record) => record.id));
  return [...all.values()].map((record) => ({
    record,
    isBrought: broughtIds.has(record.id),
    change: changes.get(record.id),
  }));
};

/**
 * The parents of what stays for a reason of its own: a code that stays with its order is no reason
 * for the order.
 */
const parentsOfKept = (
  kept: ImportRun['data']['kept'],
  found: ReadonlyMap<string, VolymRecord>,
): ReadonlySet<string> =>
  new Set(
    kept.filter(({ reason }) => reason !== WITH_ORDER).map(({ id }) => found.get(id)?.parent ?? ''),
  );

/** Reasons why a record stays because of one under it. */
const FOR_WHAT_IS_UNDER: ReadonlySet<string> = new Set([
  'has-codes',
  'has-licences',
  'had-licences',
  'has-purchases',
]);
