import * as s from 'valibot';
import { invoiceLine } from './adobe-vip/invoice-line.ts';
import { priceListItem } from './adobe-vip/price-list-item.ts';
import { purchaseAuthorization } from './adobe-vip/purchase-authorization.ts';
import { returnAuthorization } from './adobe-vip/return-authorization.ts';
import { vipCustomer } from './adobe-vip/vip-customer.ts';
import { vipOrder } from './adobe-vip/vip-order.ts';
import { codeBatch } from './apple-credit/code-batch.ts';
import { appDeployment } from './apple-licences/app-deployment.ts';
import { assignedLicence } from './apple-licences/assigned-licence.ts';
import { contentToken } from './apple-licences/content-token.ts';
import { volumeApp } from './apple-licences/volume-app.ts';
import { volumeUser } from './apple-licences/volume-user.ts';
import { contentPurchaser } from './apple-credit/content-purchaser.ts';
import { creditOrder } from './apple-credit/credit-order.ts';
import { redemptionCode } from './apple-credit/redemption-code.ts';
import type { Kind } from './kind.ts';
import { device } from './people/device.ts';
import { person } from './people/person.ts';
import { importRun } from './workspace/import-run.ts';
import type { VolymRecord } from './record.ts';
import { MOST_STEPS, STEPS_FOR_YEARS, type Step } from './step.ts';
import { haveStepData } from './step-data.ts';
import { keyring } from './workspace/keyring.ts';
import { workspace } from './workspace/workspace.ts';

/**
 * THE list of record kinds. A fourth programme adds its lines here and nothing in storage, sync or
 * worker.
 */
export const kinds = {
  'credit-order': creditOrder,
  'redemption-code': redemptionCode,
  'code-batch': codeBatch,
  'content-purchaser': contentPurchaser,
  'content-token': contentToken,
  'volume-app': volumeApp,
  'volume-user': volumeUser,
  'assigned-licence': assignedLicence,
  'app-deployment': appDeployment,
  'vip-customer': vipCustomer,
  'purchase-authorization': purchaseAuthorization,
  'vip-order': vipOrder,
  'return-authorization': returnAuthorization,
  'price-list-item': priceListItem,
  'invoice-line': invoiceLine,
  person,
  device,
  workspace,
  keyring,
  'import-run': importRun,
} satisfies Record<string, unknown>;

/** Id of a kind this app knows. */
export type KindId = keyof typeof kinds;

/** The kind by its id, or undefined when a newer app made the record. */
export const kindOf = (id: string): Kind | undefined =>
  Object.hasOwn(kinds, id) ? (kinds[id as KindId] as unknown as Kind) : undefined;

/**
 * Whether a record's content has a form that this app knows: its own version's, or a newer one's
 * that only added to it. One of a newer version says anything that it likes.
 */
export const hasKnownForm = ({
  kind: id,
  data,
  steps,
}: Pick<VolymRecord, 'kind' | 'data' | 'steps'>): boolean => {
  const kind = kindOf(id);
  if (kind === undefined) return false;
  return data.v <= kind.version || (s.is(kind.schema, data) && haveKnownSteps(kind, steps));
};

/**
 * Whether the steps of a record are no more than an app writes of that kind, and carry what one
 * writes into them.
 */
export const haveKnownSteps = (
  { mostSteps = MOST_STEPS, stepData }: Kind,
  steps: readonly Step[],
): boolean =>
  steps.length <= mostSteps && (stepData === undefined || haveStepData(stepData, steps));

/**
 * How many steps a record of that kind may have. Of one that is not known a newer app knows better.
 */
export const mostStepsOf = (id: string): number => {
  const kind = kindOf(id);
  return kind === undefined ? STEPS_FOR_YEARS : (kind.mostSteps ?? MOST_STEPS);
};
