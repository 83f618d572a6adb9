import { newDevice, sayWhose } from '#workspace/rules/people/device-commands.ts';
import { noteCameBack } from '#workspace/rules/people/shut-out.ts';
import type { Records } from '#data/records/records.ts';
import { onKind } from '#data/records/on-kind.ts';
import { deviceModel } from '#platform/browser/device-model.ts';
import { deviceSigns } from '#platform/browser/install.ts';

/** Writes a record of this device, so that the others know whose it is. */
export const tellDevice = async (
  records: Pick<Records, 'insert' | 'change'>,
  id: string,
  person: string,
): Promise<void> => {
  const model = deviceModel(deviceSigns());
  const isNew = (await records.insert([newDevice(id, person, model)])).length > 0;
  // Nobody waits for this: the device is in without it. A colleague may have named it before.
  const command = onKind('device', (device) => sayWhose(device, person, model));
  if (!isNew) await records.change(id, command);
};

/**
 * Says of a device that was shut out that it is in again; nothing where this device knows no such
 * one.
 */
export const tellCameBack = async (
  records: Pick<Records, 'change'>,
  shutOut: string | undefined,
): Promise<void> => {
  if (shutOut === undefined) return;
  // Noted already, or not this device's to note: nobody waits for it.
  await records.change(
    shutOut,
    onKind('device', (device, doing) => noteCameBack(device, doing)),
  );
};
