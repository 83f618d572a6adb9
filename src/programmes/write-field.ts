import {
  editCustomer,
  takeEditBack,
  type Editing,
  type EditUndoing,
} from '#programmes/adobe-vip/rules/customer/edit-customer.ts';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { CodeBatch } from '#programmes/apple-credit/rules/code/code-batch.ts';
import { renameBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { writeApp } from '#programmes/apple-licences/rules/app/app-commands.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { editToken } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { writeUser } from '#programmes/apple-licences/rules/user/user-commands.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { ContentPurchaser } from '#programmes/apple-credit/rules/purchaser/content-purchaser.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { amendOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { editPurchaser } from '#programmes/apple-credit/rules/purchaser/purchaser-commands.ts';
import type { Day } from '#core/day/day.ts';
import type { Changed, ChangeTakenBack } from '#core/record/changed.ts';
import type { Doing } from '#core/record/kind.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Device } from '#workspace/rules/people/device.ts';
import { renameDevice } from '#workspace/rules/people/device-commands.ts';
import { renamePerson } from '#workspace/rules/people/person-commands.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import type { Data, Draft, Programme, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import {
  chooseAccountsEdition,
  renameWorkspace,
  setResend,
} from '#workspace/rules/settings/workspace-commands.ts';
import type { Workspace } from '#workspace/rules/settings/workspace.ts';

/** A field as it is to be; `reason` stands where the trade asks for one. */
export type WrittenField = {
  readonly field: string;
  readonly value: unknown;
  readonly reason: string;
};

/**
 * What the form of a field knows beside its record: what lies under a customer, the other
 * customers, the workspace's editions, the first day on which a code of an order was used, and the
 * apps that are here.
 */
export type BesideField = Pick<Editing, 'placed' | 'chosen'> &
  Pick<EditUndoing, 'others'> & { readonly firstUse?: Day; readonly apps?: readonly VolumeApp[] };

type Writer = {
  /** The fields that a person writes in a form. */
  readonly fields: readonly string[];
  write(
    record: VolymRecord,
    written: WrittenField,
    doing: Doing,
    beside: BesideField,
  ): Result<Draft<never>>;
  /** Takes back what was written with all that came along with it, where that was more. */
  takeBack?(
    record: VolymRecord,
    changed: Changed,
    doing: Doing,
    beside: BesideField,
  ): ChangeTakenBack<never>;
};

/**
 * How a field is written by hand, by the rules of its own form. Others are no ordinary fields: the
 * app writes them, they are sealed, or, as a purchaser's Apple ID, they say who it is.
 */
const writers: Readonly<Record<string, Writer>> = {
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
      amendOrder(
        order as CreditOrder,
        { [field]: textOf(value) },
        reason,
        doing,
        firstUse,
      ) as Result<Draft<never>>,
  },
  'content-purchaser': {
    fields: ['name', 'institution', 'manager'],
    write: (record, { field, value }) => {
      const purchaser = record as ContentPurchaser;
      return editPurchaser(purchaser, { ...purchaser.data, [field]: textOf(value) }, []) as Result<
        Draft<never>
      >;
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
    write: (record, { field, value }, doing) => {
      const token = record as ContentToken;
      return editToken(token, { ...token.data, [field]: textOf(value) }, doing) as Result<
        Draft<never>
      >;
    },
  },
  'volume-app': {
    fields: ['name', 'adamId', 'location', 'productType', 'lowAt'],
    write: (record, { field, value }, doing, { apps = [] }) => {
      const app = record as VolumeApp;
      const { name, adamId, location, productType, lowAt } = app.data;
      const said = { name, adamId, location, productType, lowAt: numberText(lowAt), owned: '' };
      return writeApp(app, { ...said, [field]: numberText(value) }, apps, doing) as Result<
        Draft<never>
      >;
    },
  },
  'volume-user': {
    fields: ['name', 'email', 'group'],
    write: (record, { field, value }) => {
      const user = record as VolumeUser;
      return writeUser(user, { ...user.data, [field]: textOf(value) }, []) as Result<Draft<never>>;
    },
  },
  'vip-customer': {
    // Programme and segment are changed on its form alone, which knows what lies under the
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
      editCustomer(record as VipCustomer, { [field]: textOf(value) }, others, {
        ...beside,
        today,
      }) as Result<Draft<never>>,
    takeBack: (record, changed, doing, beside) =>
      takeEditBack(
        record as VipCustomer,
        changed as Changed<VipCustomerData>,
        doing,
        beside,
      ) as ChangeTakenBack<never>,
  },
  'code-batch': {
    fields: ['name'],
    write: (batch, { value }) =>
      renameBatch(batch as CodeBatch, textOf(value)) as Result<Draft<never>>,
  },
  workspace: {
    fields: [
      'name',
      'programmes',
      'supportForm',
      'ownStore',
      'organisationType',
      'accountsEdition',
    ],
    write: (record, { field, value }) =>
      writeSetting(record as Workspace, field, value) as Result<Draft<never>>,
  },
  person: {
    fields: ['name'],
    write: (person, { value }) =>
      renamePerson(person as Person, textOf(value)) as Result<Draft<never>>,
  },
  device: {
    fields: ['name'],
    write: (device, { value }) =>
      renameDevice(device as Device, textOf(value)) as Result<Draft<never>>,
  },
};

/**
 * Whether a field is an ordinary one: a person writes it in a form. The history may still tell
 * nothing of it, as of a link.
 */
export const isWrittenByHand = (kind: string, field: string): boolean =>
  Object.hasOwn(writers, kind) && writers[kind]!.fields.includes(field);

/**
 * Writes one field as its form would; refuses with what the form refuses, and with
 * `not-an-ordinary-field` all others.
 */
export const writeField = (
  record: VolymRecord,
  written: WrittenField,
  doing: Doing,
  beside: BesideField = {},
): Result<Draft> => {
  if (!isWrittenByHand(record.kind, written.field)) return refuse('not-an-ordinary-field');
  return ownEntry(writers, record.kind)!.write(record, written, doing, beside) as Result<Draft>;
};

/**
 * Why a field cannot hold a value whoever wrote it: something else that is known contradicts it.
 */
const CONTRADICTED = ['after-what-followed', 'after-code-was-used', 'app-is-here'];

/**
 * Whether a field was not written because something else contradicts its value, and not for what
 * its form asks.
 */
export const isContradicted = (written: Result<Draft>): boolean =>
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
): ChangeTakenBack<Data> => {
  const taken = ownEntry(writers, record.kind)?.takeBack?.(record, changed, doing, beside);
  if (taken !== undefined) return taken as ChangeTakenBack<Data>;
  const back = writeField(record, written, doing, beside);
  return isContradicted(back)
    ? refuse('changed-since', undefined, { fields: written.field })
    : back;
};

/** The value of a field of a record, or undefined. */
export const fieldOf = ({ data }: Pick<VolymRecord, 'data'>, field: string): unknown =>
  (data as unknown as Readonly<Record<string, unknown>>)[field];

const writeSetting = (workspace: Workspace, field: string, value: unknown): Result<Draft> => {
  if (field === 'name') return renameWorkspace(workspace, textOf(value));
  if (field === 'accountsEdition') return chooseAccountsEdition(workspace, textOf(value));
  if (field !== 'programmes') return setResend(workspace, { [field]: textOf(value) });
  return ok({
    ...workspace,
    data: { ...workspace.data, programmes: value as readonly Programme[] },
  } as Draft);
};

/** A number as a form has it. */
const numberText = (value: unknown): string =>
  typeof value === 'number' ? String(value) : textOf(value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
