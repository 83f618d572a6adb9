import { ownEntry } from '#core/own-entry.ts';
import type { Changed, ChangeTakenBack } from '#core/record/changed.ts';
import { dataFrom, fieldsOf } from '#core/record/fields.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { textOf } from '#core/text/form-text.ts';
import { renameDevice } from '#workspace/rules/people/device-commands.ts';
import { renamePerson } from '#workspace/rules/people/person-commands.ts';
import {
  chooseAccountsEdition,
  renameWorkspace,
  setResend,
} from '#workspace/rules/settings/workspace-commands.ts';
import type { Workspace, WorkspaceData } from '#workspace/rules/settings/workspace.ts';
import { written as vip } from './adobe-vip/ground/written.ts';
import { written as credit } from './apple-credit/ground/written.ts';
import { written as licences } from './apple-licences/ground/written.ts';
import type { OwnCode } from './any-problem.ts';
import type { BesideField, FieldProblem, Writer, Written, WrittenField } from './ground.ts';
import type { KindId, SharedKindId } from './kinds.ts';

/** Settings that no form of one field writes: maps, of which each entry is chosen by itself. */
type SettingsInMaps = 'mappings' | 'editions';

type WriteSetting = (
  workspace: Workspace,
  value: unknown,
) => Result<Draft, FieldProblem<OwnCode<'workspace'>>>;

/** How each setting of the workspace is written: one that is missing here does not compile. */
const settings: {
  readonly [Field in Exclude<keyof WorkspaceData, 'v' | SettingsInMaps>]-?: WriteSetting;
} = {
  name: (workspace, value) => renameWorkspace(workspace, textOf(value)),
  programmes: (workspace, value) =>
    ok({ ...workspace, data: dataFrom({ ...workspace.data, programmes: value }) }),
  supportForm: (workspace, value) => setResend(workspace, { supportForm: textOf(value) }),
  ownStore: (workspace, value) => setResend(workspace, { ownStore: textOf(value) }),
  organisationType: (workspace, value) =>
    value === '' || value === 'business' || value === 'education'
      ? setResend(workspace, { organisationType: value })
      : refuse('not-an-ordinary-field'),
  accountsEdition: (workspace, value) => chooseAccountsEdition(workspace, textOf(value)),
};

const shared: Written<SharedKindId> = {
  workspace: {
    fields: Object.keys(settings),
    write: (record, { field, value }) =>
      ownEntry(settings, field)?.(record, value) ?? refuse('not-an-ordinary-field'),
  },
  person: {
    fields: ['name'],
    write: (person, { value }) => renamePerson(person, textOf(value)),
  },
  device: {
    fields: ['name'],
    write: (device, { value }) => renameDevice(device, textOf(value)),
  },
  keyring: undefined,
  'import-run': undefined,
};

/**
 * How a field is written by hand, by the rules of its own form. Others are no ordinary fields: the
 * app writes them, they are sealed, or they say who the record is.
 */
const writers: Written<KindId> = { ...shared, ...credit, ...licences, ...vip };

const writerOf = (kind: string): Writer<string> | undefined =>
  ownEntry<Writer<string> | undefined>(writers, kind);

/**
 * Whether a field is an ordinary one: a person writes it in a form. The history may still tell
 * nothing of it, as of a link.
 */
export const isWrittenByHand = (kind: string, field: string): boolean =>
  writerOf(kind)?.fields.includes(field) === true;

/**
 * Writes one field as its form would; refuses with what the form refuses, and with
 * `not-an-ordinary-field` all others.
 */
export const writeField = (
  record: VolymRecord,
  written: WrittenField,
  doing: Doing,
  beside: BesideField = {},
): Result<Draft, FieldProblem> => {
  const writer = writerOf(record.kind);
  return writer?.fields.includes(written.field) === true
    ? writer.write(record, written, doing, beside)
    : refuse('not-an-ordinary-field');
};

/**
 * Why a field cannot hold a value whoever wrote it: something else that is known contradicts it.
 */
const CONTRADICTED: readonly FieldProblem['code'][] = [
  'after-what-followed',
  'after-code-was-used',
  'app-is-here',
];

/**
 * Whether a field was not written because something else contradicts its value, and not for what
 * its form asks.
 */
export const isContradicted = (written: Result<Draft, FieldProblem>): boolean =>
  !written.ok && CONTRADICTED.includes(written.problem.code);

/**
 * Gives a field back what it held before it was written, as its form would; it stays where
 * something else that is known contradicts that by now.
 */
export const takeFieldBack = (
  record: VolymRecord,
  { changed, written }: { readonly changed: Changed; readonly written: WrittenField },
  doing: Doing,
  beside: BesideField = {},
): ChangeTakenBack<Data, FieldProblem> => {
  const taken = writerOf(record.kind)?.takeBack?.(record, changed, doing, beside);
  if (taken !== undefined) return taken;
  const back = writeField(record, written, doing, beside);
  return isContradicted(back)
    ? refuse('changed-since', undefined, { fields: written.field })
    : back;
};

/** The value of a field of a record, or undefined. */
export const fieldOf = ({ data }: Pick<VolymRecord, 'data'>, field: string): unknown =>
  fieldsOf(data)[field];
