const START = 'volym-draft-';

/**
 * The key under which this device keeps what is typed in a form of a workspace until it is
 * saved.
 */
export const draftKey = (workspaceId: string, form: string): string =>
  `${START}${workspaceId}-${form}`;

/** Forgets everything typed in a workspace's forms; a device without storage has kept nothing. */
export const forgetDrafts = (workspaceId: string): void => {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
    const own = keys.filter((key) => key.startsWith(draftKey(workspaceId, '')));
    for (const key of own) localStorage.removeItem(key);
  } catch {
    // Nothing can be kept where nothing can be read.
  }
};
