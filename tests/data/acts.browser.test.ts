import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Act } from '#core/record/act.ts';
import { newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { newCode, redeem } from '#programmes/apple-credit/rules/code/code-commands.ts';
import {
  codeState,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { beginAct, forgetAct, keptActs, type ActStore } from '#data/acts/acts.ts';
import { followActs } from '#data/acts/follow-acts.ts';
import { judgeAct, undoAct, type JudgedAct } from '#data/acts/undo-act.ts';
import { openRecords } from '#data/records/records.ts';
import { codesOf, handOutCodes } from '#programmes/apple-credit/work/code/code-actions.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

const TODAY = '2026-11-20';
const sealed = { key: 'k', iv: 'AAAA', text: 'BBBB' };
const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(32));
let here: TestWorkspace;
let store: ActStore;
beforeEach(async () => {
  here = await openTestWorkspace();
  store = { records: here.records, workspaceId: here.id };
  await here.records.create(newBatch('batch', { name: 'Läsresan', owner: '' }));
  await here.records.insert(
    ids.map((id, at) => newCode({ id, parent: 'batch', usage: 'app', number: at + 1, sealed })),
  );
});

const handOut = (what: readonly string[] = ids) =>
  handOutCodes(store, what, { to: '7C', on: TODAY });
const kept = () => keptActs(here.id, TODAY);
const states = async () => (await codesOf(here.records, 'batch')).map((code) => codeState(code));

describe('X12: what was done to many records can be undone later', () => {
  test('X12: it is noted on the device before the first record is written, without a secret', async () => {
    const { act } = await handOut();
    expect(await kept()).toEqual([act]);
    expect(Object.keys(act).sort()).toEqual(['at', 'by', 'id', 'kind', 'on', 'records']);
    const steps = (await here.records.get(ids[0] as string))?.steps.map(({ id, at }) => [
      id,
      at > act.at,
    ]);
    expect(steps).toEqual([[`${act.id}.1`, true]]);
  });

  test('X12: undone in the end by the note alone, and forgotten then', async () => {
    await handOut();
    const [act] = await kept();
    expect(await undoAct(store, act as Act, 'Ångrat')).toEqual({ back: 3, changed: 0 });
    expect(await states()).toEqual(['free', 'free', 'free']);
    expect(await kept()).toEqual([]);
  });

  test('X12: what others changed since stays and is counted, also when it is pressed in another tab too', async () => {
    const { act } = await handOut();
    const input = { account: 'alva@nordby.example', place: '', on: TODAY };
    await here.records.change(ids[1] as string, (code, doing) =>
      redeem(code as RedemptionCode, input, doing),
    );
    expect(await judgeAct(here.records, act)).toMatchObject({
      back: [{ id: ids[0] }, { id: ids[2] }],
      changed: 1,
    });
    const both = await Promise.all([undoAct(store, act, 'Ångrat'), undoAct(store, act, 'Ångrat')]);
    expect(both.reduce((sum, { back }) => sum + back, 0)).toBe(2);
    expect(await states()).toEqual(['free', 'redeemed', 'free']);
    const withdrawn = (await here.records.get(ids[0] as string))?.steps.filter(
      ({ withdraws }) => withdraws !== undefined,
    );
    expect(withdrawn).toHaveLength(1);
  });

  test('X12: cut off after the note, or in its middle, the undo finds what there is', async () => {
    const note = ids.map((id) => ({ id }));
    const act = await beginAct(store, 'handed-out', note);
    expect(await judgeAct(here.records, act)).toMatchObject({ back: [], changed: 0 });
    expect(await undoAct(store, act, 'Ångrat')).toEqual({ back: 0, changed: 0 });
    const half = await handOut(ids.slice(0, 1));
    const whole = { ...half.act, records: note };
    expect(await undoAct(store, whole, 'Ångrat')).toEqual({ back: 1, changed: 0 });
  });

  test('X12: nothing is kept of what wrote nothing', async () => {
    await handOut();
    const [first] = await kept();
    expect((await handOut()).ids).toEqual([]);
    expect(await kept()).toEqual([first]);
  });

  test('X12: a device that only reads takes nothing back and keeps the note', async () => {
    const { act } = await handOut();
    const reading = openRecords(here.database.records, here.records.doing, () => false);
    expect((await undoAct({ ...store, records: reading }, act, 'Ångrat')).back).toBe(0);
    expect([await kept(), await states()]).toEqual([
      [act],
      ['handed-out', 'handed-out', 'handed-out'],
    ]);
  });

  test('X12: after thirty days the note is gone, and each workspace has its own', async () => {
    const { act } = await handOut();
    expect(await keptActs(`${here.id}-other`, TODAY)).toEqual([]);
    expect(await keptActs(here.id, '2026-12-20')).toEqual([act]);
    expect(await keptActs(here.id, '2026-12-21')).toEqual([]);
    expect(await kept()).toEqual([]);
  });
});

describe('X12: the list of what can be undone', () => {
  test('X12: follows what is written, and shows nothing that an undo would not find', async () => {
    const seen: (readonly JudgedAct[])[] = [];
    let heard = (): void => undefined;
    const next = async (wanted: (acts: readonly JudgedAct[]) => boolean): Promise<void> => {
      while (!seen.some(wanted)) await new Promise<void>((resolve) => (heard = resolve));
      seen.length = 0;
    };
    const failed = (error: unknown): never => {
      throw error;
    };
    const told = (acts: readonly JudgedAct[]): void => {
      seen.push(acts);
      heard();
    };
    await beginAct(store, 'resent', [{ id: 'batch' }]);
    const stop = followActs({ ...store, collection: here.database.records }, TODAY, {
      show: told,
      failed,
    });
    await next((acts) => acts.length === 0);
    const { act } = await handOut();
    await next(([first]) => first?.act.id === act.id && first.back.length === 3);
    await undoAct(store, act, 'Ångrat');
    await next((acts) => acts.length === 0);
    stop();
    await forgetAct(store, act);
  });

  test('X12: a screen may follow its own alone; a look that its end cuts off is no failure', async () => {
    const [mine, other] = [await beginAct(store, 'resent', []), (await handOut()).act];
    const told = await new Promise<readonly JudgedAct[]>((resolve, reject) => {
      const stop = followActs(
        {
          ...store,
          collection: here.database.records,
          concerns: ({ id }) => Promise.resolve(id === other.id),
        },
        TODAY,
        { show: resolve, failed: reject },
      );
      onTestFinished(stop);
    });
    expect(told.map(({ act }) => act.id)).toEqual([other.id]);

    const failed = vi.fn();
    let cut = (): void => undefined;
    const isCut = new Promise<boolean>((_, reject) => (cut = () => reject(new Error('closed'))));
    const isAsked = Promise.withResolvers<void>();
    const concerns = (): Promise<boolean> => {
      isAsked.resolve();
      return isCut;
    };
    const stop = followActs({ ...store, collection: here.database.records, concerns }, TODAY, {
      show: failed,
      failed,
    });
    await isAsked.promise;
    stop();
    cut();
    await isCut.catch(() => undefined);
    // Its own look comes to its end before anything that is asked of the store after it.
    await forgetAct(store, mine);
    await forgetAct(store, other);
    expect(failed).not.toHaveBeenCalled();
  });
});
