import { describe, expect, test } from 'vitest';
import type { Device } from '#workspace/rules/people/device.ts';
import {
  noteCameBack,
  noteShutOut,
  peopleShutOut,
  shutOutOf,
} from '#workspace/rules/people/shut-out.ts';
import type { Result } from '#core/result.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

const iphone = examples.device as unknown as Device;
const valueOf = (result: Result<unknown>): Device => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value as Device;
};
const out = valueOf(noteShutOut(iphone, doingOn('2026-11-20', 'bo')));

describe('X18: a device that was shut out', () => {
  test('X18: tells who did it and when, once', () => {
    expect(shutOutOf(iphone, '2026-11-20')).toBeUndefined();
    expect(shutOutOf(out, '2026-11-20')).toMatchObject({ by: 'bo', on: '2026-11-20' });
    expect(noteShutOut(out, doingOn('2026-11-21'))).toMatchObject({
      problem: { code: 'already-noted' },
    });
  });

  test('X18: is shown for thirty days, and its steps stay', () => {
    expect(shutOutOf(out, '2026-12-20')).toBeDefined();
    expect(shutOutOf(out, '2026-12-21')).toBeUndefined();
    expect(out.steps).toHaveLength(1);
  });

  test('X18: is no longer shown once it came in again, also by a clock that is behind', () => {
    const back = valueOf(noteCameBack(out, doingOn('2026-11-22', 'lisa')));
    expect(shutOutOf(back, '2026-11-22')).toBeUndefined();
    expect(back.steps.map(({ kind, by }) => [kind, by])).toEqual([
      ['shut-out', 'bo'],
      ['came-back', 'lisa'],
    ]);
    expect(noteCameBack(back, doingOn('2026-11-23'))).toMatchObject({
      problem: { code: 'already-noted' },
    });
    // It came back before it heard that it was out, on a clock that is a day behind.
    const unheard = valueOf(noteCameBack(iphone, doingOn('2026-11-19', 'lisa')));
    const steps = [...out.steps, ...unheard.steps].map((step, at) => ({ ...step, id: `s${at}` }));
    expect(shutOutOf({ steps }, '2026-11-22')).toBeUndefined();
  });

  test('X18: a person with no other device is shut out until one is in again; devices of nobody count for nobody', () => {
    const { person } = iphone.data;
    const nobodys = { ...out, id: 'd9', data: { ...out.data, person: '' } };
    expect([...peopleShutOut([out, nobodys])]).toEqual([person]);
    expect([...peopleShutOut([out, { ...iphone, id: 'd2' }])]).toEqual([]);
    expect([...peopleShutOut([valueOf(noteCameBack(out, doingOn('2026-11-22', 'lisa')))])]).toEqual(
      [],
    );
  });
});
