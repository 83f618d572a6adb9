import type { Folder } from '#platform/browser/folder.ts';
import { keep, readKept } from './device-store.ts';

/**
 * The folder that the import of a workspace looks into on this device, and which of its files were
 * answered: all that are older than `until`, and those of that moment that are named.
 */
export type KeptFolder = {
  readonly folder: Folder;
  readonly until: number;
  readonly names: readonly string[];
};

const keyOf = (workspaceId: string): string => `${workspaceId}/import-folder`;

/** The folder of a workspace; it goes with all else that the device keeps of the workspace. */
export const keptFolder = (workspaceId: string): Promise<KeptFolder | undefined> =>
  readKept<KeptFolder>(keyOf(workspaceId));

/** Keeps the folder on this device; undefined forgets it. It is never synced. */
export const keepFolder = (workspaceId: string, kept: KeptFolder | undefined): Promise<void> =>
  keep(keyOf(workspaceId), kept);
