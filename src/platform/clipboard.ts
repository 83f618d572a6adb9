/** How long a copied secret stays on the clipboard (A6). */
export const CLIPBOARD_MS = 60_000;

/** When a browser that refused may allow it: the page has the focus again, or someone touches it. */
const CHANCES = ['focus', 'pointerup', 'keyup'] as const;

/** Ends the clearing that is planned: something else lies on the clipboard by now. */
let ended = new AbortController();

/** Copies a text; false when the device refuses, and then a secret copied before is still cleared. */
export const copyText = async (text: string): Promise<boolean> => {
  if (!(await written(text))) return false;
  ended.abort();
  ended = new AbortController();
  return true;
};

/**
 * Copies a secret and empties the clipboard after a minute. A page without the focus may not, and after a minute the
 * person has most often gone to where the code is used: it is done then as soon as they come back. What they copied
 * meanwhile is only spared when the page may read it. False when nothing was copied.
 */
export const copySecret = async (text: string, forMs = CLIPBOARD_MS): Promise<boolean> => {
  if (!(await copyText(text))) return false;
  const { signal } = ended;
  const timer = setTimeout(() => void forget(text, signal), forMs);
  signal.addEventListener('abort', () => clearTimeout(timer));
  return true;
};

const forget = async (text: string, signal: AbortSignal): Promise<void> => {
  if (await cleared(text, signal)) return;
  const stop = new AbortController();
  const again = async (): Promise<void> => {
    if (!stop.signal.aborted && (await cleared(text, signal))) stop.abort();
  };
  const options = { signal: AbortSignal.any([signal, stop.signal]), capture: true };
  for (const chance of CHANCES) window.addEventListener(chance, () => void again(), options);
};

/** Whether the secret needs no more clearing: it is gone, or something else lies there. */
const cleared = async (text: string, signal: AbortSignal): Promise<boolean> => {
  const now = await readIfAllowed();
  return signal.aborted || (now !== undefined && now !== text) || written('');
};

const written = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
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
