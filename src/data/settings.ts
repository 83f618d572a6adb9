import './jitless.ts';
import * as z from 'zod/mini';
import { BehaviorSubject, type Observable } from 'rxjs';

/** How often the vault was answered wrongly in a row, and when last (ms). */
export type WrongAttempts = { readonly count: number; readonly since: number };

/** What this device knows of one workspace. `demo` holds the passphrase of example data, which is no secret. */
export type WorkspaceHere = {
  readonly person: string;
  readonly name: string;
  readonly wrong: WrongAttempts;
  readonly demo?: { readonly passphrase: string } | undefined;
};

/** How often the app was visited here, its last start (ms), and whether the hint to install it was closed for good. */
export type InstallHintSeen = { readonly visits: number; readonly lastVisit: number; readonly closed: boolean };

/** Settings of this device alone, never synced. `''` means: follow the system, or none yet. */
export type DeviceSettings = {
  readonly language: '' | 'sv' | 'en';
  readonly theme: '' | 'light' | 'dark';
  /** Id of the workspace in use. */
  readonly workspace: string;
  readonly workspaces: Readonly<Record<string, WorkspaceHere>>;
  readonly lockAfterHiddenMs: number;
  readonly lockAfterIdleMs: number;
  readonly installHint: InstallHintSeen;
};

/** The device's settings; a change in one tab is told in all. */
export type Settings = {
  readonly current: DeviceSettings;
  readonly changes$: Observable<DeviceSettings>;
  change(part: Partial<DeviceSettings>): void;
  /** Changes what is known of one workspace; one not known before is added. */
  changeWorkspace(id: string, part: Partial<WorkspaceHere>): void;
  forgetWorkspace(id: string): void;
  close(): void;
};

const KEY = 'volym-settings';

const neverSeen: InstallHintSeen = { visits: 0, lastVisit: 0, closed: false };

const none: WrongAttempts = { count: 0, since: 0 };

const whole = (otherwise: number) => z.catch(z.number().check(z.int(), z.minimum(0)), otherwise);
const text = z.catch(z.string(), '');

const workspaceHere = z.object({
  person: text,
  name: text,
  wrong: z.catch(z.object({ count: whole(0), since: whole(0) }), none),
  demo: z.catch(z.optional(z.object({ passphrase: z.string() })), undefined),
});

// What cannot be read falls back field by field: a broken setting must never keep the app from starting.
const stored = z.object({
  language: z.catch(z.enum(['', 'sv', 'en']), ''),
  theme: z.catch(z.enum(['', 'light', 'dark']), ''),
  workspace: text,
  workspaces: z.catch(z.record(z.string(), workspaceHere), {}),
  lockAfterHiddenMs: whole(60_000),
  lockAfterIdleMs: whole(300_000),
  installHint: z.catch(
    z.object({ visits: whole(0), lastVisit: whole(0), closed: z.catch(z.boolean(), false) }),
    neverSeen,
  ),
});

const parse = (json: string | null): DeviceSettings => {
  try {
    return stored.parse(JSON.parse(json ?? '{}'));
  } catch {
    return stored.parse({});
  }
};

/** Opens the device's settings. Without storage (a private window) they last as long as the page. */
export const openSettings = (storage: Storage = localStorage): Settings => {
  let shadow = read(storage);
  const state = new BehaviorSubject(parse(shadow));

  // Another tab may have written since; whoever writes reads first, unless this device keeps nothing.
  let refused = false;
  const newest = (): DeviceSettings => parse(refused ? shadow : read(storage));
  const write = (next: DeviceSettings): void => {
    shadow = JSON.stringify(next);
    try {
      storage.setItem(KEY, shadow);
      refused = false;
    } catch {
      // Full or forbidden: the page goes on with what it holds.
      refused = true;
    }
    state.next(next);
  };
  const heard = (event: StorageEvent): void => {
    if (event.storageArea !== storage || (event.key !== KEY && event.key !== null)) return;
    shadow = event.newValue;
    state.next(parse(event.newValue));
  };
  globalThis.addEventListener?.('storage', heard as EventListener);

  return {
    get current() {
      return state.value;
    },
    changes$: state.asObservable(),
    change: (part) => write({ ...newest(), ...part }),
    changeWorkspace: (id, part) => {
      const now = newest();
      const before = now.workspaces[id] ?? { person: '', name: '', wrong: none };
      write({ ...now, workspaces: { ...now.workspaces, [id]: { ...before, ...part } } });
    },
    forgetWorkspace: (id) => {
      const now = newest();
      const workspaces = Object.fromEntries(Object.entries(now.workspaces).filter(([known]) => known !== id));
      write({ ...now, workspaces, workspace: now.workspace === id ? '' : now.workspace });
    },
    close: () => {
      globalThis.removeEventListener?.('storage', heard as EventListener);
      state.complete();
    },
  };
};

const read = (storage: Storage): string | null => {
  try {
    return storage.getItem(KEY);
  } catch {
    return null;
  }
};
