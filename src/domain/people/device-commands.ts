import type { Draft } from '../record.ts';
import { ok, type Result } from '../result.ts';
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

/** The longest name of a device, in characters: more does not fit beside what can be done with it. */
const LONGEST_NAME = 40;

/** Gives a device another name; an empty one leaves it to its model. */
export const renameDevice = (device: Draft<DeviceData>, name: string): Result<Draft<DeviceData>> =>
  ok({ ...device, data: { ...device.data, name: [...name.trim()].slice(0, LONGEST_NAME).join('') } });
