import { expect, type Page } from '@playwright/test';
import { expectedOf, rowsOf, type Expected } from './expected-fixtures.ts';
import { chooseFile, countsOf, fixture, importButton } from './import-steps.ts';
import { openedCodes } from './opened-codes.ts';
import { heading } from './screens.ts';
import { dumpOf, storedRecords, type StoredRecord } from './stored-records.ts';

/** Rows of the dry run's list "to look at", by their number: what the screen says of each. */
const rowsToReview = async (page: Page): Promise<Map<number, string>> => {
  const list = page.getByRole('list', { name: 'Rader att se över' });
  const items = await list.getByRole('listitem').allInnerTexts();
  return new Map(items.map((text) => [Number(/Rad (\d+)/.exec(text)?.[1]), text]));
};

/** The numbers above the list: new, changed, same with duplicates, failed. */
const countsIn = (says: Expected): number[] => {
  const duplicates = (says.duplicatesInFile ?? []).length + (says.duplicatesOfEarlier ?? []).length;
  return [says.accepted, 0, duplicates, (says.rejected ?? []).length];
};

/**
 * The dry run as `expected.json` says, row by row; what cannot be taken or is here already is named
 * with its row.
 */
const expectDryRun = async (page: Page, says: Expected): Promise<void> => {
  await expect(heading(page, 'Provkörning')).toBeVisible();
  expect(await countsOf(page)).toEqual(countsIn(says));
  const rows = await rowsToReview(page);
  const named = [...(says.rejected ?? []), ...(says.duplicatesInFile ?? [])].map(({ row }) => row);
  for (const { row } of says.rejected ?? []) expect(rows.get(row)).toContain('Raden hoppas över');
  for (const { row, sameAsRow } of says.duplicatesInFile ?? [])
    expect(rows.get(row)).toContain(`Dubblett av rad ${sameAsRow}\n`);
  const known = [...rows].filter(([, text]) => text.includes('Koden finns redan i 01-minimal'));
  expect(known.map(([row]) => row)).toEqual(
    (says.duplicatesOfEarlier ?? []).map((_, at) => at + 2),
  );
  expect([...rows.keys()].sort((a, b) => a - b)).toEqual(
    [...named, ...known.map(([row]) => row)].sort((a, b) => a - b),
  );
};

/** The tap, to the screen of what came in; answers the run's id. */
const runIt = async (page: Page, name: string): Promise<string> => {
  await importButton(page).tap();
  await expect(heading(page, name)).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
};

/** Orders and batches that an import made. */
const parentsOf = async (page: Page, run: string): Promise<StoredRecord[]> => {
  const records = await storedRecords(page);
  return records.filter(
    ({ kind, data }) =>
      ['credit-order', 'code-batch'].includes(kind) &&
      (data.origin as { run: string } | undefined)?.run === run,
  );
};

/** An amount as records keep it. */
const asStored = ([field, value]: [string, string | number]): [string, unknown] => [
  field,
  field === 'amount' ? Number(value).toFixed(2) : value,
];

const expectBatches = async (page: Page, run: string, says: Expected): Promise<void> => {
  const batches = await parentsOf(page, run);
  const sizes = Object.values(says.perSheet ?? { one: says.accepted }).filter((size) => size > 0);
  expect(batches).toHaveLength(sizes.length);
  if (says.metadata !== undefined)
    expect(batches[0]?.data).toMatchObject(
      Object.fromEntries(Object.entries(says.metadata).map(asStored)),
    );
  // Each of the ways in which the day is written means the same one: otherwise the batch would have
  // none.
  for (const day of Object.values(says.datesByRow ?? {}))
    expect(batches[0]?.data.purchaseDate).toBe(day);
  if (says.perSheet !== undefined)
    expect(batches.map(({ data }) => data.name).sort()).toEqual(
      Object.keys(says.perSheet).filter((sheet) => says.perSheet?.[sheet] !== 0),
    );
};

const expectOrders = async (
  page: Page,
  run: string,
  rows: NonNullable<Expected['rowsExpected']>,
): Promise<void> => {
  const orders = await parentsOf(page, run);
  const codes = await openedCodes(page, run);
  const found = orders.map(({ id, data, steps }) => ({
    orderNumber: data.orderNumber,
    orderDate: data.orderDate,
    amount: data.amount,
    currency: data.currency,
    code: codes.find(({ parent }) => parent === id)?.code,
    steps: steps.map(({ kind, on }) => [kind, on]),
  }));
  const wanted = rows.map(({ downloadableThrough, ...row }) => ({
    ...(void downloadableThrough, row),
    steps: [
      ['ordered', row.orderDate],
      ['downloaded', '2026-11-20'],
    ],
  }));
  expect(found.sort((a, b) => (String(a.orderNumber) < String(b.orderNumber) ? -1 : 1))).toEqual(
    wanted,
  );
  expect(codes.map(({ row }) => row)).toEqual(rows.map((_, at) => at + 2));
};

/**
 * What is in the database after an import: each code in its row, the batches or orders, and the
 * import's own record.
 */
export const expectStored = async (page: Page, run: string, says: Expected): Promise<void> => {
  const codes = await openedCodes(page, run);
  if (says.codes !== undefined) {
    const inOrder = [...says.codes];
    const rows = rowsOf(says);
    expect(new Map(codes.map(({ code, row }) => [code, row]))).toEqual(
      new Map(inOrder.map((code, at) => [code, rows[at] ?? 0])),
    );
  }
  expect(codes).toHaveLength(says.accepted);
  if (says.rowsExpected === undefined) await expectBatches(page, run, says);
  else await expectOrders(page, run, says.rowsExpected);
  const record = (await storedRecords(page, 'import-run')).find(({ id }) => id === run);
  const duplicate = (says.duplicatesInFile ?? []).length + (says.duplicatesOfEarlier ?? []).length;
  expect(record?.data.counts).toEqual({
    new: says.accepted,
    changed: 0,
    same: 0,
    duplicate,
    unreadable: (says.rejected ?? []).length,
  });
  const unreadable = (record?.data.unreadable ?? []) as readonly { readonly row: number }[];
  expect(unreadable.map(({ row }) => row)).toEqual((says.rejected ?? []).map(({ row }) => row));
};

/** The same file once more: the tap is not offered, and not a byte of the database changes. */
export const expectSecondTimeNothing = async (
  page: Page,
  name: string,
  says: Expected,
): Promise<void> => {
  const before = await dumpOf(page);
  await chooseFile(page, fixture(name));
  await expect(page.getByRole('button', { name: 'Inget nytt att importera' })).toBeDisabled();
  const [, , same, failed] = countsIn(says);
  expect(await countsOf(page)).toEqual([0, 0, says.accepted + (same ?? 0), failed]);
  await page.getByRole('button', { name: 'Avbryt' }).tap();
  await expect(heading(page, 'Import')).toBeVisible();
  expect(await dumpOf(page)).toEqual(before);
};

/**
 * A file of the fixtures through the real file input, from the dry run to the second time; ends on
 * the import screen.
 */
export const importFixture = async (page: Page, name: string): Promise<void> => {
  const says = expectedOf(name);
  await chooseFile(page, fixture(name));
  await expectDryRun(page, says);
  const run = await runIt(page, name);
  await expectStored(page, run, says);
  await page.goBack();
  await expect(heading(page, 'Import')).toBeVisible();
  await expectSecondTimeNothing(page, name, says);
};
