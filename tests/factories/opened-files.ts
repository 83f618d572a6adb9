import type { OpenFile } from '#data/import/open-file.ts';
import { afterEachTest } from './after-each-test.ts';

const opened: OpenFile[] = [];
afterEachTest(() => {
  for (const file of opened.splice(0)) file.close();
});

/** Closes the file once the test is over. */
export const closedWithTest = (file: OpenFile): void => void opened.push(file);
