import { hasLog } from '#domain/apple-credit/code-log.ts';
import type { VolymRecord } from '#domain/record.ts';
import { daysLeftInTrash, whyKept } from '#domain/trash-days.ts';
import { conditionOf } from '#data/read-record.ts';
import type { Records } from '#data/records.ts';
import { useApp } from '../app.svelte.ts';
import { live } from '../live.ts';

/** A record in the trash as the list shows it. */
export type Thrown = {
  readonly record: VolymRecord;
  /** Days left; undefined of what does not go by itself. */
  readonly left: number | undefined;
};

/** What lies in the trash: those that go soon first, those that do not go last. */
export type Trash = { readonly rows: readonly Thrown[]; readonly ready: boolean };

const CODE = 'redemption-code';

const KINDS = ['credit-order', 'code-batch', 'content-purchaser', CODE];

/** Follows the trash while something on the screen reads it. Codes of what lies there itself are no rows of their own. */
export const useTrash = (): Trash => {
  const app = useApp();
  const lists = KINDS.map((kind) => live(app.records.live({ kind, trashed: 'only' }), []));
  const thrown = $derived(lists.flatMap(({ current }) => current).filter((record) => conditionOf(record) === 'fine'));
  const ready = $derived(lists.every((list) => list.ready));
  const ids = $derived(new Set(thrown.map(({ id }) => id)));
  const shown = $derived(thrown.filter(({ parent }) => !ids.has(parent)));
  const logged = $derived(
    new Set(thrown.filter((record) => record.kind === CODE && hasLog(record)).map(({ parent }) => parent)),
  );
  let holding = $state.raw<ReadonlySet<string>>(new Set());
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

/** Those that hold codes which do not lie in the trash themselves: one is enough. */
const holdCodes = async (records: Records, thrown: readonly VolymRecord[]): Promise<ReadonlySet<string>> => {
  const holding = new Set<string>();
  for (const { id, kind } of thrown) {
    const codes = kind === CODE ? [] : await records.find({ parent: id, kind: CODE, limit: 1 });
    if (codes.length > 0) holding.add(id);
  }
  return holding;
};
