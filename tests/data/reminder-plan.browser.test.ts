import { afterEach, describe, expect, test } from 'vitest';
import type { PlannedItem } from '#domain/planned-reminder.ts';
import { forgetPlan, markShown, readPlans, silencePlans, writePlan } from '#data/reminder-plan.ts';

const item: PlannedItem = {
  ...{ id: 'order-1.inbox', rule: 'inbox', on: '2026-12-03', knownOn: '2026-11-20', address: '/credit/order-1' },
  reminders: [],
};

const isThere = async (): Promise<boolean> => (await indexedDB.databases()).some(({ name }) => name === 'volym-plan');

afterEach(async () => {
  for (const { workspace } of (await readPlans()).plans) await forgetPlan(workspace);
});

describe('the plan that page and worker share', () => {
  test('X3: reading, silencing and forgetting make no database where there is none', async () => {
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
    expect((await readPlans()).plans).toEqual([{ workspace: 'w', after: '2026-11-19', items: [] }]);
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
