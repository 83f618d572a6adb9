/** Without locks there is one tab only, as far as the app can know. */
const locks = (): LockManager | undefined => ('locks' in navigator ? navigator.locks : undefined);

/**
 * Does work under a name that no other tab holds; answers undefined, and does nothing, while one
 * does. The browser lets the name go with the work or with the tab, however either ends.
 */
export const holding = async <T>(name: string, work: () => Promise<T>): Promise<T | undefined> => {
  const manager = locks();
  if (manager === undefined) return work();
  return await manager.request(name, { ifAvailable: true }, (lock) =>
    lock === null ? undefined : work(),
  );
};

/** Whether a tab holds a name. */
export const isHeld = async (name: string): Promise<boolean> =>
  ((await locks()?.query())?.held ?? []).some((lock) => lock.name === name);

/** Resolves once nobody holds a name any more. */
export const whenFree = async (name: string): Promise<void> => {
  await locks()?.request(name, { mode: 'shared' }, () => undefined);
};

/**
 * How to wait for a name: until the signal aborts; or not at all, taking it from a tab that
 * hangs.
 */
type Waiting = { readonly signal: AbortSignal; readonly steal?: boolean };

/**
 * Does work under a name as soon as no other tab holds it, which may be much later or never.
 * Answers when the work is done, when the signal gave up the waiting, or with `stolen` when another
 * tab took the name away meanwhile: the work must end then.
 */
export const onceHolding = async (
  name: string,
  { signal, steal = false }: Waiting,
  work: () => Promise<void>,
): Promise<'stolen' | undefined> => {
  const manager = locks();
  let isDone = false;
  const whole = async (): Promise<void> => {
    await work();
    isDone = true;
  };
  if (manager === undefined) return void (await whole());
  try {
    await manager.request(name, steal ? { steal } : { signal }, whole);
  } catch (error) {
    const wasTaken = error instanceof DOMException && error.name === 'AbortError';
    if (!wasTaken) throw error;
    return signal.aborted || isDone ? undefined : 'stolen';
  }
  return undefined;
};
