import { describe, expect, test } from 'vitest';
import type {
  AppDeployment,
  AppDeploymentData,
  Intent,
} from '#programmes/apple-licences/rules/deployment/app-deployment.ts';
import {
  changeIntent,
  deploy,
  endDeployment,
  type DeploymentInput,
} from '#programmes/apple-licences/rules/deployment/deployment-commands.ts';
import {
  foretell,
  licencesMoved,
  reachedUsers,
} from '#programmes/apple-licences/rules/deployment/deployment-reach.ts';
import type { Step } from '#core/record/step.ts';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

const FIRST = 'apple-licences.accounts-2016';
const LATER = 'apple-licences.accounts-2025';
const doing = doingOn('2026-11-20');
const app = appWith({ total: 10, assigned: 8, available: 2 });
const input: DeploymentInput = { name: '', group: '7B', users: {}, intent: 'required' };
const made = (given: Partial<DeploymentInput> = {}, edition = FIRST) =>
  deploy('d', { ...input, ...given }, { app: 'app-1', edition, owner: 'sara' }, doing);
const deployment = (given: Partial<DeploymentInput> = {}): AppDeployment =>
  recordOf(valueOf(made(given)));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const asked: Step = { id: 's', kind: 'uninstall-asked', on: '2026-11-20', at: 1, by: 'sara' };

describe('B11: a deployment is made, does something else, and ends', () => {
  test('B11: it is called as its group unless it has a name, and keeps its edition', () => {
    expect(valueOf(made())).toMatchObject({
      parent: 'app-1',
      data: { name: '7B', intent: 'required', edition: FIRST },
      steps: [{ kind: 'deployed', data: { intent: 'required' } }],
    });
  });

  test.each<[string, Partial<DeploymentInput>, string, string | undefined]>([
    ['to nobody', { group: ' ' }, FIRST, 'nobody-chosen'],
    [
      'to users without a name',
      { group: '', users: { a: 'Alva' } },
      FIRST,
      'deployment-name-needed',
    ],
    ['to named users', { group: '', users: { a: 'Alva' }, name: 'Alva' }, FIRST, undefined],
    [
      'available to named users',
      { group: '', users: { a: 'A' }, name: 'A', intent: 'available' },
      FIRST,
      undefined,
    ],
    [
      'available to named users, later edition',
      { group: '', users: { a: 'A' }, name: 'A', intent: 'available' },
      LATER,
      'available-needs-group',
    ],
  ])('B11: %s', (_, given, edition, code) => {
    const answer = made(given, edition);
    expect(answer.ok ? undefined : answer.problem.code).toBe(code);
  });

  test('B11: what it does is changed as a step, and not to what it does already', () => {
    const changed = valueOf(changeIntent(deployment(), 'uninstall', doing));
    expect(changed).toMatchObject({
      data: { intent: 'uninstall' },
      steps: [{}, { kind: 'intent-changed' }],
    });
    expect(changeIntent(deployment(), 'required', doing)).toMatchObject({
      problem: { code: 'does-that-already' },
    });
  });

  test('B11: one that ended is in the trash, and ends only once', () => {
    const ended = recordOf(valueOf(endDeployment(deployment(), doing)));
    expect(ended).toMatchObject({ trashedOn: '2026-11-20', steps: [{}, { kind: 'ended' }] });
    expect(endDeployment(ended, doing)).toMatchObject({ problem: { code: 'has-ended' } });
  });
});

describe('B11: whom a deployment goes to and who runs short', () => {
  const users = ['Dan', 'Alva', 'Cia', 'Bo'].map((name) =>
    userWith({ id: name, name, clientUserId: name, group: '7B' }),
  );
  const byId = new Map(users.map((user) => [user.id, user]));

  test('B11: a group’s users of the app’s own location, or those named, by name', () => {
    const elsewhere = userWith({ id: 'x', name: 'Xi', group: '7B', locationId: 'other' });
    const here = appWith({ locationId: 'ours' });
    const names = (reach: { group: string; users: Record<string, string> }) =>
      reachedUsers(
        reach,
        here,
        [...users, elsewhere, { ...users[0]!, id: 'gone', trashedOn: '2026-11-20' }],
        compare,
      ).map(({ id }) => id);
    expect(names({ group: '7B', users: {} })).toEqual(['Alva', 'Bo', 'Cia', 'Dan']);
    expect(names({ group: '', users: { Dan: '', Bo: '' } })).toEqual(['Bo', 'Dan']);
  });

  test('B11: Required takes one for each who has none; the rest is listed by name before it is done', () => {
    const licences = [licenceWith({ target: 'Bo', user: 'Bo' })];
    const retired = userWith({
      id: 'r',
      clientUserId: 'r',
      steps: [{ ...asked, kind: 'retired' }],
    });
    const reached = [...reachedUsers(input, app, users, compare), retired];
    const plan = foretell({ app, licences, edition: FIRST }, reached);
    const names = (rows: typeof plan.gets) =>
      rows.map(({ target }) => target.to === 'user' && target.user.id);
    expect(names(plan.gets)).toEqual(['Alva', 'Cia']);
    expect(plan.none.map(({ why }) => why)).toEqual(['has-one', 'no-licence-left']);
    expect(names(plan.none)).toEqual(['Bo', 'Dan']);
    expect(plan.short).toBe(1);
  });

  const moved = (
    before: Intent | undefined,
    after: Intent,
    steps: readonly Step[],
    others: readonly AppDeployment[] = [],
  ) => {
    const data = { ...(valueOf(made()).data as AppDeploymentData), intent: after };
    return licencesMoved(
      {
        before: before === undefined ? undefined : deployment({ intent: before }),
        after: data,
        others,
      },
      { app, users: byId, licences: [licenceWith({ user: 'Bo', target: 'Bo', steps })] },
    );
  };

  test.each<[Intent | undefined, Intent, readonly Step[], string, number]>([
    ['required', 'uninstall', [], 'uninstall-asked', 1],
    [undefined, 'uninstall', [], 'uninstall-asked', 1],
    ['required', 'uninstall', [asked], 'uninstall-asked', 0],
    ['uninstall', 'required', [asked], 'stays', 1],
    ['uninstall', 'available', [], 'stays', 0],
    ['required', 'available', [asked], 'stays', 0],
    [undefined, 'required', [asked], 'stays', 0],
  ])('B11: from %s to %s, with %j: %s for %d', (before, after, steps, kind, count) => {
    const found = moved(before, after, steps);
    expect([found.kind, found.ids.length]).toEqual([kind, count]);
  });

  test('B11: a licence stays on its way back where another deployment still uninstalls', () => {
    const other = {
      ...deployment({ group: '', users: { Bo: 'Bo' }, name: 'Bo', intent: 'uninstall' }),
      id: 'e',
    };
    expect(moved('uninstall', 'required', [asked], [other]).ids).toEqual([]);
    expect(
      moved('uninstall', 'required', [asked], [{ ...other, trashedOn: '2026-11-20' }]).ids,
    ).toHaveLength(1);
  });

  test('B11: a device’s licence is no user’s', () => {
    const licences = [licenceWith({ to: 'device', user: '', target: 'DMPX1234ABCD' })];
    const after = { ...(valueOf(made()).data as AppDeploymentData), intent: 'uninstall' as const };
    expect(
      licencesMoved({ before: undefined, after, others: [] }, { app, users: byId, licences }).ids,
    ).toEqual([]);
  });
});
