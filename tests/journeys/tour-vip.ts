import { expect } from '@playwright/test';
import type { StoredRecord } from './stored-records.ts';

type Open = (path: string, name: string) => Promise<void>;

/** The screens of VIP where nothing is kept yet. */
export const tourOfVipStart = async (open: Open): Promise<void> => {
  await open('/vip', 'VIP customers, none');
  await open('/vip/new', 'VIP customer, new');
  await open('/vip/reconcile', 'reconciliation, nothing read');
  await open('/vip/none', 'a VIP customer who is not here');
};

/**
 * The example's VIP customers: one in each state that looks different, and the sheets over one who
 * waits.
 */
export const tourOfVip = async (records: readonly StoredRecord[], open: Open): Promise<void> => {
  const customers = records.filter(({ kind }) => kind === 'vip-customer');
  expect(customers.length).toBe(9);
  const named = (name: string): string =>
    `/vip/${customers.find(({ data }) => data.name === name)?.id}`;
  await open('/vip', 'VIP customers');
  await open(named('Kulturhuset Näckrosen'), 'VIP customer, suspended');
  await open(named('Räddningstjänsten Tallmon'), 'VIP customer, expired');
  await open(`${named('Turistbyrån Skogsrået AB')}/history`, 'VIP history');
  const waiting = named('Björkdalens gymnasium');
  await open(waiting, 'VIP customer, waiting');
  await open(`${waiting}/authorize`, 'VIP authorization');
  const authorization = records.find(
    ({ kind, parent }) => kind === 'purchase-authorization' && waiting.endsWith(parent),
  );
  await open(`${waiting}/order/${authorization?.id}`, 'VIP order');
  const order = records.find(
    ({ kind, parent }) => kind === 'vip-order' && waiting.endsWith(parent),
  );
  await open(`${waiting}/return/${order?.id}`, 'VIP return');
  await open(`${named('Björkdalens Energi AB')}/renewal`, 'VIP renewal of a customer');
  await open('/renewals', 'renewals');
  await open('/renewals/history', 'history of renewals');
  await open('/vip/calculator', 'VIP calculator');
  await open('/rules/adobe-vip.order-days', 'rule of VIP orders');
  await open(`/rules/adobe-vip.order-days?record=${authorization?.id}`, 'rule of an authorization');
};
