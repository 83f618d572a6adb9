import { describe, expect, test } from 'vitest';
import type {
  AppDeployment,
  Intent,
} from '#programmes/apple-licences/rules/deployment/app-deployment.ts';
import { deploy } from '#programmes/apple-licences/rules/deployment/deployment-commands.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import { viewOf } from '#programmes/apple-licences/screens/deployment/deployment-view.ts';

test('B11: those whose licences are on their way back are sorted by name', () => {
  const names = ['Östen', 'Vera', 'Alva', 'Åsa'];
  const users = names.map((name) => userWith({ id: name, name, clientUserId: name, group: '7B' }));
  const licences = names.map((name) =>
    licenceWith({
      id: name,
      name,
      user: name,
      target: name,
      steps: [{ id: name, kind: 'uninstall-asked', on: '2026-11-20', at: 1, by: 'sara' }],
    }),
  );
  const ground = {
    app: appWith({ total: 9, assigned: 4 }),
    users,
    licences,
    deployments: [],
    edition: '',
  };
  const compare = new Intl.Collator('sv').compare;
  const view = viewOf({ ...ground, compare }, undefined, {
    group: '7B',
    users: {},
    intent: 'uninstall',
  });
  expect(view.leaving.map(({ id }) => id)).toEqual(['Alva', 'Vera', 'Åsa', 'Östen']);
});

describe('B11: what is shown before it is done', () => {
  const users = ['Alva', 'Elis', 'Leo'].map((name) =>
    userWith({
      id: name,
      name,
      clientUserId: name,
      group: '7B',
      said: { status: name === 'Leo' ? 'retired' : 'associated', source: 'Apple', asOf: '', at: 1 },
    }),
  );
  const deployment = (id: string, intent: Intent, group: string): AppDeployment => {
    const made = deploy(
      id,
      { name: id, group, users: {}, intent },
      { app: 'app-1', edition: '', owner: '' },
      doingOn(),
    );
    return recordOf(valueOf(made)) as AppDeployment;
  };
  const look = (intent: Intent, deployments: readonly AppDeployment[] = [], assigned = 1) =>
    viewOf(
      {
        app: appWith({ total: 9, assigned }),
        users,
        deployments,
        edition: '',
        licences: [licenceWith({ id: 'l', user: 'Alva', target: 'Alva' })],
        compare: new Intl.Collator('sv').compare,
      },
      undefined,
      { group: '7B', users: {}, intent },
    );

  test('B11: licences that are counted and whose holders nobody named are not shown as none', () => {
    expect(look('uninstall').unnamed).toBe(0);
    expect(look('uninstall', [], 7).unnamed).toBe(6);
  });

  test('B11: users who left are counted apart', () => {
    expect(look('required')).toMatchObject({ retired: 1, reached: [{}, {}, {}] });
  });

  test('B11: one that takes from users what another gives them is named, and nothing else is', () => {
    const [gives, offers, takes] = [
      deployment('gives', 'required', '7B'),
      deployment('offers', 'available', '7B'),
      deployment('takes', 'uninstall', '8A'),
    ];
    const others = [gives, offers, takes];
    expect(look('uninstall', others).against.map(({ id }) => id)).toEqual(['gives']);
    expect(look('required', others).against).toEqual([]);
    expect(look('available', [deployment('out', 'uninstall', '7B')]).against).toEqual([]);
    expect(
      look('required', [{ ...deployment('ended', 'uninstall', '7B'), trashedOn: '2026-11-20' }])
        .against,
    ).toEqual([]);
  });
});
