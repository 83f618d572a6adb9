import * as s from 'valibot';
import { fieldsOf, mapOf, number, text, words } from '../shape.ts';
import type { Kind } from '../kind.ts';
import type { Programme, VolymRecord } from '../record.ts';

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
  /** Edition of Apple's accounts rule that the organisation goes by (B3); '' or absent is the seed's own. */
  readonly accountsEdition?: string | undefined;
  /** Editions of Adobe's rules that new records are born under, by rule and programme (`editionKey`). */
  readonly editions?: Readonly<Record<string, string>> | undefined;
};

/** The settings' record; each database holds exactly one, under `WORKSPACE_ID`. */
export type Workspace = VolymRecord<WorkspaceData>;

/** Id of the one workspace record of a database. */
export const WORKSPACE_ID = 'workspace';

/** Where credit is asked for again, as the workspace has it (A8, A9). */
export type ResendSettings = Pick<WorkspaceData, 'supportForm' | 'ownStore' | 'organisationType'>;

/** The workspace's shared settings. */
export const workspace: Kind<WorkspaceData> = {
  id: 'workspace',
  programme: 'workspace',
  schema: fieldsOf({
    v: number,
    name: words,
    programmes: s.array(s.picklist(['apple-credit', 'apple-licences', 'adobe-vip', 'workspace'])),
    mappings: s.optional(mapOf(mapOf(words)), {}),
    supportForm: text,
    ownStore: text,
    organisationType: s.optional(s.picklist(['', 'business', 'education']), ''),
    accountsEdition: s.optional(words),
    editions: s.optional(mapOf(words)),
  }),
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: data.name }),
  deadlines: () => [],
  secretFields: [],
  // A whole map at each new heading; what a sheet's columns mean is seen in its import.
  fieldsWithoutHistory: ['mappings'],
  entryFields: ['mappings', 'editions'],
};
