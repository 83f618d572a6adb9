import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { draftOrder, recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { NO_CHOICE } from '#core/import/choice.ts';
import { orderState } from '#programmes/apple-credit/rules/order/order-life.ts';
import { newCode, redeem } from '#programmes/apple-credit/rules/code/code-commands.ts';
import {
  sealedAt,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { Draft } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import { currentSteps } from '#core/record/step.ts';
import { toTrash } from '#core/record/trash.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import { letOrdersFollow } from '#programmes/apple-credit/work/order/follow-orders.ts';
import { openTrial, taskOf } from '#tests/factories/trials.ts';
import { foretellUndo } from '#data/import/undo/foretell-undo.ts';
import type { Watched } from '#data/records/in-chunks.ts';
import { onKind } from '#data/records/on-kind.ts';
import { runImport } from '#data/import/run.ts';
import type { OpenLot } from '#data/import/open-file.ts';
import { openSheet, type SheetSource } from '#data/import/read/sheet-reader.ts';
import { undoImport } from '#data/import/undo/undo.ts';
import { onlyPart } from './lot-here.ts';
import type { TestWorkspace } from './workspace-in-browser.ts';

/** The headings of the sheets that these imports read. */
export const HEAD =
  'Order Number,Order Date,Available From,Order Total,Currency,Redemption Code,Status';

/** Imports small sheets into a workspace and undoes them, as a person does. */
export const importsIn = (
  world: Pick<TestWorkspace, 'records' | 'vault'>,
  read: (file: SheetSource) => Promise<Result<OpenLot>> = openSheet,
) => {
  const { records } = world;
  const order = async (id: string): Promise<CreditOrder> => (await records.get(id)) as CreditOrder;
  const live = async (kind: string) => records.find({ kind });
  const tap = async (
    name: string,
    rows: readonly string[],
    watched: (total: number) => Watched = () => ({}),
  ) => {
    const opened = await read(new File([[HEAD, ...rows].join('\r\n')], name));
    if (!opened.ok) throw new Error(opened.problem.code);
    const dryRun = await openTrial(world).try(onlyPart(opened.value), {}, NO_CHOICE);
    const done = await runImport(taskOf(dryRun, world), world, watched(taskOf(dryRun, world).size));
    opened.value.close();
    return done;
  };
  return {
    order,
    live,
    /** Imports rows; answers the run's id. */
    bring: async (name: string, ...rows: string[]): Promise<string> => {
      const done = await tap(name, rows);
      if (!done.ok) throw new Error(done.problem.code);
      return done.value;
    },
    /** Imports rows and cancels when all is written. */
    bringAndCancel: async (name: string, ...rows: string[]): Promise<void> => {
      const stop = new AbortController();
      const done = await tap(name, rows, (total) => ({
        signal: stop.signal,
        onProgress: (written) => void (written === total && stop.abort()),
      }));
      if (done.ok || done.problem.code !== 'cancelled') throw new Error('it was not cancelled');
    },
    /** Undoes an import, as it was foretold; answers what stayed. */
    undo: async (run: string) => {
      const told = await foretellUndo(records, run);
      const undone = await undoImport(records, run, 'undone');
      if (!undone.ok) throw new Error(undone.problem.code);
      if (!told.ok || told.value.trashed !== undone.value.trashed)
        throw new Error('it was foretold otherwise');
      return undone.value.kept;
    },
    /** What an import says now of what stayed. */
    keptBy: async (run: string) => ((await records.get(run)) as ImportRun).data.kept,
    /** An order that someone entered when its mail came. */
    orderByHand: async (orderNumber: string, amount: string): Promise<string> => {
      const doing = records.doing();
      const draft = draftOrder(doing.newId(), { orderNumber, amount }, doing);
      const ready = draft.ok
        ? recordStep(draft.value, { kind: 'ready', on: '2026-11-01' }, doing)
        : draft;
      if (!ready.ok) throw new Error(ready.problem.code);
      return valueOf(await records.create(ready.value as Draft)).id;
    },
    /** Puts a code under an order by hand, as if it had been typed. */
    typeCode: async (parent: string, code: string, number = 1): Promise<string> => {
      const id = await world.vault.fingerprint(code);
      const sealed = await world.vault.seal(code, sealedAt(id));
      await records.create(newCode({ id, parent, usage: 'credit', number, sealed }) as Draft);
      await records.change(
        parent,
        onKind('credit-order', (now, doing) =>
          recordStep(now, { kind: 'downloaded', on: doing.today }, doing),
        ),
      );
      return id;
    },
    throwAway: async (id: string): Promise<void> => void (await records.change(id, toTrash)),
    redeemCode: async ({ id, parent }: Pick<RedemptionCode, 'id' | 'parent'>): Promise<void> => {
      const done = await records.change(id, (record, doing) =>
        redeem(
          record as RedemptionCode,
          { account: 'vpp@nordby.example', place: '', on: doing.today },
          doing,
        ),
      );
      if (!done.ok) throw new Error(done.problem.code);
      await letOrdersFollow(records, [parent]);
    },
    /** What an order says, however many steps it took to say it. */
    content: async (id: string) => {
      const { data, steps, trashedOn } = await order(id);
      const standing = currentSteps(steps).map(({ kind, on }) => [kind, on]);
      return { data, standing, state: orderState(data, steps, '2026-11-20'), trashedOn };
    },
    /** All that is there besides the records of the imports. */
    left: async () => [...(await live('credit-order')), ...(await live('redemption-code'))],
  };
};
