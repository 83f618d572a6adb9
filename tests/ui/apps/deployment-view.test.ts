import { expect, test } from 'vitest';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import { viewOf } from '#ui/apps/giving/deployment-view.ts';

test('B11: those whose licences are on their way back stand in the order of names', () => {
  const names = ['Östen', 'Vera', 'Alva', 'Åsa'];
  const users = names.map((name) => userWith({ id: name, name, clientUserId: name, group: '7B' }));
  const licences = names.map((name) =>
    licenceWith({
      ...{ id: name, name, user: name, target: name },
      steps: [{ id: name, kind: 'uninstall-asked', on: '2026-11-20', at: 1, by: 'sara' }],
    }),
  );
  const ground = { app: appWith({ total: 9, assigned: 4 }), users, licences, deployments: [], edition: '' };
  const compare = new Intl.Collator('sv').compare;
  const view = viewOf({ ...ground, compare }, undefined, { group: '7B', users: {}, intent: 'uninstall' });
  expect(view.leaving.map(({ id }) => id)).toEqual(['Alva', 'Vera', 'Åsa', 'Östen']);
});
