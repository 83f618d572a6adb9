/** How long a copied secret stays on the clipboard (A6). */
export const CLIPBOARD_MS = 60_000;

let clearing: ReturnType<typeof setTimeout> | undefined;

/** Copies a text; false when the device refuses. */
export const copyText = async (text: string): Promise<boolean> => {
  clearTimeout(clearing);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * Copies a secret and empties the clipboard after a minute, where the device lets a page do so unasked. What the user
 * copied meanwhile is only spared when the page may read it; else the minute counts. False when nothing was copied.
 */
export const copySecret = async (text: string, forMs = CLIPBOARD_MS): Promise<boolean> => {
  const copied = await copyText(text);
  if (copied) clearing = setTimeout(() => void forget(text), forMs);
  return copied;
};

const forget = async (text: string): Promise<void> => {
  const now = await readIfAllowed();
  if (now !== undefined && now !== text) return;
  await navigator.clipboard.writeText('').catch(() => undefined);
};

/** What lies on the clipboard, only where the page may look without a question to the user. */
const readIfAllowed = async (): Promise<string | undefined> => {
  try {
    const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
    return state === 'granted' ? await navigator.clipboard.readText() : undefined;
  } catch {
    return undefined;
  }
};
