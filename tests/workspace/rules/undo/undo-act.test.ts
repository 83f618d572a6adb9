import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTS_KEPT, doingOfAct, undoableActs, type Act, type ActKind } from '#core/record/act.ts';
import {
  handOut,
  redeem,
  reveal,
  takeBack,
} from '#programmes/apple-credit/rules/code/code-commands.ts';
import { correctStep, recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import {
  newPurchaser,
  editPurchaser,
  judgeAccount,
} from '#programmes/apple-credit/rules/purchaser/purchaser-commands.ts';
import {
  codeState,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { AppDeployment } from '#programmes/apple-licences/rules/deployment/app-deployment.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { changeIntent } from '#programmes/apple-licences/rules/deployment/deployment-commands.ts';
import {
  giveAgain,
  sayOfLicence,
} from '#programmes/apple-licences/rules/licence/licence-commands.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import { fromTrash, toTrash } from '#core/record/trash.ts';
import { actHolds, actState, takeActBack } from '#workspace/rules/undo/undo-act.ts';
import { stored } from '#data/records/envelope.ts';
import { codeWith, orderWith, recordOf, valueOf } from '#tests/factories/credit.ts';
import { licenceWith, userWith } from '#tests/factories/apps.ts';
import { examples } from '#tests/factories/examples.ts';
import { doingOn } from '#tests/factories/doing.ts';

const TODAY = '2026-11-20';
const doing = doingOn(TODAY);
const actOf = (kind: ActKind): Act => ({
  id: doing.newId(),
  kind,
  on: TODAY,
  at: doing.now,
  by: 'sara',
  records: [],
});
const undone = <D extends Data>(record: VolymRecord<D>, act: Act, on = { id: record.id }) =>
  takeActBack(record, act, on, { ...doing, now: doing.now, reason: 'Ångrat' });
const stateOf = (record: VolymRecord, act: Act) => actState(record, act, { id: record.id });
/** A record as the next command finds it. */
const written = <D extends Data>(draft: Draft<D>): VolymRecord<D> => recordOf(draft);

describe('X12: what an undo finds of a code that was handed out with many', () => {
  const act = actOf('handed-out');
  const out = written(
    valueOf(handOut(codeWith(), { to: '7C', on: TODAY }, doingOfAct(act, doing))),
  ) as RedemptionCode;
  const another = (at: number): Step => ({
    id: 'b',
    kind: 'handed-out',
    on: TODAY,
    at,
    by: 'anna',
    data: { to: '7B' },
  });
  const mine = out.steps[0]!;

  test.each<[string, VolymRecord, string]>([
    ['nothing since', out, 'back'],
    ['someone looked at it', written(reveal(out, 'hand-out', doing)), 'back'],
    [
      'redeemed',
      written(valueOf(redeem(out, { account: 'a@b.se', place: '', on: TODAY }, doing))),
      'changed',
    ],
    [
      'redeemed on a device whose clock is behind',
      { ...out, steps: [...out.steps, { ...another(1), kind: 'redeemed' }] },
      'changed',
    ],
    [
      'handed out by another, later',
      { ...out, steps: [...out.steps, another(mine.at + 5)] },
      'changed',
    ],
    ['handed out by another, before', { ...out, steps: [...out.steps, another(1)] }, 'back'],
    [
      'taken back by hand',
      written(valueOf(takeBack(out, { kind: 'handed-out', reason: 'Fel klass' }, doing))),
      'changed',
    ],
    ['put into the trash', { ...out, trashedOn: TODAY }, 'changed'],
    ['never written: the act was cut off', codeWith(), 'nothing'],
  ])('X12: %s', (_, record, state) => {
    expect(stateOf(record, act)).toBe(state);
    expect(undone(record, act).ok).toBe(state === 'back');
  });

  test('A6: only the act’s own step is taken back, once, under an id that is the same in every tab', () => {
    const both = { ...out, steps: [another(1), ...out.steps] };
    const back = written(valueOf(undone(both, act)));
    expect(currentSteps(back.steps).map(({ id }) => id)).toEqual(['b']);
    expect(back.steps.at(-1)).toMatchObject({
      id: `${mine.id}.undone`,
      withdraws: mine.id,
      reason: 'Ångrat',
    });
    expect(stateOf(back, act)).toBe('nothing');
    expect(undone(back, act)).toMatchObject({ problem: { code: 'nothing-to-take-back' } });
  });

  test('X12: on a clock that went back it still comes after what it takes back', () => {
    const back = valueOf(
      takeActBack(out, act, { id: out.id }, { ...doing, now: 1, reason: 'Ångrat' }),
    );
    expect(codeState(written(back) as RedemptionCode)).toBe('free');
  });

  test('X12: whatever others do before and after, an undo takes away its own step or nothing', () => {
    const others = fc.array(fc.constantFrom('out', 'redeem', 'back', 'look'), { maxLength: 4 });
    const apply = (code: RedemptionCode, what: string): RedemptionCode => {
      const answer =
        what === 'out'
          ? handOut(code, { to: '8A', on: TODAY }, doing)
          : what === 'redeem'
            ? redeem(code, { account: 'a@b.se', place: '', on: TODAY }, doing)
            : what === 'back'
              ? takeBack(code, { kind: 'handed-out', reason: 'Fel' }, doing)
              : { ok: true as const, value: reveal(code, 'check', doing) };
      return answer.ok ? (written(answer.value) as RedemptionCode) : code;
    };
    fc.assert(
      fc.property(others, others, (before, after) => {
        const own = actOf('handed-out');
        const start = before.reduce(apply, codeWith());
        const handed = handOut(start, { to: '7C', on: TODAY }, doingOfAct(own, doing));
        const code = after.reduce(
          apply,
          handed.ok ? (written(handed.value) as RedemptionCode) : start,
        );
        const back = undone(code, own);
        if (!back.ok) return;
        const left = currentSteps(back.value.steps ?? []).map(({ id }) => id);
        const wanted = currentSteps(code.steps).map(({ id }) => id);
        expect(left).toEqual(wanted.filter((id) => !id.startsWith(`${own.id}.`)));
        expect(left).toHaveLength(wanted.length - 1);
      }),
    );
  });
});

describe('X12: what an undo finds of an order that was judged or asked for with others', () => {
  const ordered = () => orderWith([['ordered', '2026-11-02']]);
  const judgedBy = (act: Act): CreditOrder =>
    written(
      valueOf(recordStep(ordered(), { kind: 'validated', on: TODAY }, doingOfAct(act, doing))),
    );

  test('A3: a verdict goes, unless the order went on', () => {
    const act = actOf('validated');
    const order = judgedBy(act);
    expect(stateOf(order, act)).toBe('back');
    const ready = written(valueOf(recordStep(order, { kind: 'ready', on: TODAY }, doing)));
    expect(stateOf(ready, act)).toBe('changed');
  });

  test('X12: a corrected day of another, earlier step changes nothing; one of its own steps does', () => {
    const act = actOf('validated');
    const order = judgedBy(act);
    const [first, own] = currentSteps(order.steps);
    const correct = (step: Step | undefined, on: string) =>
      written(valueOf(correctStep(order, { step: step?.id ?? '', on, reason: 'Fel dag' }, doing)));
    expect(stateOf(correct(first, '2026-11-01'), act)).toBe('back');
    expect(stateOf(correct(own, '2026-11-19'), act)).toBe('changed');
  });

  test('A8: of two requests the later one is undone first, then the other', () => {
    const [first, second] = [actOf('resend-requested'), actOf('resend-requested')];
    const ask = (order: CreditOrder, act: Act): CreditOrder =>
      written(
        valueOf(recordStep(order, { kind: 'resend-requested', on: TODAY }, doingOfAct(act, doing))),
      );
    const both = ask(ask(ordered(), first), second);
    expect([stateOf(both, first), stateOf(both, second)]).toEqual(['changed', 'back']);
    const record = written(valueOf(undone(both, second)));
    expect([stateOf(record, first), stateOf(record, second)]).toEqual(['back', 'nothing']);
  });

  test('A3: a purchaser that a verdict put into the register goes to the trash with it, unless someone filled it in', () => {
    const act = actOf('rejected');
    const input = {
      name: 'Maja',
      appleId: 'maja@nordby.example',
      institution: '',
      manager: '',
    } as const;
    const made = recordOf(valueOf(newPurchaser('p', input, [])));
    const verdict = { kind: 'rejected', on: TODAY, note: 'Okänt konto' } as const;
    const draft = valueOf(judgeAccount(made, verdict, doingOfAct(act, doing)));
    const judged = stored(draft, made, doing) as typeof made;
    const on = { id: 'p', isMade: true } as const;
    expect(takeActBack(judged, act, on, { ...doing, reason: 'Ångrat' })).toMatchObject({
      value: { trashedOn: TODAY },
    });
    const edit = valueOf(editPurchaser(judged, { ...input, name: 'Maja Ek' }, []));
    expect(actState(stored(edit, judged, doing), act, on)).toBe('changed');
  });
});

describe('X12: what an undo finds of what came back from the trash', () => {
  const start = stored(orderWith([], {}, 'o'), undefined, doing);
  const thrown = stored(valueOf(toTrash(start, doing)), start, doing);
  const act: Act = { ...actOf('restored'), at: thrown.updatedAt + 1 };
  const restored = stored(valueOf(fromTrash(thrown)), thrown, doing);
  const on = { id: 'o', trashedOn: '2026-11-04' };

  test('X12: it is there again with its old day, unless someone wrote since', () => {
    expect(takeActBack(restored, act, on, { ...doing, reason: '' })).toMatchObject({
      value: { trashedOn: '2026-11-04' },
    });
    const edited = stored(
      { ...restored, data: { ...restored.data, v: 1, amount: '1.00' } as Data },
      restored,
      doing,
    );
    expect(actState(edited, act, on)).toBe('changed');
    const again = stored(valueOf(toTrash(restored, doing)), restored, doing);
    expect([actState(again, act, on), actState(thrown, act, on)]).toEqual(['nothing', 'nothing']);
  });

  test('X12: restored twice, the first restoring is over', () => {
    const again = stored(valueOf(toTrash(restored, doing)), restored, doing);
    const second: Act = { ...actOf('restored'), at: again.updatedAt + 1 };
    const back = stored(valueOf(fromTrash(again)), again, doing);
    expect([actState(back, act, on), actState(back, second, on)]).toEqual(['changed', 'back']);
  });
});

describe('X12: how long an undo is kept', () => {
  const on = (day: string, at: number): Act => ({ ...actOf('resent'), on: day, at });

  test.each([
    ['2026-10-21', 1],
    ['2026-10-20', 0],
    ['2026-11-21', 1],
  ])('X12: what was done on %s is there: %i', (day, kept) => {
    expect(undoableActs([on(day, 1)], TODAY)).toHaveLength(kept);
  });

  test('X12: the newest first, and no more than forty', () => {
    const all = Array.from({ length: 60 }, (_, at) => on(TODAY, at));
    const kept = undoableActs(all, TODAY);
    expect([kept.length, kept[0]?.at, kept.at(-1)?.at]).toEqual([ACTS_KEPT, 59, 20]);
  });
});

describe('X12: what an undo finds of records that an act made, took out of the trash or changed', () => {
  const given = { to: 'user', user: userWith({ id: 'alva', name: 'Alva' }) } as const;

  test('B10: a licence that the act took out of the trash goes back there, as of that day', () => {
    const act = actOf('licences-given');
    const before = { ...licenceWith(), trashedOn: '2026-11-10' };
    // One moment for the command and what is stored, as the records take it.
    const moment = { ...doing, now: doing.now };
    const again = stored(
      valueOf(giveAgain(before, given, doingOfAct(act, moment))),
      before,
      moment,
    );
    const on = { id: again.id, isMade: true, trashedOn: '2026-11-10' } as const;
    expect(actState(again, act, on)).toBe('back');
    expect(undone(again, act, on)).toMatchObject({ ok: true, value: { trashedOn: '2026-11-10' } });
    const edited = stored({ ...again, data: { ...again.data, name: 'Alva N' } as Data }, again, {
      ...doing,
      now: again.updatedAt + 60_000,
    });
    expect(actState(edited, act, on)).toBe('changed');
  });

  test('B11: what an act made of a field is put back with its step', () => {
    const act = actOf('deployed');
    const before = written(examples['app-deployment']) as AppDeployment;
    const after = written(valueOf(changeIntent(before, 'uninstall', doingOfAct(act, doing))));
    const back = undone(after, act, { id: after.id, was: { intent: 'required' } } as never);
    expect(back).toMatchObject({ ok: true, value: { data: { intent: 'required', group: '7B' } } });
  });

  test.each<[string, string, string, string]>([
    ['nobody wrote it since', '', 'back', 'required'],
    ['a colleague wrote another value since', 'available', 'changed', 'available'],
    ['a colleague put back what was there before', 'required', 'back', 'required'],
  ])(
    'X12: a field that an act changed goes back only if it still holds it: %s',
    (_, since, state, left) => {
      const act = actOf('deployed');
      const moment = { ...doing, now: doing.now };
      const before = written(examples['app-deployment']) as AppDeployment;
      const mine = stored(
        valueOf(changeIntent(before, 'uninstall', doingOfAct(act, moment))),
        before,
        moment,
      );
      const theirs = { ...mine, data: { ...mine.data, intent: since } as Data };
      const now =
        since === ''
          ? mine
          : stored(theirs, mine, { ...doing, by: 'anna', now: mine.updatedAt + 60_000 });
      const on = { id: now.id, was: { intent: 'required' } };
      expect(actState(now, act, on)).toBe(state);
      const back = undone(now, act, on);
      expect((back.ok ? back.value : now).data).toMatchObject({ intent: left });
    },
  );

  test('X12: what an act wrote holds until it is undone, changed since or not', () => {
    const act = actOf('licences-taken-back');
    const say = { kind: 'taken-back', on: TODAY } as const;
    const free = written(valueOf(sayOfLicence(licenceWith(), say, doingOfAct(act, doing))));
    expect(actHolds(licenceWith(), act)).toBe(false);
    expect(actHolds(free, act)).toBe(true);
    expect(actHolds(written(valueOf(giveAgain(free as AssignedLicence, given, doing))), act)).toBe(
      true,
    );
    expect(actHolds(written(valueOf(undone(free, act))), act)).toBe(false);
  });
});
