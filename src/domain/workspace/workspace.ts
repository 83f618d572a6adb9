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
  /** Address of Apple's form and of the institution's own Apple Online Store (A8, A9); '' is the default. */
  readonly supportForm: string;
  readonly ownStore: string;
  /** What the institution is to Apple, asked for by the form (A9); '' until someone says. */
  readonly organisationType: '' | 'business' | 'education';
};

/** The settings' record; each database holds exactly one, under `WORKSPACE_ID`. */
export type Workspace = VolymRecord<WorkspaceData>;

/** Id of the one workspace record of a database. */
export const WORKSPACE_ID = 'workspace';

/** The workspace's first settings. */
export const newWorkspace = (name: string, programmes: readonly Programme[]): Draft<WorkspaceData> => ({
  id: WORKSPACE_ID,
  kind: 'workspace',
  programme: 'workspace',
  parent: '',
  data: { v: 1, name, programmes, mappings: {}, supportForm: '', ownStore: '', organisationType: '' },
  steps: [],
});

/** Gives the workspace another name; refuses an empty one. */
export const renameWorkspace = (workspace: Workspace, name: string): Result<Draft<WorkspaceData>> =>
  name.trim() === ''
    ? refuse('name-needed', 'name')
    : ok({ ...workspace, data: { ...workspace.data, name: name.trim() } });

/** Where credit is asked for again, as the workspace has it (A8, A9). */
export type ResendSettings = Pick<WorkspaceData, 'supportForm' | 'ownStore' | 'organisationType'>;

/** Changes where credit is asked for again. An empty address is the default; one without https is refused. */
export const setResend = (workspace: Workspace, input: Partial<ResendSettings>): Result<Draft<WorkspaceData>> => {
  for (const field of ['supportForm', 'ownStore'] as const) {
    const address = input[field]?.trim() ?? '';
    if (address !== '' && !/^https:\/\/[^\s/]/i.test(address)) return refuse('not-an-address', field);
  }
  const trimmed = Object.fromEntries(Object.entries(input).map(([field, value]) => [field, value.trim()]));
  return ok({ ...workspace, data: { ...workspace.data, ...(trimmed as Partial<ResendSettings>) } });
};

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
    supportForm: z._default(z.string(), ''),
    ownStore: z._default(z.string(), ''),
    organisationType: z._default(z.enum(['', 'business', 'education']), ''),
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
