const START = 'volym-draft-';

/**
 * The key under which this device keeps what is typed in a form of a workspace until it is
 * saved.
 */
export const draftKey = (workspaceId: string, form: string): string =>
  `${START}${workspaceId}-${form}`;

/** Forgets everything typed in a workspace's forms. */
export const forgetDrafts = (workspaceId: string): void => {
  for (const key of keptIn(workspaceId)) localStorage.removeItem(key);
};

/** In how many forms of a workspace something was typed and not saved. */
export const countDrafts = (workspaceId: string): number => keptIn(workspaceId).length;

const keptIn = (workspaceId: string): string[] => {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
    return keys.filter((key) => key.startsWith(draftKey(workspaceId, '')));
  } catch {
    // A device without storage has kept nothing.
    return [];
  }
};
