import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doingOfAct, type Act } from '#core/record/act.ts';
import { countsOf } from '#programmes/apple-licences/rules/app/app-counts.ts';
import {
  giveLicences,
  takeLicencesBack,
} from '#programmes/apple-licences/rules/app/app-commands.ts';
import { roomToUndo, settleMoves } from '#programmes/apple-licences/rules/app/count-moves.ts';
import {
  giveAgain,
  newLicence,
  sayOfLicence,
  type LicenceStepKind,
} from '#programmes/apple-licences/rules/licence/licence-commands.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { Step } from '#core/record/step.ts';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

const TODAY = '2026-11-20';
const doing = doingOn(TODAY);
const say = (kind: LicenceStepKind, licence = licenceWith(), on = TODAY) =>
  sayOfLicence(licence, { kind, on }, doing);
const after = (...kinds: LicenceStepKind[]) =>
  kinds.reduce((licence, kind) => recordOf(valueOf(say(kind, licence))), licenceWith());
const alva = userWith({ id: 'alva', name: 'Alva', clientUserId: 'u-alva' });
const target = { to: 'user', user: alva } as const;

describe('B10: a licence is given, taken back and given again', () => {
  test('B10: a new one names its holder and belongs to its app', () => {
    expect(newLicence({ id: 'l', app: 'app-1', target }, doing)).toMatchObject({
      id: 'l',
      parent: 'app-1',
      kind: 'assigned-licence',
      data: { to: 'user', target: 'u-alva', name: 'Alva', user: 'alva' },
      steps: [{ kind: 'assigned', on: TODAY }],
    });
  });

  test('B10: one that came back is given again as the same record, and what was said of the installation is over', () => {
    const install = { state: 'installed' as const, code: '', source: 'Intune', asOf: '', at: 1 };
    const free = { ...after('taken-back'), data: { ...licenceWith().data, install } };
    const again = valueOf(giveAgain(free, target, doing));
    expect(licenceState(again.steps ?? [])).toBe('assigned');
    expect(again.data).not.toHaveProperty('install');
    expect(giveAgain(licenceWith(), target, doing)).toMatchObject({ problem: { code: 'has-one' } });
  });

  test('B10: one that came back by a calendar that is ahead is held all the same', () => {
    const ahead = recordOf(
      valueOf(
        sayOfLicence(
          licenceWith(),
          { kind: 'taken-back', on: '2026-11-21' },
          doingOn('2026-11-21'),
        ),
      ),
    );
    expect(licenceState(valueOf(giveAgain(ahead, target, doing)).steps ?? [])).toBe('assigned');
  });

  test('B10: one whose giving was undone is free, also out of the trash; one of a list is still assigned', () => {
    const given = recordOf(newLicence({ id: 'l', app: 'app-1', target }, doing));
    const withdrawn = (step: Step): Step => ({
      ...step,
      id: `${step.id}.undone`,
      kind: 'withdrawn',
      withdraws: step.id,
    });
    expect(licenceState([...given.steps, ...given.steps.map(withdrawn)])).toBe('free');
    const asked = after('uninstall-asked').steps;
    expect(licenceState([...asked, ...asked.map(withdrawn)])).toBe('assigned');
  });

  test('B10: one that is in the trash comes back out of it', () => {
    const again = valueOf(giveAgain({ ...licenceWith(), trashedOn: TODAY }, target, doing));
    expect(again.trashedOn).toBe('');
  });

  test.each<[LicenceStepKind[], LicenceStepKind, string]>([
    [[], 'taken-back', 'free'],
    [[], 'uninstall-asked', 'leaving'],
    [['uninstall-asked'], 'app-gone', 'free'],
    [['uninstall-asked'], 'stays', 'assigned'],
    [['uninstall-asked'], 'taken-back', 'free'],
    [['uninstall-asked', 'stays'], 'uninstall-asked', 'leaving'],
  ])('B11: after %j, %s: it is %s', (before, kind, state) => {
    expect(licenceState(valueOf(say(kind, after(...before))).steps ?? [])).toBe(state);
  });

  test.each<[LicenceStepKind[], LicenceStepKind, string]>([
    // Uninstall frees a licence only once the app is gone (seed 001).
    [[], 'app-gone', 'is-assigned'],
    [[], 'stays', 'is-assigned'],
    [['uninstall-asked'], 'uninstall-asked', 'is-leaving'],
    [['taken-back'], 'taken-back', 'is-free'],
    [['uninstall-asked', 'app-gone'], 'stays', 'is-free'],
  ])('B11: after %j, %s is refused: %s', (before, kind, code) => {
    expect(say(kind, after(...before))).toMatchObject({ ok: false, problem: { code } });
  });

  test('B11: a day to come is refused, and one before the last step, which would free nothing', () => {
    expect(say('app-gone', after('uninstall-asked'), '2026-11-19')).toMatchObject({
      problem: { code: 'before-last-step' },
    });
    expect(say('taken-back', licenceWith(), '2026-11-21')).toMatchObject({
      problem: { code: 'day-in-the-future' },
    });
  });
});

describe('B8: the count of an act goes by what became of its licences', () => {
  const act: Pick<Act, 'id' | 'kind'> = { id: 'act', kind: 'licences-given' };
  const given = (count: number, app: VolumeApp): VolumeApp =>
    recordOf(valueOf(giveLicences(app, count, doingOfAct(act, doing))));
  const settled = (app: VolumeApp, standing: number): VolumeApp => {
    const answer = settleMoves(app, act, { standing, reason: 'Ångrat' }, doing);
    return answer.ok ? recordOf(answer.value) : app;
  };

  test('X12: given and undone, the counts are as before; settled twice as settled once', () => {
    const app = appWith({ total: 10, assigned: 6, available: 4 });
    const back = settled(given(4, app), 0);
    expect(countsOf(back)).toMatchObject({ assigned: 6, free: 4 });
    expect(settled(back, 0)).toBe(back);
  });

  test('B10: cut off before its first move, an act is counted when it is settled', () => {
    const app = appWith({ total: 10, assigned: 6, available: 4 });
    expect(countsOf(settled(app, 3))).toMatchObject({ assigned: 9, free: 1 });
    expect(settled(app, 0)).toBe(app);
  });

  test('X12: what was given and a source has counted since is not taken off twice when it is undone', () => {
    const app = given(4, appWith({ total: 10, assigned: 6, available: 4 }));
    const later = {
      ...app.data,
      said: { total: 10, assigned: 10, available: 0, source: '', asOf: '', at: doing.now },
    };
    expect(countsOf(settled({ ...app, data: later }, 0))).toMatchObject({ assigned: 6, free: 4 });
  });

  test('B8: what came back and went to others finds no room when it is undone', () => {
    const app = appWith({ total: 10, assigned: 10, available: 0 });
    const back = recordOf(valueOf(takeLicencesBack(app, 3, doingOfAct(act, doing))));
    expect(roomToUndo(back, act)).toBe(3);
    const others = recordOf(valueOf(giveLicences(back, 2, doing)));
    expect(roomToUndo(others, act)).toBe(1);
    expect(roomToUndo(given(1, appWith({ total: 2, assigned: 0 })), act)).toBe(Infinity);
  });

  test('X12: however often some are undone, the app counts those that remain', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.nat(9), { maxLength: 5 }),
        (count, stand) => {
          const app = given(count, appWith({ total: 20, assigned: 5, available: 15 }));
          const all = stand.map((held) => Math.min(held, count));
          const end = all.reduce(settled, app);
          expect(countsOf(end).assigned).toBe(5 + (all.at(-1) ?? count));
        },
      ),
    );
  });
});
