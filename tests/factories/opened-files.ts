import type { OpenLot } from '#data/import/open-file.ts';
import { afterEachTest } from './after-each-test.ts';

const opened: OpenLot[] = [];
afterEachTest(() => {
  for (const file of opened.splice(0)) file.close();
});

/** Closes the file once the test is over. */
export const closedWithTest = (file: OpenLot): void => void opened.push(file);
