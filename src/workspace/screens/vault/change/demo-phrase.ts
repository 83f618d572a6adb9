import type { App } from '#ui/app.svelte.ts';

/** Example data fills its phrase in, so it has to know the one that counts from now on. */
export const keepDemoPhrase = (app: App, passphrase: string): void => {
  const { demo } = app.device.workspaces[app.workspaceId] ?? {};
  if (demo !== undefined)
    app.settings.changeWorkspace(app.workspaceId, { demo: { ...demo, passphrase } });
};
