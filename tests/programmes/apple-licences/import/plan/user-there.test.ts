import { expect, test } from 'vitest';
import { planLists } from '#programmes/apple-licences/import/plan/plan.ts';
import type { ListValue } from '#programmes/apple-licences/import/read/values.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { NO_CHOICE } from '#core/import/choice.ts';
import { userWith } from '#tests/factories/apps.ts';
import { readOn } from '#tests/factories/read-on.ts';

const ROW = {
  outcome: 'value',
  sheet: '',
  row: 2,
  locationId: '7',
  notes: [],
  is: 'user',
  user: { clientUserId: 'vera', email: 'vera@nordby.example', status: 'Associated' },
} as unknown as ListValue;

const planned = (there: VolumeUser) =>
  planLists(
    { name: 'lista.csv', file: 'f', rows: [ROW], whole: [] },
    {
      apps: [],
      users: [there],
      licences: [],
      tokens: [],
      strange: new Set<string>(),
      idOf: (key: readonly string[]) => key.join(' '),
      ...readOn(),
    },
    NO_CHOICE,
  );

test.each([
  ['live', '', 'changed', 'existing'],
  ['in the trash', '2026-11-01', 'new', 'restored'],
])(
  'B9: somebody else in the place of a user, %s, becomes that user, and this is reported',
  (_, day, outcome, state) => {
    const id = 'volume-user id:7 vera';
    const other = {
      ...userWith({ id, clientUserId: 'nils', email: 'nils@nordby.example', locationId: '7' }),
      trashedOn: day,
    };
    const { rows, users } = planned(other);
    expect(rows).toMatchObject([{ outcome, state, notes: [{ code: 'other-user-there' }] }]);
    expect(users).toMatchObject([
      { id, state, data: { clientUserId: 'vera', email: 'vera@nordby.example' } },
    ]);
  },
);
