import type { NewWorkspace } from '#data/workspace/create-workspace.ts';
import type { Example } from '#core/example.ts';
import { inTurn } from '#platform/turn.ts';
import type { OpenWorkspace } from '#data/workspace/open-workspace.ts';
import { ownWorkspace, type Settings } from '#data/device/settings.ts';
import type { KeyWaiter } from '#data/vault/derive/derive.ts';
import type { OpenedKeys } from '#data/vault/keys.ts';
import type { Clock } from '#platform/clock.ts';

/** What of the app makes workspaces. */
type Maker = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly hasWorkspace: boolean;
  readonly isDemo: boolean;
  readonly opened: OpenWorkspace;
  enter(id: string, opened?: OpenedKeys): Promise<void>;
  eraseHere(): Promise<void>;
};

/**
 * Erases the workspace in use from this device, and makes the user's own other one, if there is
 * one, the one in use; answers it.
 */
export const eraseHere = async (
  app: Pick<Maker, 'settings' | 'opened'> & { leave(): Promise<void> },
): Promise<string> => {
  const { eraseWorkspace } = await import('#data/workspace/erase-workspace.ts');
  const { settings, opened } = app;
  await app.leave();
  await eraseWorkspace(opened.id, settings);
  const workspace = ownWorkspace(settings.newest) ?? '';
  settings.change({ workspace });
  return workspace;
};

/** Makes a workspace and enters it, as `App.createWorkspace` says. */
export const makeWorkspace = (
  app: Maker,
  made: NewWorkspace,
  waiter?: KeyWaiter,
): Promise<boolean> =>
  inTurn('volym-new-workspace', async () => {
    const own = ownWorkspace(app.settings.newest);
    if (own === undefined) await make(app, made, waiter);
    else await app.enter(own);
    return own === undefined;
  });

const make = async (
  app: Maker,
  made: NewWorkspace,
  waiter: KeyWaiter | undefined,
): Promise<void> => {
  const { settings, clock } = app;
  // What enters it is there before it is made: a workspace that exists must not be told as one that
  // does not.
  const [{ createWorkspace }] = await Promise.all([
    import('#data/workspace/create-workspace.ts'),
    import('#data/workspace/open-workspace.ts'),
  ]);
  const { id, opened } = await createWorkspace(made, { settings, clock, waiter });
  // A person's own takes the place of the example.
  if (app.hasWorkspace && app.isDemo) await app.eraseHere();
  await app.enter(id, opened);
};

/** Makes and enters the example workspace, filled with what each programme shows. */
export const makeDemo = async (
  app: Maker,
  examples: readonly Example[],
  waiter?: KeyWaiter,
): Promise<void> => {
  const { settings, clock } = app;
  const { createDemo, fillDemo } = await import('#data/demo/start-demo.ts');
  const { id, opened } = await createDemo({ settings, clock, waiter });
  await app.enter(id, opened);
  const laid = await fillDemo(app.opened, examples);
  const { demo } = settings.current.workspaces[id] ?? {};
  if (demo !== undefined) settings.changeWorkspace(id, { demo: { ...demo, laid } });
};
