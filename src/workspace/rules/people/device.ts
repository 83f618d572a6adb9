import * as z from '#core/schema.ts';
import { words } from '#core/record/field-schemas.ts';
import type { Kind } from '#core/record/kind.ts';
import type { VolymRecord } from '#core/record/record.ts';

/**
 * A device of someone in this workspace. Its record has the name that the server knows it by, which
 * says nothing there.
 */
export type DeviceData = {
  readonly v: number;
  /** Person id of the one who uses it. */
  readonly person: string;
  /**
   * What it is: `iphone`, `windows` and the like; `reader` or `unknown` if it never said so, as a
   * colleague saw it. An unknown word is shown as a generic device.
   */
  readonly model: string;
  /** What its user calls it; without one it is called by its model. */
  readonly name?: string | undefined;
};

/** The record of a device. */
export type Device = VolymRecord<DeviceData>;

/** A device that keeps the workspace in step. */
export const device: Kind<DeviceData, 'workspace'> = {
  id: 'device',
  programme: 'workspace',
  schema: z.looseObject({ v: z.number(), person: words, model: words, name: z.optional(words) }),
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ code: 'device', params: { model: data.model } }),
  deadlines: () => [],
  secretFields: [],
  // Only the device itself writes its record; a read-only device has the name that a colleague last
  // gave it.
  neverAsked: ['person', 'model', 'name'],
};
