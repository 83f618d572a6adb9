import { beforeEach, describe, expect, test } from 'vitest';
import { goOnWith } from '#programmes/apple-licences/work/through-apple/ask-apple.ts';
import {
  giveThroughApple,
  sayThroughApple,
  takeBackThroughApple,
  undoThroughApple,
} from '#programmes/apple-licences/work/through-apple/give-and-take.ts';
import { openWorks } from '#programmes/apple-licences/work/through-apple/open-works.ts';
import { smallSchool } from '#simulator/apple/data/small-school.ts';
import { userWith } from '#tests/factories/apps.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { atApple, devices } from './at-apple.ts';

const NOW = Date.UTC(2026, 10, 20, 7);
/** Of the small school: twenty free. */
const ROOM = '900000001001';
const FIRST = { edition: 'apple-licences.accounts-2016' };

let workspace: TestWorkspace;
beforeEach(async () => (workspace = await openTestWorkspace()));

const school = () => atApple(workspace, smallSchool(NOW), { now: () => NOW });
const refused = (code: string) => ({ ok: false, problem: { code } });

describe('B10: what the edition of 2016 does not know is not asked of Apple', () => {
  test('B10: a licence of a device can be taken back, and the undo of it does not give it again', async () => {
    const place = await school();
    const licences = (await place.licences(ROOM))
      .filter(({ data }) => data.to === 'device')
      .slice(0, 1);
    const taking = { token: place.token, app: await place.named(ROOM), licences };
    const { act } = valueOf(await takeBackThroughApple(place.parts, taking, place.watched(FIRST)));
    if (act === undefined) throw new Error('no act');
    place.here.world.asked.splice(0);
    const undone = await undoThroughApple(place.parts, act, place.watched(FIRST));
    expect(undone).toMatchObject(refused('devices-need-later-edition'));
    expect(place.here.world.asked).toEqual([]);
    expect((await place.held(ROOM)).here).toHaveLength(59);
    // In the later edition it is undone.
    expect(valueOf(await undoThroughApple(place.parts, act, place.watched())).ok).toHaveLength(1);
  });

  test.each(['invite', 'retire'] as const)(
    'B12: a user of another system: %s is refused first',
    async (kind) => {
      const place = await school();
      const user = userWith({
        id: 'foreign',
        name: 'Moa Sand',
        clientUserId: 'moa',
        isForeign: true,
      });
      await workspace.records.create(user as never);
      place.here.world.asked.splice(0);
      const asked = await sayThroughApple(
        place.parts,
        { is: kind, token: place.token, users: [user] },
        place.watched(FIRST),
      );
      expect(asked).toMatchObject(refused('foreign-user'));
      expect(place.here.world.asked).toEqual([]);
      expect(await openWorks(workspace.id)).toEqual([]);
    },
  );

  test('B10: what was not sent before the edition of 2016 was chosen is not sent after it', async () => {
    const place = await school();
    place.here.faults({ kind: 'down', retryAfter: 3_600, path: '/assets/associate' });
    const giving = {
      token: place.token,
      app: await place.named(ROOM),
      planned: await place.plan(ROOM, devices(2)),
    };
    await giveThroughApple(place.parts, giving, place.watched());
    const [work] = await openWorks(workspace.id);
    if (work === undefined) throw new Error('nothing is kept');
    place.here.faults();
    const gone = await goOnWith(place.parts, work, place.watched(FIRST));
    expect(gone).toMatchObject(refused('devices-need-later-edition'));
    expect(valueOf(await goOnWith(place.parts, work, place.watched())).ok).toHaveLength(2);
  });
});
