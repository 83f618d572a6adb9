import type { Copy } from '../../merge/copy.ts';

/** A deleted record as the store takes it. Its body is not needed: two tombstones are equal. */
export const tombstone = (id: string): Copy => ({
  id,
  kind: '',
  programme: 'workspace',
  parent: '',
  dueOn: '',
  newestFirst: 0,
  updatedAt: 0,
  updatedBy: '',
  trashedOn: '',
  data: { v: 0 },
  steps: [],
  history: [],
  clashes: [],
  _deleted: true,
});
