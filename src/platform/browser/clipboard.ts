/** How long a copied secret stays on the clipboard (A6). */
export const CLIPBOARD_MS = 60_000;

/**
 * Where this tab keeps when to clear the clipboard, and nothing of its content: the page may be
 * reloaded meanwhile.
 */
const DUE = 'volym-clipboard';

/**
 * A tab reopened this much later clears nothing: by then the clipboard usually holds something
 * else.
 */
const STALE_MS = 3_600_000;

/**
 * When a browser that refused may allow it: the page has the focus again, or someone touches it.
 */
const CHANCES = ['focus', 'pointerup', 'keyup'] as const;

/** Ends the clearing that is planned: something else is on the clipboard by now. */
let ended = new AbortController();

/**
 * Copies a text; false when the device refuses, and then a secret copied before is still cleared.
 */
export const copyText = async (text: string): Promise<boolean> => {
  if (!(await written(text))) return false;
  end();
  return true;
};

const end = (): void => {
  ended.abort();
  ended = new AbortController();
  sessionStorage.removeItem(DUE);
};

/**
 * Copies a secret and empties the clipboard after a minute. A page without the focus may not, and
 * after a minute the user has usually gone to where the code is used: then it is cleared as soon as
 * they come back. What they copied meanwhile is kept only if the page may read it. False when
 * nothing was copied.
 */
export const copySecret = async (text: string, forMs = CLIPBOARD_MS): Promise<boolean> => {
  if (!(await copyText(text))) return false;
  forgetIn(forMs, text);
  keepDue(Date.now() + forMs);
  return true;
};

/** Where there is no room for it the page that is open clears all the same. */
const keepDue = (moment: number): void => {
  try {
    sessionStorage.setItem(DUE, String(moment));
  } catch {
    // Not reported: the text is copied.
  }
};

/**
 * Resumes the clearing that was planned before the page was reloaded. The page no longer knows what
 * it copied, so it clears whatever is there.
 */
export const clearCopied = (): void => {
  const kept = sessionStorage.getItem(DUE);
  if (kept === null) return;
  const left = Number(kept) - Date.now();
  if (left < -STALE_MS) end();
  else forgetIn(left);
};

const forgetIn = (ms: number, text?: string): void => {
  const { signal } = ended;
  const timer = setTimeout(() => void forget(text, signal), ms);
  signal.addEventListener('abort', () => clearTimeout(timer));
};

const forget = async (text: string | undefined, signal: AbortSignal): Promise<void> => {
  if (await cleared(text, signal)) return;
  const stop = new AbortController();
  const again = async (): Promise<void> => {
    if (!stop.signal.aborted && (await cleared(text, signal))) stop.abort();
  };
  const options = { signal: AbortSignal.any([signal, stop.signal]), capture: true };
  for (const chance of CHANCES) window.addEventListener(chance, () => void again(), options);
};

/** Whether the secret needs no more clearing: it is gone, or something else is there. */
const cleared = async (text: string | undefined, signal: AbortSignal): Promise<boolean> => {
  const now = text === undefined ? undefined : await readIfAllowed();
  if (signal.aborted) return true;
  if ((now === undefined || now === text) && !(await written(''))) return false;
  // Something else may have been copied here while that was written.
  if (!signal.aborted) end();
  return true;
};

const written = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** What is on the clipboard, only if the page may read it without asking the user. */
const readIfAllowed = async (): Promise<string | undefined> => {
  try {
    const { state } = await navigator.permissions.query({
      name: 'clipboard-read' as PermissionName,
    });
    return state === 'granted' ? await navigator.clipboard.readText() : undefined;
  } catch {
    return undefined;
  }
};
