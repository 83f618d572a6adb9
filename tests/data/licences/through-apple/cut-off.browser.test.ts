import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetAllKept } from '#data/device-store.ts';
import { giveThroughApple } from '#data/licences/through-apple/give-and-take.ts';
import { openWorks } from '#data/licences/through-apple/open-works.ts';
import { smallSchool } from '#simulator/apple/data/small-school.ts';
import { userWith } from '#tests/factories/apps.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { atApple, devices } from './at-apple.ts';

const NOW = Date.UTC(2026, 10, 20, 7);
/** Of the small school: twenty free. */
const ROOM = '900000001001';

let workspace: TestWorkspace;
beforeEach(async () => (workspace = await openTestWorkspace()));
afterEach(async () => {
  await forgetAllKept(workspace.id);
  await workspace.end();
});

const school = () => atApple(workspace, smallSchool(NOW), { now: () => NOW });
type Place = Awaited<ReturnType<typeof school>>;
const wasAsked = ({ here }: Place, path: string): boolean => here.world.asked.some((call) => call.path === path);

describe('B10: a workspace is left while Apple is asked', () => {
  const hand = userWith({ id: 'hand', name: 'Moa Sand', email: 'moa.sand@nordby.example', clientUserId: '' });
  const give = async (place: Place, told: () => void) =>
    giveThroughApple(
      place.parts,
      {
        token: place.token,
        app: await place.named(ROOM),
        planned: await place.plan(ROOM, [{ to: 'user', user: hand }, ...devices(2)]),
      },
      place.watched({ told }),
    );

  test('B10: erased in the middle, nothing more is sent, and nothing of it is kept on the device', async () => {
    await workspace.records.create(hand as never);
    const place = await school();
    let erased: Promise<void> | undefined;
    const answer = await give(place, () => {
      if (erased !== undefined || !wasAsked(place, '/users/create')) return;
      place.leave();
      erased = forgetAllKept(workspace.id);
    });
    await erased;
    expect(answer).toMatchObject({ ok: true, value: { ok: [], left: 3 } });
    expect(erased).toBeDefined();
    expect(wasAsked(place, '/assets/associate')).toBe(false);
    expect(await openWorks(workspace.id)).toEqual([]);
    expect(await workspace.records.get('hand')).toMatchObject({ data: { clientUserId: '' } });
  });

  test('B10: left before its turn came, Apple is not asked at all', async () => {
    await workspace.records.create(hand as never);
    const place = await school();
    place.here.world.asked.splice(0);
    place.leave();
    await give(place, () => undefined);
    expect(place.here.world.asked.filter(({ method }) => method === 'POST')).toEqual([]);
    expect(await openWorks(workspace.id)).toEqual([]);
  });
});
