import type { Records } from '#data/records/records.ts';

/**
 * Records of a device whose disk is full from a change on, counted from 1; what was changed before
 * stays.
 */
export const fullFrom = <R extends Pick<Records, 'change'>>(records: R, from: number): R => {
  let changes = 0;
  const change: Records['change'] = (id, command) => {
    changes += 1;
    if (changes >= from) return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    return records.change(id, command);
  };
  return { ...records, change };
};

/**
 * Records that cannot be read any more once something was changed, as when the browser closed the
 * store.
 */
export const unreadAfterChange = <R extends Pick<Records, 'get' | 'change'>>(records: R): R => {
  let changed = false;
  const get: Records['get'] = (id) =>
    changed ? Promise.reject(new DOMException('closed', 'InvalidStateError')) : records.get(id);
  const change: Records['change'] = (id, command) => {
    changed = true;
    return records.change(id, command);
  };
  return { ...records, get, change };
};
