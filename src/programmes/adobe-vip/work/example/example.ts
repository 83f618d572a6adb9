import type { Example } from '#core/example.ts';
import { exampleCustomers } from './example-customers.ts';
import { exampleInvoices } from './example-invoices.ts';

/** The customers of the example, what is under them, and what a distributor invoiced. */
export const example: Example = {
  records: (means) =>
    Promise.resolve([...exampleCustomers(means), ...exampleInvoices(means.doing)]),
};
