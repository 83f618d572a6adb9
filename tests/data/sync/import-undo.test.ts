import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import { importState, type ImportRun } from '#core/import/import-run.ts';
import { answerQuestion } from '#workspace/rules/questions/answer-question.ts';
import { ok } from '#core/result.ts';
import { giveAnswer } from '#data/questions/give-answer.ts';
import { noteWhatStayed } from '#data/import/undo/what-stayed.ts';
import { restoreWithOrder } from '#data/trash/restore.ts';
import { openSheetHere } from '#tests/factories/sheet-here.ts';
import { importsIn } from '#tests/factories/undone-imports.ts';
import { openVaultHere } from '#tests/factories/vault-here.ts';
import type { Device } from './devices.ts';
import { order, PATIENT, setAmount, world } from './world.ts';

const ROWS = ['FAKE1111AAAA', 'FAKE2222BBBB'].map(
  (code) => `W1,2026-10-30,2026-11-02,100.00,SEK,${code},`,
);
const KINDS = ['credit-order', 'redemption-code', 'import-run'] as const;
const allOn = async ({ records }: Device): Promise<VolymRecord[]> =>
  (await Promise.all(KINDS.map((kind) => records.find({ kind, trashed: true }))))
    .flat()
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** Two devices of one workspace with a hand on each. */
const pair = async () => {
  const { device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  const vault = await openVaultHere();
  const handsOn = ({ records }: Device) => importsIn({ records, vault }, openSheetHere);
  let passes = 0;
  /**
   * What each writes last arrives last: all that was written before is on the other device then.
   */
  const pass = async (): Promise<void> => {
    const last = [phone, tablet].map(({ name }) => `last-${name}-${(passes += 1)}`) as [
      string,
      string,
    ];
    await phone.records.create(order(last[0]));
    await tablet.records.create(order(last[1]));
    for (const { records } of [phone, tablet])
      await expect.poll(async () => (await records.many(last)).size, PATIENT).toBe(2);
  };
  /** Both are let onto the network until they hold the same, and taken from it again. */
  const meet = async (): Promise<void> => {
    await Promise.all([phone.connect(), tablet.connect()]);
    // Once to bring the two states together, and once more for what was made of them.
    await pass();
    await pass();
    await expect
      .poll(async () => isDeepStrictEqual(await allOn(tablet), await allOn(phone)), PATIENT)
      .toBe(true);
    await Promise.all([phone.disconnect(), tablet.disconnect()]);
  };
  return { phone, tablet, byPhone: handsOn(phone), byTablet: handsOn(tablet), meet };
};

/** An import that the phone made and both know. */
const imported = async () => {
  const two = await pair();
  const run = await two.byPhone.bring('a.csv', ...ROWS);
  await two.meet();
  const [bought] = await two.phone.records
    .find({ kind: 'credit-order' })
    .then((all) => all.filter(isW1));
  return { ...two, run, bought: bought as CreditOrder };
};
const isW1 = ({ data }: VolymRecord): boolean =>
  (data as { orderNumber?: string }).orderNumber === 'W1';

const runOn = async ({ records }: Device, run: string) => (await records.get(run)) as ImportRun;
/** What the import's page says on a device, once it was opened there. */
const saysOn = async (device: Device, run: string) => {
  await noteWhatStayed(device.records, run);
  const now = await runOn(device, run);
  return [
    importState(now),
    Object.fromEntries(now.data.kept.map(({ id, reason }) => [id, reason])),
  ];
};
const questionsOn = async (device: Device) =>
  (await allOn(device)).flatMap(({ id, clashes }) => clashes.map(({ field }) => [id, field]));
const codesOn = async ({ records }: Device, parent: string) =>
  (await records.find({ kind: 'redemption-code', parent, trashed: true }))
    .map(({ trashedOn }) => trashedOn !== '')
    .sort();

describe('A5: an import that one device undid while another one wrote in it', () => {
  test('A5: an order that was edited there stays with the edit, is asked about, and the import says so on both', async () => {
    const { phone, tablet, byPhone, meet, run, bought } = await imported();
    await byPhone.undo(run);
    await setAmount(tablet, '333.00', bought.id);
    await meet();
    for (const device of [phone, tablet]) {
      expect((await device.records.get(bought.id)) as CreditOrder).toMatchObject({
        trashedOn: '',
        data: { amount: '333.00' },
      });
      expect(await questionsOn(device)).toEqual([[bought.id, TRASHED_ON]]);
      expect(await saysOn(device, run)).toEqual(['undone', { [bought.id]: 'asked' }]);
      // Nobody wrote in the codes: they went.
      expect(await codesOn(device, bought.id)).toEqual([true, true]);
    }
    await meet();
    expect(await questionsOn(phone)).toEqual([[bought.id, TRASHED_ON]]);
  });

  test('A5: a code that was redeemed there stays redeemed; answered with "stays" its order is back with all its codes', async () => {
    const { phone, tablet, byPhone, byTablet, meet, run, bought } = await imported();
    await byPhone.undo(run);
    const [code] = await byTablet.live('redemption-code');
    await byTablet.redeemCode(code as never);
    await meet();
    for (const device of [phone, tablet])
      expect(await saysOn(device, run)).toEqual(['undone', { [code!.id]: 'asked' }]);
    const [clash] = (await phone.records.get(code!.id))!.clashes;
    await phone.records.change(code!.id, (now, doing) =>
      answerQuestion(now, { clash: clash!.id, value: '', reason: 'Den är inlöst' }, doing),
    );
    await restoreWithOrder(phone.records, code!.id);
    await meet();
    for (const device of [phone, tablet]) {
      expect(await questionsOn(device)).toEqual([]);
      expect((await device.records.get(bought.id))?.trashedOn).toBe('');
      // The order and all of its codes stay together.
      expect(await codesOn(device, bought.id)).toEqual([false, false]);
      expect(await saysOn(device, run)).toEqual([
        'undone',
        { [code!.id]: 'redeemed', [bought.id]: 'has-codes' },
      ]);
    }
  });

  test('A5: the answer "stays" undone: the order and each of its codes are back where they were', async () => {
    const { phone, byPhone, byTablet, meet } = await pair();
    const three = ['FAKE1111AAAA', 'FAKE2222BBBB', 'FAKE3333CCCC'];
    const run = await byPhone.bring(
      'a.csv',
      ...three.map((code) => `W1,2026-10-30,2026-11-02,100.00,SEK,${code},`),
    );
    const [, thrown] = await byPhone.live('redemption-code');
    await phone.records.change(thrown!.id, (now) => ok({ ...now, trashedOn: '2026-11-07' }));
    await meet();
    await byPhone.undo(run);
    const [code] = await byTablet.live('redemption-code');
    await byTablet.redeemCode(code as never);
    await meet();
    const lying = async () => (await allOn(phone)).map(({ id, trashedOn }) => [id, trashedOn]);
    const before = await lying();
    expect(before.filter(([, day]) => day === '2026-11-07')).toHaveLength(1);
    const asked = (await phone.records.get(code!.id))!;
    const answer = { record: asked, clash: asked.clashes[0]!, value: '', reason: 'Den är inlöst' };
    const given = await giveAnswer(phone.records, answer);
    expect(given).toMatchObject({ ok: true, value: { refused: undefined } });
    expect(await codesOn(phone, asked.parent)).toEqual([false, false, false]);
    expect((await phone.records.get(asked.parent))?.trashedOn).toBe('');
    expect(given.ok && (await given.value.takeBack())).toBeUndefined();
    expect(await lying()).toEqual(before);
    expect(await questionsOn(phone)).toEqual([[code!.id, TRASHED_ON]]);
  });

  test('A5: an answer "stays" whose order this version does not understand is taken back, and says why', async () => {
    const { phone, byPhone, byTablet, meet, run, bought } = await imported();
    await byPhone.undo(run);
    const [code] = await byTablet.live('redemption-code');
    await byTablet.redeemCode(code as never);
    await meet();
    await phone.records.change(bought.id, (now) => ok({ ...now, data: { ...now.data, v: 99 } }));
    const asked = (await phone.records.get(code!.id))!;
    const before = await codesOn(phone, bought.id);
    const answer = { record: asked, clash: asked.clashes[0]!, value: '', reason: '' };
    const given = await giveAnswer(phone.records, answer);
    expect(given).toMatchObject({
      ok: true,
      value: { refused: { code: 'record-not-understood' } },
    });
    expect(await codesOn(phone, bought.id)).toEqual(before);
    expect(await questionsOn(phone)).toEqual([[code!.id, TRASHED_ON]]);
  });

  test('A5: a field that it had changed and that was edited there is asked about, with both values', async () => {
    const { phone, tablet, byPhone, meet, bought } = await imported();
    const second = await byPhone.bring(
      'b.csv',
      'W1,2026-10-30,2026-11-02,200.00,SEK,FAKE1111AAAA,',
    );
    await meet();
    await byPhone.undo(second);
    await setAmount(tablet, '333.00', bought.id);
    await meet();
    for (const device of [phone, tablet]) {
      const { clashes } = (await device.records.get(bought.id))!;
      expect(
        clashes.map(({ field, answers }) => [field, answers.map(({ value }) => value)]),
      ).toEqual([['amount', ['100.00', '333.00']]]);
      expect(await saysOn(device, second)).toEqual(['undone', { [bought.id]: 'asked' }]);
    }
  });
});

describe('A5: an import that two devices undid without a network', () => {
  test('A5: it is undone once, and nobody is asked', async () => {
    const { phone, tablet, byPhone, byTablet, meet, run, bought } = await imported();
    await byPhone.undo(run);
    await byTablet.undo(run);
    await meet();
    for (const device of [phone, tablet]) {
      expect(await questionsOn(device)).toEqual([]);
      expect(await saysOn(device, run)).toEqual(['undone', {}]);
      expect([
        (await device.records.get(bought.id))?.trashedOn,
        await codesOn(device, bought.id),
      ]).toEqual(['2026-11-20', [true, true]]);
    }
  });

  test('A5: what each of them kept stays, and is named on both; the import itself is no question', async () => {
    const { phone, tablet, byPhone, byTablet, meet, run, bought } = await imported();
    await setAmount(phone, '333.00', bought.id);
    await byPhone.undo(run);
    const [code, ...others] = await byTablet.live('redemption-code');
    const codes = [code!, ...others]
      .filter(({ parent }) => parent === bought.id)
      .map(({ id }) => id);
    await byTablet.redeemCode(code as never);
    await byTablet.undo(run);
    await meet();
    for (const device of [phone, tablet]) {
      // Each left the codes with the order that stayed: nobody threw one away, and nobody is asked.
      expect(await questionsOn(device)).toEqual([]);
      expect(await device.records.get(bought.id)).toMatchObject({
        trashedOn: '',
        data: { amount: '333.00' },
      });
      const [state, kept] = await saysOn(device, run);
      expect([state, Object.keys(kept as object).sort()]).toEqual([
        'undone',
        [...codes, bought.id].sort(),
      ]);
    }
    expect((await runOn(phone, run)).data.kept).toEqual((await runOn(tablet, run)).data.kept);
  });
});

describe('A5: the same file on another device', () => {
  test('A5: imported there and undone here: what came there stays', async () => {
    const { phone, tablet, byPhone, byTablet, meet } = await pair();
    const here = await byPhone.bring('a.csv', ...ROWS);
    const there = await byTablet.bring('a.csv', ...ROWS);
    await byPhone.undo(here);
    await meet();
    for (const device of [phone, tablet]) {
      const bought = (await device.records.find({ kind: 'credit-order' })).find(isW1);
      expect(await codesOn(device, bought?.id ?? '')).toEqual([false, false]);
      expect([
        importState(await runOn(device, here)),
        importState(await runOn(device, there)),
      ]).toEqual(['undone', 'imported']);
    }
  });

  test('A5: imported there again after both had it, where it brought nothing: the undo holds', async () => {
    const { phone, tablet, byPhone, byTablet, meet, run, bought } = await imported();
    await byPhone.undo(run);
    const again = await byTablet.bring('a.csv', ...ROWS);
    expect((await runOn(tablet, again)).data.counts).toMatchObject({ new: 0, changed: 0 });
    await meet();
    for (const device of [phone, tablet]) {
      expect(await questionsOn(device)).toEqual([]);
      expect(await saysOn(device, run)).toEqual(['undone', {}]);
      expect(await codesOn(device, bought.id)).toEqual([true, true]);
    }
  });
});
