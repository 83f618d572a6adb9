import type { App } from '#ui/app.svelte.ts';
import { effectUntil } from '#ui/effect-until.svelte.ts';

/**
 * Follows Apple while the workspace manages licences and a server keeps it in step; everyone
 * else loads nothing of it.
 */
export const followAppleWhereThereIsAToken = (app: App, signal: AbortSignal): void => {
  const isNeeded = $derived(
    app.hasWorkspace &&
      app.syncStatus.state !== 'alone' &&
      app.workspace?.data.programmes.includes('apple-licences') === true,
  );
  effectUntil(signal, () => {
    if (!isNeeded) return;
    const stop = new AbortController();
    void import('../sync/follow-apple.svelte.ts').then(({ followApple }) =>
      followApple(app, stop.signal),
    );
    return () => stop.abort();
  });
};
