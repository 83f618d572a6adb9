import { daysBetween, type Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { lastOf, withStep, type Step } from '#core/record/step.ts';
import type { Device, DeviceData } from './device.ts';

/**
 * How many days a removed device is still listed next to the admitted ones; its history keeps it
 * for good.
 */
const TOLD_DAYS = 30;

const wasShutOut = ({ steps }: Pick<Device, 'steps'>): Step | undefined =>
  lastOf(steps, 'shut-out');

/**
 * Notes that a device was shut out: who did it and when is in the step. Refuses with
 * `already-noted`.
 */
export const noteShutOut = (
  device: Device,
  doing: Doing,
): Result<Draft<DeviceData>, Problem<'already-noted'>> =>
  wasShutOut(device) === undefined
    ? ok(happened(device, 'shut-out', doing))
    : refuse('already-noted');

/**
 * Notes that a device that was shut out came in again, under a name of its own for the server.
 * Refuses with `already-noted`. It may not have heard yet that it was shut out.
 */
export const noteCameBack = (
  device: Device,
  doing: Doing,
): Result<Draft<DeviceData>, Problem<'already-noted'>> =>
  cameBack(device) ? refuse('already-noted') : ok(happened(device, 'came-back', doing));

/**
 * The step that removed a device, while it is still shown; undefined if the device was admitted
 * again, whatever the clocks say.
 */
export const shutOutOf = (device: Pick<Device, 'steps'>, today: Day): Step | undefined => {
  const step = wasShutOut(device);
  return step === undefined || cameBack(device) || daysBetween(step.on, today) > TOLD_DAYS
    ? undefined
    : step;
};

/**
 * The people whose known devices were all removed, with none admitted again. People without a known
 * device are left out.
 */
export const peopleShutOut = (devices: readonly Device[]): ReadonlySet<string> => {
  const known = devices.filter(({ data }) => data.person !== '');
  const inside = new Set(known.filter((device) => !isOut(device)).map(({ data }) => data.person));
  return new Set(known.map(({ data }) => data.person).filter((person) => !inside.has(person)));
};

const isOut = (device: Device): boolean => wasShutOut(device) !== undefined && !cameBack(device);

// A name that was shut out is never let in again: one coming back answers it for good.
const cameBack = ({ steps }: Pick<Device, 'steps'>): boolean =>
  lastOf(steps, 'came-back') !== undefined;

const happened = (device: Device, kind: string, doing: Doing): Draft<DeviceData> => ({
  ...device,
  steps: withStep(device.steps, { kind, on: doing.today }, doing),
});
