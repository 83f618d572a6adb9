import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import type { DeviceData } from './device.ts';

/** A device that came in. */
export const newDevice = (id: string, person: string, model: string): Draft<DeviceData> => ({
  id,
  kind: 'device',
  programme: 'workspace',
  parent: '',
  data: { v: 1, person, model },
  steps: [],
});

/** Says whose a device is, and what it is; its name stays. */
export const sayWhose = (
  device: Draft<DeviceData>,
  person: string,
  model: string,
): Result<Draft<DeviceData>, Problem<'already-said'>> => {
  const { data } = device;
  if (data.person === person && data.model === model) return refuse('already-said');
  return ok({ ...device, data: { ...data, person, model } });
};

/**
 * The longest name of a device, in characters: more does not fit beside what can be done with it.
 */
const LONGEST_NAME = 40;

/** Gives a device another name; an empty one leaves it to its model. */
export const renameDevice = (
  device: Draft<DeviceData>,
  name: string,
): Result<Draft<DeviceData>, never> =>
  ok({
    ...device,
    data: { ...device.data, name: [...name.trim()].slice(0, LONGEST_NAME).join('') },
  });
