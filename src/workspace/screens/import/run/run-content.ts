import type { ImportedChange, ImportRun } from '#core/import/import-run.ts';
import { isOfRun, WITH_ORDER } from '#core/import/why-stays.ts';
import { grouped } from '#core/grouped.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { childrenUnder } from '#data/import/children-under.ts';
import { isLegible } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import { byKind } from '#programmes/by-kind.ts';
import type { Texts } from '#ui/text.ts';
import { objectWords } from '../../due/deadline-words.ts';
import { screenOf } from '../../record-address.ts';
import type { Came, Imported, NameHere, Reasons } from './imported.ts';
import { allSay, loadImported } from './load-imported.ts';

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
  /** Why rows were left out, as the programmes say it. */
  reasons(text: Texts): Reasons;
};

/**
 * What an import left in the workspace: the orders and batches, and what was kept when it was
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
  const parents = ids.flatMap((id): RunParent[] => {
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
  return { parents, kept: named, reasons: (text) => allSay(imported, 'reasons', text) };
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

/** How the programmes tell of their records, in one. */
const tellingOf = (imported: readonly Imported[]) => {
  const names = byKind<Imported, NameHere>(imported, ({ names }) => names);
  const leadsTo = byKind(imported, ({ leadsTo }) => leadsTo);
  const below = byKind(imported, ({ below }) => below);
  const changes = byKind(imported, ({ changes }) => changes);
  const name = (record: VolymRecord, text: Texts, parent?: VolymRecord): string => {
    const title = objectWords(record, text);
    const own = ownEntry(names, record.kind);
    if (own === undefined || !isLegible(record)) return title;
    return own(record, { title, parent: parent === undefined ? '' : name(parent, text) }, text);
  };
  return {
    sentences: [...new Set(Object.values(below).flatMap(({ sentences }) => sentences))],
    name,
    href: (record: VolymRecord): string | undefined =>
      (ownEntry(leadsTo, record.kind) ?? screenOf)(record),
    below: (
      { kind }: VolymRecord,
      came: readonly Came[],
      run: ImportRun,
      text: Texts,
    ): readonly string[] => {
      const telling = ownEntry(below, kind);
      if (telling === undefined) return [];
      const sentences = telling.sentences.flatMap(({ counts, say }) => {
        const count = came.filter((below) => counts(below, run)).length;
        return count > 0 ? [say(count, text)] : [];
      });
      return sentences.length > 0 ? sentences : [telling.none?.(text) ?? ''];
    },
    /** The text for a record's own change; '' if it has none, or none worth showing. */
    change: ({ kind }: VolymRecord, change: ImportedChange | undefined, text: Texts): string => {
      if (change === undefined) return '';
      const own = ownEntry(changes, kind);
      if (own !== undefined) return own(change, text);
      const isNone = change.steps.length === 0 && Object.keys(change.fields).length === 0;
      return isNone ? '' : text.import.changedHere;
    },
  };
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
