import type { ListValue } from '../read/values.ts';

/** Whether a row knows its app by the name alone: it brings none. */
export const isByName = (row: ListValue): boolean => row.is === 'app' && row.line.adamId === '';

/** Whether a row does not say of which app the licence is: its list is about one. */
export const isUnnamed = (row: ListValue): boolean =>
  row.is === 'holding' && row.line.app.adamId === '' && row.line.app.name === '';
