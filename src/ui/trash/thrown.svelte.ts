import { hasLog } from '#domain/apple-credit/code-log.ts';
import type { VolymRecord } from '#domain/record.ts';
import { daysLeftInTrash, whyKept } from '#domain/trash-days.ts';
import { conditionOf } from '#data/read-record.ts';
import { useApp } from '../app.svelte.ts';
import { live } from '../live.ts';
import { CODE, holdCodes, idsOf, parentsOf } from './holds-codes.ts';

/** A record in the trash as the list shows it. */
export type Thrown = {
  readonly record: VolymRecord;
  /** Days left; undefined of what does not go by itself. */
  readonly left: number | undefined;
};

/** What lies in the trash: those that go soon first, those that do not go last. */
export type Trash = { readonly rows: readonly Thrown[]; readonly ready: boolean };

const KINDS = ['credit-order', 'code-batch', 'content-purchaser', CODE];

/** Follows the trash while something on the screen reads it. Codes of what lies there itself are no rows of their own. */
export const useTrash = (): Trash => {
  const app = useApp();
  const lists = KINDS.map((kind) => live(app.records.live({ kind, trashed: 'only' }), []));
  const thrown = $derived(lists.flatMap(({ current }) => current).filter((record) => conditionOf(record) === 'fine'));
  const ready = $derived(lists.every((list) => list.ready));
  const ids = $derived(idsOf(thrown));
  const shown = $derived(thrown.filter(({ parent }) => !ids.has(parent)));
  const logged = $derived(parentsOf(thrown.filter((record) => record.kind === CODE && hasLog(record))));
  let holding = $state.raw<ReadonlySet<string>>(idsOf([]));
  $effect(() => {
    const asked = shown;
    void holdCodes(app.records, asked).then((found) => {
      if (asked === shown) holding = found;
    });
  });
  const stays = (record: VolymRecord): boolean =>
    holding.has(record.id) || logged.has(record.id) || whyKept(record, [], 'time') !== undefined;
  const rows = $derived(
    shown
      .map((record): Thrown => ({ record, left: stays(record) ? undefined : daysLeftInTrash(record, app.today) }))
      .sort(
        (a, b) => (a.left ?? Infinity) - (b.left ?? Infinity) || (a.record.trashedOn < b.record.trashedOn ? 1 : -1),
      ),
  );
  return {
    get rows() {
      return rows;
    },
    get ready() {
      return ready;
    },
  };
};
