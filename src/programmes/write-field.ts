import {
  editCustomer,
  takeEditBack,
  type Editing,
  type EditUndoing,
} from '#programmes/adobe-vip/rules/customer/edit-customer.ts';
import { renameBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { writeApp } from '#programmes/apple-licences/rules/app/app-commands.ts';
import { editToken } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { writeUser } from '#programmes/apple-licences/rules/user/user-commands.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { CreditProblem } from '#programmes/apple-credit/rules/credit-problem.ts';
import type { VipProblem } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { AppProblem } from '#programmes/apple-licences/rules/app/app-problem.ts';
import type { LicenceProblem } from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import type { TokenProblem } from '#programmes/apple-licences/rules/token/token-problem.ts';
import { amendOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { editPurchaser } from '#programmes/apple-credit/rules/purchaser/purchaser-commands.ts';
import type { Day } from '#core/day/day.ts';
import type { Changed, ChangeTakenBack } from '#core/record/changed.ts';
import type { Doing } from '#core/record/kind.ts';
import { ownEntry } from '#core/own-entry.ts';
import { renameDevice } from '#workspace/rules/people/device-commands.ts';
import { renamePerson } from '#workspace/rules/people/person-commands.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type CommonProblem, type Problem, type Result } from '#core/result.ts';
import {
  chooseAccountsEdition,
  renameWorkspace,
  setResend,
} from '#workspace/rules/settings/workspace-commands.ts';
import type { Workspace, WorkspaceData } from '#workspace/rules/settings/workspace.ts';
import { dataFrom, fieldsOf } from '#core/record/fields.ts';
import type { KindId } from './kinds.ts';
import type { DataOf, RecordOf } from './record-of.ts';

/** A field as it is to be; `reason` stands where the trade asks for one. */
export type WrittenField = {
  readonly field: string;
  readonly value: unknown;
  readonly reason: string;
};

/**
 * What the form of a field knows beside its record: what is under a customer, the other
 * customers, the workspace's editions, the first day on which a code of an order was used, and the
 * apps that are here.
 */
export type BesideField = Pick<Editing, 'placed' | 'chosen'> &
  Pick<EditUndoing, 'others'> & { readonly firstUse?: Day; readonly apps?: readonly VolumeApp[] };

/**
 * Why a field is not written by hand: what its form says, which has a sentence for each, and that
 * it has none.
 */
export type FieldProblem = Problem<
  | (
      AppProblem | CommonProblem | CreditProblem | LicenceProblem | TokenProblem | VipProblem
    )['code']
  | 'name-needed'
  | 'not-an-address'
  | 'text-too-long'
  | 'not-an-ordinary-field'
>;

type Writer<Id extends string> = {
  /** The fields that a person writes in a form. */
  readonly fields: readonly string[];
  write(
    record: RecordOf<Id>,
    written: WrittenField,
    doing: Doing,
    beside: BesideField,
  ): Result<Draft, FieldProblem>;
  /** Takes back what was written with all that came along with it, where that was more. */
  takeBack?(
    record: RecordOf<Id>,
    changed: Changed<DataOf<Id>>,
    doing: Doing,
    beside: BesideField,
  ): ChangeTakenBack<Data, FieldProblem>;
};

/** Settings that no form of one field writes: maps, of which each entry is chosen by itself. */
type SettingsInMaps = 'mappings' | 'editions';

type WriteSetting = (workspace: Workspace, value: unknown) => Result<Draft, FieldProblem>;

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

/**
 * How a field is written by hand, by the rules of its own form. Others are no ordinary fields: the
 * app writes them, they are sealed, or, as a purchaser's Apple ID, they say who it is.
 */
const writers: { readonly [Id in KindId]?: Writer<Id> } = {
  'credit-order': {
    fields: [
      'amount',
      'currency',
      'institution',
      'purchaserName',
      'purchaserAppleId',
      'channel',
      'reseller',
      'owner',
      'deputy',
      'buyerAppleId',
      'orderNumber',
      'creditNumber',
      'purchaseOrderNumber',
      'orderDate',
      'inboxLink',
    ],
    write: (order, { field, value, reason }, doing, { firstUse }) =>
      amendOrder(order, { [field]: textOf(value) }, reason, doing, firstUse),
  },
  'content-purchaser': {
    fields: ['name', 'institution', 'manager'],
    write: (purchaser, { field, value }) => {
      return editPurchaser(purchaser, { ...purchaser.data, [field]: textOf(value) }, []);
    },
  },
  'content-token': {
    fields: [
      'name',
      'appleId',
      'location',
      'system',
      'systemName',
      'alsoIn',
      'downloadedBy',
      'downloadedOn',
    ],
    write: (token, { field, value }, doing) => {
      return editToken(token, { ...token.data, [field]: textOf(value) }, doing);
    },
  },
  'volume-app': {
    fields: ['name', 'adamId', 'location', 'productType', 'lowAt'],
    write: (app, { field, value }, doing, { apps = [] }) => {
      const { name, adamId, location, productType, lowAt } = app.data;
      const fields = { name, adamId, location, productType, lowAt: numberText(lowAt), owned: '' };
      return writeApp(app, { ...fields, [field]: numberText(value) }, apps, doing);
    },
  },
  'volume-user': {
    fields: ['name', 'email', 'group'],
    write: (user, { field, value }) => {
      return writeUser(user, { ...user.data, [field]: textOf(value) }, []);
    },
  },
  'vip-customer': {
    // Programme and segment are changed on its form alone, which knows what is under the
    // customer.
    fields: [
      'name',
      'vipId',
      'marketplaceId',
      'adminName',
      'adminEmail',
      'anniversary',
      'owner',
      'firstOrderOn',
      'deputy',
    ],
    write: (record, { field, value }, { today }, { others = [], ...beside }) =>
      editCustomer(record, { [field]: textOf(value) }, others, {
        ...beside,
        today,
      }),
    takeBack: takeEditBack,
  },
  'code-batch': {
    fields: ['name'],
    write: (batch, { value }) => renameBatch(batch, textOf(value)),
  },
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
};

const writerOf = (kind: string): Writer<string> | undefined =>
  ownEntry<Writer<string>>(writers, kind);

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

/** A number as a form has it. */
const numberText = (value: unknown): string =>
  typeof value === 'number' ? String(value) : textOf(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
