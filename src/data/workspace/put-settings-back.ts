import type { VolymRecord } from '#core/record/record.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import type { Workspace } from '#workspace/rules/settings/workspace.ts';
import { conditionOf } from '../records/read-record.ts';
import type { Records } from '../records/records.ts';

/**
 * Why the settings cannot be changed here: a newer version saved them, or they are none. Undefined
 * where they can.
 */
export const settingsTrouble = (
  record: VolymRecord | undefined,
): 'newer' | 'unreadable' | undefined => {
  const condition = record === undefined ? 'fine' : conditionOf(record);
  if (condition === 'fine') return undefined;
  return condition === 'newer-version' ? 'newer' : 'unreadable';
};

/**
 * Replaces settings that are not understood with what is known about them; all devices get it.
 * Refuses as `Records.replace`.
 */
export const putSettingsBack = (
  { replace }: Pick<Records, 'replace'>,
  { data }: Pick<Workspace, 'data'>,
  name: string,
): ReturnType<Records['replace']> =>
  replace({ ...newWorkspace(name, data.programmes), data: { ...data, v: 1, name } });
