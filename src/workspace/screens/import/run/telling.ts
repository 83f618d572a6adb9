import type { ImportedChange, ImportedField, ImportRun } from '#core/import/import-run.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { isLegible } from '#data/records/read-record.ts';
import { byKind } from '#programmes/by-kind.ts';
import type { Texts } from '#ui/text.ts';
import { objectWords } from '../../due/deadline-words.ts';
import { screenOf } from '../../record-address.ts';
import type { AboutHere, Came, Imported, NameHere } from './imported.ts';

/** How the programmes tell of their records, in one. */
export const tellingOf = (imported: readonly Imported[]) => {
  const names = byKind<Imported, NameHere>(imported, ({ names }) => names);
  const leadsTo = byKind(imported, ({ leadsTo }) => leadsTo);
  const below = byKind(imported, ({ below }) => below);
  const about = byKind<Imported, AboutHere>(imported, ({ about }) => about);
  const fields = byKind(imported, ({ fields }) => fields);
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
    /** What is worth knowing of a record beside its name. */
    about: (record: VolymRecord, text: Texts): string =>
      isLegible(record) ? (ownEntry(about, record.kind)?.(record, text) ?? '') : '',
    /** What a field was and became; undefined where its programme has no words of its own for it. */
    field: (
      { kind }: VolymRecord,
      field: string,
      change: ImportedField,
      text: Texts,
    ): string | undefined => ownEntry(fields, kind)?.(field, change, text),
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
