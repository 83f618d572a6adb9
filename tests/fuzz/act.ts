import type { VolymRecord } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import type { Command } from '#data/records/records.ts';
import type { Device } from '../data/sync/devices.ts';
import type { Model } from './model.ts';

/** One write: `of` chooses the record, `to` what becomes of it, `value` is unique. */
export type Doing = {
  readonly device: Device;
  readonly model: Model;
  readonly of: number;
  readonly to: number;
  readonly value: string;
};

/** One of several, by any number. */
export const chosen = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;

/** What a write does. */
export type Act = (doing: Doing) => Promise<unknown>;

/** A command on one of the records of a kind that the device has. */
export const on =
  <R extends VolymRecord>(
    kind: string,
    command: (record: R, given: Doing, doing: Parameters<Command>[1]) => Result<never>,
  ): Act =>
  async (given) => {
    const there = (await given.device.records.find({ kind })).toSorted((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    if (there.length === 0) return;
    const { id } = chosen(there, given.of);
    await given.model.change(given.device, id, (record, doing) =>
      command(record as unknown as R, given, doing),
    );
  };
