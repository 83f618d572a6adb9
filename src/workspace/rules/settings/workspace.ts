import * as z from '#core/schema.ts';
import { text, words } from '#core/record/field-schemas.ts';
import type { Kind } from '#core/record/kind.ts';
import { PROGRAMMES, type Programme, type VolymRecord } from '#core/record/record.ts';

/** Settings that the whole workspace shares: one synced record. */
export type WorkspaceData = {
  readonly v: number;
  readonly name: string;
  readonly programmes: readonly Programme[];
  /**
   * Column mappings remembered by header (A5): a key of the headings → column heading → field, or
   * '' for "not imported".
   */
  readonly mappings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * Address of Apple's form and of the institution's own Apple Online Store (A8, A9); '' is the
   * default.
   */
  readonly supportForm: string;
  readonly ownStore: string;
  /** What the institution is to Apple, asked for by the form (A9); '' until someone says. */
  readonly organisationType: '' | 'business' | 'education';
  /**
   * Edition of Apple's accounts rule that the organisation goes by (B3); '' or absent is the seed's
   * own.
   */
  readonly accountsEdition?: string | undefined;
  /**
   * Editions of Adobe's rules that new records are born under, by rule and programme
   * (`editionKey`).
   */
  readonly editions?: Readonly<Record<string, string>> | undefined;
};

/** The settings' record; each database holds exactly one, under `WORKSPACE_ID`. */
export type Workspace = VolymRecord<WorkspaceData>;

/** Id of the one workspace record of a database. */
export const WORKSPACE_ID = 'workspace';

/** Where credit is asked for again, as the workspace has it (A8, A9). */
export type ResendSettings = Pick<WorkspaceData, 'supportForm' | 'ownStore' | 'organisationType'>;

const programme = z.enum([...PROGRAMMES, 'workspace']);

const FIELDS = {
  v: z.number(),
  name: words,
  programmes: z.array(programme),
  mappings: z._default(z.record(z.string(), z.record(z.string(), words)), {}),
  supportForm: text,
  ownStore: text,
  organisationType: z._default(z.enum(['', 'business', 'education']), ''),
  accountsEdition: z.optional(words),
  editions: z.optional(z.record(z.string(), words)),
} satisfies Readonly<Record<keyof WorkspaceData, unknown>>;

/** Where nothing is known of a workspace: nobody loses the way to a programme. */
const NOTHING_KNOWN: WorkspaceData = {
  v: 1,
  name: '',
  programmes: PROGRAMMES,
  mappings: {},
  supportForm: '',
  ownStore: '',
  organisationType: '',
};

/**
 * Settings as far as they are understood, field by field: of a newer version or of what someone
 * wrote in their place. What is not understood is as it was `before`, where that is known.
 */
export const understoodSettings = (
  given: object,
  before: WorkspaceData = NOTHING_KNOWN,
): WorkspaceData => {
  const values = given as Readonly<Record<string, unknown>>;
  const known = Object.entries(FIELDS).map(([field, form]) => {
    // A newer version may have programmes that this one has no screens for.
    const value = field === 'programmes' ? programmesIn(values.programmes) : values[field];
    const read = form.safeParse(value);
    return [field, read.success ? read.data : before[field as keyof WorkspaceData]] as const;
  });
  // Every field was read by its own form, or is as it was.
  return { ...(Object.fromEntries(known) as unknown as WorkspaceData), v: before.v };
};

const programmesIn = (value: unknown): unknown => {
  const known = Array.isArray(value) ? value.filter((id) => programme.safeParse(id).success) : [];
  return known.length > 0 ? known : undefined;
};

/** The workspace's shared settings. */
export const workspace: Kind<WorkspaceData, 'workspace'> = {
  id: 'workspace',
  programme: 'workspace',
  schema: z.looseObject(FIELDS),
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: data.name }),
  deadlines: () => [],
  secretFields: [],
  // A whole map at each new heading; what a sheet's columns mean is seen in its import.
  fieldsWithoutHistory: ['mappings'],
  entryFields: ['mappings', 'editions'],
};
