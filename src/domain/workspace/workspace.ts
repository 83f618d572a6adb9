import * as z from 'zod/mini';
import type { Kind } from '../kind.ts';
import type { Draft, Programme, VolymRecord } from '../record.ts';
import { ok, refuse, type Result } from '../result.ts';

/** Settings that the whole workspace shares: one synced record (design §4). */
export type WorkspaceData = {
  readonly v: number;
  readonly name: string;
  readonly programmes: readonly Programme[];
  /** Column mappings remembered by header (A5): a key of the headings → column heading → field, or '' for "not imported". */
  readonly mappings: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export type Workspace = VolymRecord<WorkspaceData>;

/** Id of the one workspace record of a database. */
export const WORKSPACE_ID = 'workspace';

/** The workspace's first settings. */
export const newWorkspace = (name: string, programmes: readonly Programme[]): Draft<WorkspaceData> => ({
  id: WORKSPACE_ID,
  kind: 'workspace',
  programme: 'workspace',
  parent: '',
  data: { v: 1, name, programmes, mappings: {} },
  steps: [],
});

/** Gives the workspace another name; refuses an empty one. */
export const renameWorkspace = (workspace: Workspace, name: string): Result<Draft<WorkspaceData>> =>
  name.trim() === ''
    ? refuse('name-needed', 'name')
    : ok({ ...workspace, data: { ...workspace.data, name: name.trim() } });

/** Puts a programme into use, or hides it; what it holds stays. */
export const chooseProgrammes = (
  workspace: Workspace,
  programme: Programme,
  used: boolean,
): Result<Draft<WorkspaceData>> => {
  const others = workspace.data.programmes.filter((known) => known !== programme);
  return ok({ ...workspace, data: { ...workspace.data, programmes: used ? [...others, programme] : others } });
};

/** The workspace's shared settings. */
export const workspace: Kind<WorkspaceData> = {
  id: 'workspace',
  programme: 'workspace',
  schema: z.looseObject({
    v: z.number(),
    name: z.string(),
    programmes: z.array(z.enum(['apple-credit', 'apple-licences', 'adobe-vip', 'workspace'])),
    mappings: z._default(z.record(z.string(), z.record(z.string(), z.string())), {}),
  }),
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: data.name }),
  status: () => 'kept',
  deadlines: () => [],
  search: () => [],
  secretFields: [],
  // A whole map at each new heading; what a sheet's columns mean is seen in its import.
  fieldsWithoutHistory: ['mappings'],
  entryFields: ['mappings'],
};
