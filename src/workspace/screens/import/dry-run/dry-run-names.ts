import type { PlannedRow } from '#programmes/apple-credit/import/import-rows.ts';
import type { CreditDryRun } from '#data/import/credit-trial.ts';

/** Names of all orders and batches that a dry run knows, by id. */
export const namesIn = (dryRun: CreditDryRun | undefined): ReadonlyMap<string, string> => {
  const { known, plan } = dryRun ?? {};
  const names = new Map((known?.orders ?? []).map(({ id, data }) => [id, data.orderNumber]));
  for (const { id, data } of known?.batches ?? []) names.set(id, data.name);
  for (const { id, name } of plan?.parents ?? []) names.set(id, name);
  return names;
};

/** The first row of each question that rows wait for. */
export const oneOfEach = (rows: readonly PlannedRow[]): PlannedRow[] => {
  const seen = new Map<string, PlannedRow>();
  for (const row of rows) {
    const { question } = row;
    if (question !== undefined && !seen.has(question.id)) seen.set(question.id, row);
  }
  return [...seen.values()];
};
