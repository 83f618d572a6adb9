import { expect, test } from 'vitest';
import { sayOfLicence } from '#programmes/apple-licences/rules/licence/licence-commands.ts';
import { undoImport } from '#data/import/undo/undo.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';
import { listsIn } from '#tests/factories/lists-in-browser.ts';
import { openTestWorkspace } from '#tests/factories/workspace-in-browser.ts';

const uId = '2049000000000901';
const json = (name: string, body: unknown) => new File([JSON.stringify(body)], name);

/** Pages of who has a licence of an app, saved from Apple. */
const heldBy = (...users: readonly string[]) => [
  json('client-config.json', {
    uId,
    locationName: 'Björkdalens gymnasium',
    countryISO2ACode: 'SE',
  }),
  json('assignments-0.json', {
    currentPageIndex: 0,
    totalPages: 1,
    size: users.length,
    uId,
    versionId: 'v1',
    assignments: users.map((clientUserId) => ({
      adamId: '900000000001',
      pricingParam: 'STDQ',
      clientUserId,
    })),
  }),
];

test('A5, B9: an app whose licence someone takes back while its import is undone stays for its licence, not for codes', async () => {
  const world = await openTestWorkspace();
  const hands = listsIn(world);
  const run = await hands.bring(heldBy('u-1', 'u-2'));
  const [app] = await world.records.find({ kind: 'volume-app' });
  const [licence] = await world.records.find({ kind: 'assigned-licence' });
  const takeBack = () =>
    world.records.change(
      licence!.id,
      onKind('assigned-licence', (now, doing) =>
        sayOfLicence(now, { kind: 'taken-back', on: doing.today }, doing),
      ),
    );
  const during: Records = {
    ...world.records,
    changeMany: async (ids, ...given) => {
      if (ids.includes(licence!.id)) await takeBack();
      return world.records.changeMany(ids, ...given);
    },
  };
  const undone = await undoImport(during, run, 'x');
  expect(undone.ok ? undone.value.kept : undone.problem).toEqual([
    { id: licence!.id, reason: 'later-steps' },
    { id: app!.id, reason: 'had-licences' },
  ]);
});
