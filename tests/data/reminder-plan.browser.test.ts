import { afterEach, describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { dueReminders, type PlannedItem } from '#core/reminder/planned-reminder.ts';
import { WITHDRAWN, withStep } from '#core/record/step.ts';
import { forgetPlan, markShown, readPlans, silencePlans, writePlan } from '#data/reminder-plan.ts';
import { reminders as swedish } from '#workspace/words/sv/reminders.ts';
import { plannedItems } from '#workspace/screens/reminders/planned-items.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { shellTexts } from '../ui/texts.ts';

const item: PlannedItem = {
  id: 'order-1.inbox',
  rule: 'inbox',
  on: '2026-12-03',
  knownOn: '2026-11-20',
  address: '/credit/order-1',
  reminders: [],
};

const isThere = async (): Promise<boolean> =>
  (await indexedDB.databases()).some(({ name }) => name === 'volym-plan');

/** Other tests of this page may have made it. */
const takeAway = async (): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const request = indexedDB.deleteDatabase('volym-plan');
  request.onsuccess = () => resolve();
  request.onerror = () => reject(request.error);
  return promise;
};

afterEach(async () => {
  for (const { workspace } of (await readPlans()).plans) await forgetPlan(workspace);
});

describe('the plan that page and worker share', () => {
  test('X3: reading, silencing and forgetting make no database where there is none', async () => {
    await takeAway();
    expect(await readPlans()).toEqual({ plans: [], shown: new Set() });
    await silencePlans();
    await forgetPlan('w');
    expect(await isThere()).toBe(false);
  });

  test('X3: a plan is written from what it was; the device’s first day stays', async () => {
    await writePlan('w', '2026-11-20', (before) => [...before, item]);
    await writePlan('w', '2026-11-25', (before) => [...before, { ...item, id: 'order-2.inbox' }]);
    const [plan] = (await readPlans()).plans;
    expect(plan).toMatchObject({ workspace: 'w', after: '2026-11-19' });
    expect(plan?.items.map(({ id }) => id)).toEqual(['order-1.inbox', 'order-2.inbox']);
  });

  test('X3: one workspace at a time reminds, and what was shown stays known until it is long past', async () => {
    await writePlan('w', '2026-11-20', () => [item]);
    await markShown({ marks: ['a'], workspace: 'w', day: '2026-11-20' });
    await writePlan('other', '2026-11-21', () => [item]);
    const { plans, shown } = await readPlans();
    expect(plans.map(({ workspace, items }) => [workspace, items.length])).toEqual([
      ['other', 1],
      ['w', 0],
    ]);
    expect([...shown]).toEqual(['a']);
    await writePlan('w', '2028-01-01', () => []);
    expect((await readPlans()).shown.size).toBe(0);
  });

  test('X3: silenced, the example shows nothing of one’s own workspace', async () => {
    await writePlan('w', '2026-11-20', () => [item]);
    await silencePlans();
    expect((await readPlans()).plans).toMatchObject([
      { workspace: 'w', after: '2026-11-19', items: [] },
    ]);
  });

  test('X3: forgotten with its workspace, and the database with the last', async () => {
    await writePlan('w', '2026-11-20', () => [item]);
    await writePlan('other', '2026-11-20', () => [item]);
    await markShown({ marks: ['a'], workspace: 'w', day: '2026-11-20' });
    await markShown({ marks: ['b'], workspace: 'other', day: '2026-11-20' });
    await forgetPlan('w');
    expect([...(await readPlans()).shown]).toEqual(['b']);
    await forgetPlan('other');
    expect(await isThere()).toBe(false);
  });

  test('X3: what cannot be written leaves the plan as it was', async () => {
    await writePlan('w', '2026-11-20', () => [item]);
    const broken = writePlan('other', '2026-11-21', () => {
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect((await readPlans()).plans[0]?.items).toHaveLength(1);
  });
});

describe('a date that comes back by a change, as page and worker tell it', () => {
  const texts = { ...shellTexts('sv'), reminders: swedish };
  const doing = (on: string) => ({
    ...doingOn(on),
    newId: () => `step-${on}`,
    now: Date.parse(`${on}T12:00:00`),
  });
  const changed = (order: CreditOrder, on: string, change: Partial<CreditOrder>): CreditOrder => ({
    ...order,
    ...change,
    updatedAt: Date.parse(`${on}T12:00:00`),
  });
  const ready = (id = 'order-1', input = {}) =>
    changed(orderWith([['ready', '2026-09-04']], input, id), '2026-09-04', {});
  const plan = (today: string, ...orders: readonly CreditOrder[]) =>
    writePlan('w', today, (before, known) => plannedItems(orders, before, today, texts, known));
  /** What the worker shows on a day, and remembers. */
  const told = async (today: string): Promise<string[]> => {
    const { plans, shown } = await readPlans();
    const due = plans.flatMap((plan) => dueReminders(plan, shown, today));
    for (const reminder of due) await markShown(reminder);
    return due.map(({ day, words }) => `${day} ${words.body.replace(/[\u202f\u00a0]/g, ' ')}`);
  };
  const LATE = '2026-11-23 4500218837. Sista dagen är 3 dec. Påminnelse från 23 nov.';
  const downloaded = (order: CreditOrder, on: string) =>
    changed(order, on, { steps: withStep(order.steps, { kind: 'downloaded', on }, doing(on)) });
  const takenBack = (order: CreditOrder, on: string) =>
    changed(order, on, {
      steps: withStep(
        order.steps,
        { kind: WITHDRAWN, on, withdraws: order.steps.at(-1)!.id, reason: 'Fel' },
        doing(on),
      ),
    });

  test('X3: "downloaded" taken back on 25 November, the step of 23 November is shown at once, and once', async () => {
    await plan('2026-11-10', ready());
    expect(await told('2026-11-10')).toEqual([]);
    const away = downloaded(ready(), '2026-11-22');
    await plan('2026-11-22', away);
    expect(await told('2026-11-24')).toEqual([]);
    const back = takenBack(away, '2026-11-25');
    await plan('2026-11-25', back);
    expect(await told('2026-11-25')).toEqual([LATE]);
    await plan('2026-11-26', changed(back, '2026-11-26', {}));
    expect(await told('2026-11-26')).toEqual([]);
  });

  test('X3: so does the order that turned out to be another one', async () => {
    const asked = changed(ready(), '2026-11-22', { data: { ...ready().data, meets: 'older' } });
    await plan('2026-11-22', asked);
    expect(await told('2026-11-24')).toEqual([]);
    await plan('2026-11-25', changed(ready(), '2026-11-25', {}));
    expect(await told('2026-11-25')).toEqual([LATE]);
  });

  test('X3: what was shown on its day is not shown again, and a new device shows nothing from before', async () => {
    await plan('2026-11-10', ready());
    expect(await told('2026-11-23')).toHaveLength(1);
    const away = downloaded(ready(), '2026-11-24');
    await plan('2026-11-24', away);
    const back = takenBack(away, '2026-11-25');
    await plan('2026-11-25', back);
    expect(await told('2026-11-25')).toEqual([]);
    await forgetPlan('w');
    const many = Array.from({ length: 9 }, (_, at) => ({ ...back, id: `order-${at}` }));
    for (const day of ['2026-11-25', '2026-11-26']) {
      await plan(day, ...many);
      expect(await told(day)).toEqual([]);
    }
  });

  test('X3: nor does a workspace that was left for another, when it is entered again', async () => {
    await plan('2026-11-24', changed(ready(), '2026-11-24', {}));
    expect(await told('2026-11-24')).toEqual([]);
    await writePlan('other', '2026-11-25', () => []);
    await silencePlans();
    await plan('2026-11-25', changed(ready(), '2026-11-24', {}));
    expect(await told('2026-11-25')).toEqual([]);
  });
});
