import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeRows,
  countCodes,
  nextFree,
  portionsOf,
} from '#programmes/apple-credit/rules/code/code-counts.ts';
import { followCodes } from '#programmes/apple-credit/rules/code/follow-codes.ts';
import { correctStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { orderState } from '#programmes/apple-credit/rules/order/order-life.ts';
import {
  correctHandOut,
  correctRedeemed,
  handOut,
  redeem,
  reveal,
  takeBack,
} from '#programmes/apple-credit/rules/code/code-commands.ts';
import { revealsOf } from '#programmes/apple-credit/rules/code/code-log.ts';
import {
  codeState,
  redemptionCode,
  sealedAt,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import {
  inGroups,
  readTypedCode,
  redemptionLink,
} from '#programmes/apple-credit/import/read/typed-code.ts';
import { dayUnsaid, saidDay } from '#core/import/import-steps.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { codeWith, orderWith, recordOf, valueOf } from '#tests/factories/credit.ts';

const doing = doingOn('2026-11-20');
const redeemed = (code: RedemptionCode = codeWith(), on = '2026-11-19') =>
  recordOf(
    valueOf(
      redeem(
        code,
        { account: 'innehall@nordby.example', place: 'Apple School Manager', on },
        doing,
      ),
    ),
  );
const handedOut = (code: RedemptionCode = codeWith(), to = '7B') =>
  recordOf(valueOf(handOut(code, { to, on: '2026-11-12' }, doing)));

describe('a code', () => {
  test('A6: is handed out to someone, on a day that has been', () => {
    expect(codeState(handedOut())).toBe('handed-out');
    expect(handOut(codeWith(), { to: ' ', on: '2026-11-12' }, doing)).toMatchObject({
      problem: { code: 'receiver-needed' },
    });
    expect(handOut(codeWith(), { to: '7B', on: '2026-11-21' }, doing)).toMatchObject({
      problem: { code: 'day-in-the-future' },
    });
    expect(handOut(redeemed(), { to: '7B', on: '2026-11-12' }, doing)).toMatchObject({
      problem: { code: 'already-redeemed' },
    });
  });

  test('A6: goes to no one else once it is handed out, except by a correction with a reason', () => {
    const first = handedOut();
    expect(handOut(first, { to: '9Z', on: '2026-11-12' }, doing)).toMatchObject({
      problem: { code: 'already-handed-out' },
    });
    const right = { to: ' 9Z ', on: '2026-11-13', reason: 'Fel klass' };
    expect(correctHandOut(first, { ...right, reason: ' ' }, doing)).toMatchObject({
      problem: { code: 'reason-needed', field: 'reason' },
    });
    expect(correctHandOut(first, { ...right, to: '' }, doing)).toMatchObject({
      problem: { field: 'to' },
    });
    expect(correctHandOut(codeWith(), right, doing)).toMatchObject({
      problem: { code: 'step-is-gone' },
    });
    const after = recordOf(valueOf(correctHandOut(first, right, doing)));
    expect(currentSteps(after.steps)).toMatchObject([
      { on: '2026-11-13', data: { to: '9Z' }, reason: 'Fel klass' },
    ]);
    expect(after.steps[0]).toEqual(first.steps[0]);
    expect(
      codeState(recordOf(valueOf(takeBack(after, { kind: 'handed-out', reason: 'x' }, doing)))),
    ).toBe('free');
  });

  test('A6: what two devices handed out is one after a correction', () => {
    const mine = handedOut();
    const two = {
      ...mine,
      steps: [...mine.steps, { ...mine.steps[0]!, id: 'other', on: '2026-11-14', by: 'johan' }],
    };
    const after = recordOf(
      valueOf(correctHandOut(two, { to: '9Z', on: '2026-11-10', reason: 'Fel klass' }, doing)),
    );
    expect(currentSteps(after.steps)).toMatchObject([
      { id: 'other', on: '2026-11-10', data: { to: '9Z' } },
    ]);
  });

  test('A6: is not redeemed before its order was placed', () => {
    const on = (day: string) =>
      redeem(codeWith(), { account: 'x', place: '', on: day, orderedOn: '2026-09-01' }, doing);
    expect(on('2026-08-31')).toMatchObject({
      problem: { code: 'before-the-order', field: 'on', params: { orderedOn: '2026-09-01' } },
    });
    expect(on('2026-09-01').ok).toBe(true);
  });

  test('A6: is not handed out before its order was placed, nor corrected to such a day', () => {
    const out = { to: '7B', on: '2026-08-31', orderedOn: '2026-09-01' };
    const early = { problem: { code: 'before-the-order', field: 'on' } };
    expect(handOut(codeWith(), out, doing)).toMatchObject(early);
    expect(handOut(codeWith(), { ...out, on: '2026-09-01' }, doing).ok).toBe(true);
    expect(correctHandOut(handedOut(), { ...out, reason: 'Fel dag' }, doing)).toMatchObject(early);
    expect(
      correctHandOut(handedOut(), { ...out, on: '2026-09-01', reason: 'Fel dag' }, doing).ok,
    ).toBe(true);
  });

  test('A6: is redeemed with account, place, day and person', () => {
    expect(redeemed().steps.at(-1)).toMatchObject({
      kind: 'redeemed',
      on: '2026-11-19',
      by: 'sara',
      data: { account: 'innehall@nordby.example', place: 'Apple School Manager' },
    });
    const again = redeem(redeemed(), { account: 'x', place: '', on: '2026-11-19' }, doing);
    expect(again).toMatchObject({ problem: { code: 'already-redeemed' } });
    const later = redeem(codeWith(), { account: 'x', place: '', on: '2026-11-21' }, doing);
    expect(later).toMatchObject({ problem: { code: 'day-in-the-future', field: 'on' } });
  });

  test('A6: redeemed wins over handed out, whatever another device writes and when', () => {
    const kinds = fc.constantFrom('handed-out', 'revealed', 'redeemed');
    const step = fc.record({
      kind: kinds,
      on: fc.constantFrom('2026-01-01', '2026-11-19', '2026-12-31'),
      at: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(step), (others) => {
        const foreign = others.map((other, at): Step => ({
          ...other,
          id: `other-${at}`,
          by: 'johan',
        }));
        expect(codeState({ steps: [...foreign, ...redeemed().steps] })).toBe('redeemed');
      }),
    );
  });

  test('A6: leaves redeemed only by a later correction with a reason', () => {
    const code = redeemed(handedOut());
    expect(takeBack(code, { kind: 'redeemed', reason: ' ' }, doing)).toMatchObject({
      problem: { code: 'reason-needed' },
    });
    const back = recordOf(valueOf(takeBack(code, { kind: 'redeemed', reason: 'Fel kod' }, doing)));
    expect(codeState(back)).toBe('handed-out');
    expect(back.steps).toHaveLength(3);
    expect(takeBack(back, { kind: 'redeemed', reason: 'x' }, doing)).toMatchObject({
      problem: { code: 'step-is-gone' },
    });
  });

  test('A6: how and when it was redeemed is corrected by a later step with a reason, and it stays redeemed', () => {
    const input = { account: 'b@x.example', place: '', on: '2026-11-10', reason: 'Kvittot' };
    const after = recordOf(valueOf(correctRedeemed(redeemed(), input, doing)));
    expect([codeState(after), after.steps]).toMatchObject([
      'redeemed',
      [{}, { on: '2026-11-10', reason: 'Kvittot', data: { account: 'b@x.example', place: '' } }],
    ]);
    const refused = (more: object, code = redeemed()) =>
      correctRedeemed(code, { ...input, ...more }, doing);
    expect(refused({ reason: ' ' })).toMatchObject({ problem: { code: 'reason-needed' } });
    expect(refused({ on: '2026-11-21' })).toMatchObject({ problem: { field: 'on' } });
    expect(refused({ orderedOn: '2026-11-12' })).toMatchObject({
      problem: { code: 'before-the-order' },
    });
    expect(refused({}, codeWith())).toMatchObject({ problem: { code: 'step-is-gone' } });
    expect(refused({ on: '' })).toMatchObject({ problem: { field: 'on' } });
  });

  test('A6: who corrects the account alone need not say the day that no file said', () => {
    const code = redeemed();
    const [step] = code.steps;
    const unsaid = { ...code, steps: [{ ...step!, data: dayUnsaid(step!.on) }] };
    const input = { account: 'b@x.example', place: '', on: '', reason: 'Kvittot' };
    const after = recordOf(valueOf(correctRedeemed(unsaid, input, { ...doing, now: 9 })));
    expect(after.steps.at(-1)).toMatchObject({ data: { account: 'b@x.example' } });
    expect(saidDay(after.steps.at(-1)!)).toBe('');
  });

  test('A6: what two devices redeemed is taken back together; what a third brings later stays redeemed', () => {
    const mine = redeemed();
    const two = {
      ...mine,
      steps: [...mine.steps, { ...mine.steps[0]!, id: 'other', by: 'johan' }],
    };
    const back = recordOf(
      valueOf(takeBack(two, { kind: 'redeemed', reason: 'Fel kod' }, { ...doing, now: 1 })),
    );
    expect(codeState(back)).toBe('free');
    expect(codeState({ steps: [...back.steps, { ...mine.steps[0]!, id: 'third' }] })).toBe(
      'redeemed',
    );
  });

  test('A6: every view is logged with who, when and why, newest first, and none is lost', () => {
    let code = codeWith();
    for (const reason of ['redeem', 'hand-out', 'check'] as const)
      code = recordOf(reveal(code, reason, doing));
    expect(revealsOf(code).map(({ data, by, on }) => [data?.reason, by, on])).toEqual([
      ['check', 'sara', '2026-11-20'],
      ['hand-out', 'sara', '2026-11-20'],
      ['redeem', 'sara', '2026-11-20'],
    ]);
    expect(codeState(code)).toBe('free');
  });

  test('A6: a code names itself by number, never by itself', () => {
    const code = redeemed(handedOut());
    expect(redemptionCode.title(code)).toEqual({ code: 'code-number', params: { number: '1' } });
    expect(redemptionCode.secretFields).toContain(sealedAt(code.id).field);
  });
});

describe('an order follows its codes', () => {
  const order = orderWith([
    ['ordered', '2026-08-28'],
    ['ready', '2026-09-04'],
    ['downloaded', '2026-10-12'],
  ]);
  const stateOf = (steps: readonly Step[]) => orderState(order.data, steps, '2026-11-20');

  test('A6: redeemed on the day of its last code, once all are', () => {
    const [one, two] = [
      redeemed(codeWith([], 1), '2026-11-19'),
      redeemed(codeWith([], 2), '2026-11-18'),
    ];
    expect(followCodes(order, [one, codeWith([], 2)], doing)).toBeUndefined();
    const after = recordOf(followCodes(order, [one, two], doing)!);
    expect(after.steps.at(-1)).toMatchObject({ kind: 'redeemed', on: '2026-11-19' });
    expect(stateOf(after.steps)).toBe('redeemed');
    expect(followCodes(after, [one, two], doing)).toBeUndefined();
  });

  test('A6: the only code tells the order its account and place too', () => {
    const after = followCodes(order, [redeemed()], doing);
    expect(after?.steps?.at(-1)?.data).toMatchObject({
      account: 'innehall@nordby.example',
      place: 'Apple School Manager',
    });
  });

  const unsaid = (number: number): RedemptionCode => {
    const code = redeemed(codeWith([], number), '2026-11-20');
    const data = { ...code.steps.at(-1)!.data, ...dayUnsaid('2026-11-20') };
    return { ...code, steps: [{ ...code.steps.at(-1)!, data }] };
  };

  test('A4: redeemed on a day that nobody said, where a file does not say it of one of them', () => {
    for (const codes of [[unsaid(1)], [unsaid(1), redeemed(codeWith([], 2), '2026-11-18')]]) {
      const step = followCodes(order, codes, doing)!.steps!.at(-1)!;
      expect([step.kind, saidDay(step)]).toEqual(['redeemed', '']);
    }
  });

  test('A4: whoever says the day of the last of them says it of the order, and not over who wrote there since', () => {
    const codes = [unsaid(1), redeemed(codeWith([], 2), '2026-11-16')];
    const after = recordOf(followCodes(order, codes, doing)!);
    const later = { ...doing, now: after.steps.at(-1)!.at + 1 };
    const input = { account: 'a@x.example', place: '', on: '2026-11-18', reason: 'Kvittot' };
    const said = recordOf(valueOf(correctRedeemed(codes[0]!, input, later)));
    const told = recordOf(followCodes(after, [said, codes[1]!], later)!);
    const [step] = currentSteps(told.steps).filter(({ kind }) => kind === 'redeemed');
    expect(step).toMatchObject({ on: '2026-11-18', reason: 'Kvittot', data: { by: 'codes' } });
    expect(saidDay(step!)).toBe('2026-11-18');
    const last = { ...later, now: told.steps.at(-1)!.at + 1 };
    expect(followCodes(told, [said, codes[1]!], last)).toBeUndefined();
  });

  test('A6: a day that someone said of the order stays when a code is corrected afterwards', () => {
    const codes = [unsaid(1), unsaid(2)];
    const after = recordOf(followCodes(order, codes, doing)!);
    const step = after.steps.at(-1)!.id;
    const then = { ...doing, now: after.steps.at(-1)!.at + 1 };
    const said = recordOf(
      valueOf(correctStep(after, { step, on: '2026-11-18', reason: 'Kvittot' }, then)),
    );
    const later = { ...doing, now: then.now + 1 };
    const input = { account: 'b@x.example', place: '', on: '', reason: 'Fel konto' };
    const corrected = recordOf(valueOf(correctRedeemed(codes[0]!, input, later)));
    expect(followCodes(said, [corrected, codes[1]!], later)).toBeUndefined();
  });

  test('A6: no longer redeemed once a code is taken back, with the same reason', () => {
    const code = redeemed();
    const after = recordOf(followCodes(order, [code], doing)!);
    const taken = recordOf(valueOf(takeBack(code, { kind: 'redeemed', reason: 'Fel kod' }, doing)));
    const back = recordOf(followCodes(after, [taken], doing)!);
    expect(stateOf(back.steps)).toBe('downloaded');
    expect(back.steps.at(-1)).toMatchObject({ reason: 'Fel kod' });
    expect(followCodes(back, [taken], doing)).toBeUndefined();
  });

  test('A4: what a person wrote of the order itself goes only when a code is taken back afterwards', () => {
    const byHand = orderWith([
      ['downloaded', '2026-10-12'],
      ['redeemed', '2026-10-13'],
    ]);
    expect(followCodes(byHand, [codeWith()], doing)).toBeUndefined();
    const later = { ...doing, now: byHand.steps.at(-1)!.at + 1 };
    const taken = recordOf(
      valueOf(takeBack(redeemed(), { kind: 'redeemed', reason: 'Fel kod' }, later)),
    );
    expect(stateOf(followCodes(byHand, [taken], later)!.steps!)).toBe('downloaded');
    expect(followCodes(order, [], doing)).toBeUndefined();
  });
});

describe('a list of codes', () => {
  test('A6: counts by state, and the next free ones by number', () => {
    const codes = [
      redeemed(codeWith([], 3)),
      codeWith([], 4),
      handedOut(codeWith([], 1)),
      codeWith([], 2),
    ];
    const rows = codeRows(codes);
    expect(rows.map(({ number, state, to }) => [number, state, to])).toEqual([
      [1, 'handed-out', '7B'],
      [2, 'free', ''],
      [3, 'redeemed', 'innehall@nordby.example'],
      [4, 'free', ''],
    ]);
    expect(countCodes(rows)).toEqual({ all: 4, free: 2, 'handed-out': 1, redeemed: 1 });
    expect(nextFree(rows, 1).map(({ number }) => number)).toEqual([2]);
    expect(nextFree(rows, 9)).toHaveLength(2);
    expect(nextFree(rows, -1)).toEqual([]);
  });

  test('A6: what was handed out, by receiver and day, the newest first', () => {
    const out = (number: number, to: string, on: string) =>
      recordOf(valueOf(handOut(codeWith([], number), { to, on }, doing)));
    const codes = [
      out(1, '7B', '2026-11-12'),
      out(3, '7C', '2026-11-20'),
      out(2, '7C', '2026-11-20'),
      codeWith([], 4),
    ];
    const [two, three, one] = [codes[2]!.id, codes[1]!.id, codes[0]!.id];
    expect(portionsOf(codeRows([...codes, redeemed(handedOut(codeWith([], 5)))]))).toEqual([
      { to: '7C', on: '2026-11-20', ids: [two, three] },
      { to: '7B', on: '2026-11-12', ids: [one] },
    ]);
  });
});

describe('a typed code', () => {
  test.each([
    ['XK7M4QTP9WRD2HVN', 'XK7M4QTP9WRD2HVN'],
    [' xk7m-4qtp 9wrd–2hvn ', 'XK7M4QTP9WRD2HVN'],
    ['https://apps.apple.com/redeem?ctx=apps&code=fake2a3b4c5d', 'FAKE2A3B4C5D'],
  ])('A6: %o is read', (typed, code) =>
    expect(readTypedCode(typed)).toEqual({ ok: true, value: code }),
  );

  test.each([
    ['', 'code-needed'],
    [' - ', 'code-needed'],
    ['XK7M_4QTP', 'not-a-code'],
    ['ÅKE12345', 'not-a-code'],
    ['Not available', 'not-a-code'],
    ['Redeemed', 'not-a-code'],
    ['Klass sju B', 'not-a-code'],
    ['=1+1', 'not-a-code'],
    ['https://evil.example/?code=FAKE12345678', 'not-a-code'],
    ['1234567', 'code-too-short'],
    ['A'.repeat(21), 'code-too-long'],
  ])('A6: %o is refused: %s, without repeating it', (typed, code) => {
    const answer = readTypedCode(typed);
    expect(answer).toMatchObject({ problem: { code, field: 'code' } });
    if (typed.trim().length > 1) expect(JSON.stringify(answer)).not.toContain(typed.trim());
  });

  test('A6: is shown in groups of four; the link of an app code is built from it', () => {
    expect(inGroups('XK7M4QTP9WRD2HVN')).toEqual(['XK7M', '4QTP', '9WRD', '2HVN']);
    expect(inGroups('FAKE2A3B4')).toEqual(['FAKE', '2A3B', '4']);
    expect(redemptionLink('FAKE2A')).toBe('https://apps.apple.com/redeem?code=FAKE2A&ctx=apps');
  });
});
