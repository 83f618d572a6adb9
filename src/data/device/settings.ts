import * as z from '#core/schema.ts';
import { LANGUAGES, type Language } from '#core/language/language.ts';
import { isRecordId } from '#core/record/record-form.ts';
import { whole } from '#core/record/field-schemas.ts';
import { BehaviorSubject, Subject, type Observable } from 'rxjs';

/** How often the vault was answered wrongly in a row, and when last (ms). */
export type WrongAttempts = { readonly count: number; readonly since: number };

/**
 * Of example data: its passphrase, which is no secret, and what it was made of, once that is there
 * (an `ExampleLaid`, which is read where the example is left). Version 0.1.0 kept how many records
 * that were in its place.
 */
export type DemoHere = {
  readonly passphrase: string;
  readonly laid?: unknown;
  readonly records?: unknown;
};

/** What this device knows about one workspace; `demo` when it is example data. */
export type WorkspaceHere = {
  readonly person: string;
  readonly name: string;
  readonly wrong: WrongAttempts;
  readonly demo?: DemoHere | undefined;
  /** This device was admitted but does not have all records yet, or does not know who uses it. */
  readonly joining?: boolean | undefined;
  /** Its server lets this device read and not change (X18). */
  readonly onlyReads?: boolean | undefined;
  /** The name that a device which only reads asks under, read by `sync/asks-as.ts` alone. */
  readonly asksAs?: unknown;
  /** The last backup made here, read by `backup/last-backup.ts` alone. */
  readonly backup?: unknown;
  /**
   * The newest other backup that was read completely here; only `backup/tested-backup.ts` reads
   * this.
   */
  readonly tested?: unknown;
};

/**
 * How often the app was visited here, its last start (ms), and whether the hint to install it was
 * closed for good.
 */
export type InstallHintSeen = {
  readonly visits: number;
  readonly lastVisit: number;
  readonly closed: boolean;
};

/** Settings of this device alone, never synced. `''` means: follow the system, or none yet. */
export type DeviceSettings = {
  readonly language: '' | Language;
  readonly theme: '' | 'light' | 'dark';
  /** Id of the workspace in use. */
  readonly workspace: string;
  readonly workspaces: Readonly<Record<string, WorkspaceHere>>;
  readonly lockAfterHiddenMs: number;
  readonly lockAfterIdleMs: number;
  readonly installHint: InstallHintSeen;
};

/** The device's settings; a change in one tab reaches all of them. */
export type Settings = {
  readonly current: DeviceSettings;
  /**
   * As they are stored at this moment: another tab may have written them before this one heard of
   * it.
   */
  readonly newest: DeviceSettings;
  readonly changes$: Observable<DeviceSettings>;
  /** What another tab wrote, each time it did. */
  readonly elsewhere$: Observable<DeviceSettings>;
  change(part: Partial<DeviceSettings>): void;
  /** Changes what is known about one workspace; an unknown workspace is added. */
  changeWorkspace(id: string, part: Partial<WorkspaceHere>): void;
  forgetWorkspace(id: string): void;
  close(): void;
};

const KEY = 'volym-settings';

/**
 * Where unreadable settings are set aside before the first change overwrites them.
 */
const UNREAD = 'volym-settings-unread';

const neverSeen: InstallHintSeen = { visits: 0, lastVisit: 0, closed: false };

const none: WrongAttempts = { count: 0, since: 0 };

const wholeOr = (otherwise: number) => z.catch(whole, otherwise);
const text = z.catch(z.string(), '');

// Loose, here and below: what a newer version of the app keeps stays as it is.
const workspaceHere = z.looseObject({
  person: text,
  name: text,
  wrong: z.catch(z.looseObject({ count: wholeOr(0), since: wholeOr(0) }), none),
  demo: z.catch(z.optional(z.looseObject({ passphrase: z.string() })), undefined),
  joining: z.catch(z.optional(z.boolean()), undefined),
  onlyReads: z.catch(z.optional(z.boolean()), undefined),
});

// What cannot be read falls back field by field: a broken setting must never keep the app from
// starting.
const stored = z.looseObject({
  language: z.catch(z.enum(['', ...LANGUAGES]), ''),
  theme: z.catch(z.enum(['', 'light', 'dark']), ''),
  workspace: text,
  workspaces: z.catch(z.record(z.string(), z.unknown()), {}),
  lockAfterHiddenMs: wholeOr(60_000),
  lockAfterIdleMs: wholeOr(300_000),
  installHint: z.catch(
    z.looseObject({
      visits: wholeOr(0),
      lastVisit: wholeOr(0),
      closed: z.catch(z.boolean(), false),
    }),
    neverSeen,
  ),
});

type Raw = Readonly<Record<string, unknown>>;

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const orEmpty = (value: unknown): Raw => (isRaw(value) ? value : {});

/** The stored text as it is, or undefined when it is no object. */
const rawOf = (json: string | null): Raw | undefined => {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return isRaw(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The settings in what is stored; a workspace that cannot be read, or has an invalid id, is left
 * out without affecting the others.
 */
const parse = (raw: Raw | undefined): DeviceSettings => {
  const found = stored.parse(raw ?? {});
  const entries = Object.entries(found.workspaces).flatMap(([id, entry]) => {
    const here = workspaceHere.safeParse(entry);
    return here.success && isRecordId(id) ? [[id, here.data] as const] : [];
  });
  return { ...found, workspaces: Object.fromEntries(entries) };
};

/**
 * Opens the device's settings. Without storage (a private window) they last as long as the page.
 */
export const openSettings = (storage: Storage = localStorage): Settings => {
  let shadow = read(storage);
  const state = new BehaviorSubject(parse(rawOf(shadow)));
  const elsewhere = new Subject<DeviceSettings>();

  // Another tab may have written since; whoever writes reads first, unless this device keeps
  // nothing.
  let refused = false;
  const newest = (): string | null => (refused ? shadow : read(storage));
  // Only the changed part is overwritten, so that what this app cannot read stays.
  const write = (change: (raw: Raw) => Raw): void => {
    const before = newest();
    const raw = rawOf(before);
    shadow = JSON.stringify(change(raw ?? {}));
    // If so, the page continues with what it holds.
    refused = !isTaken(storage, shadow, raw === undefined ? before : null);
    state.next(parse(rawOf(shadow)));
  };
  const heard = (event: StorageEvent): void => {
    if (event.storageArea !== storage || (event.key !== KEY && event.key !== null)) return;
    shadow = event.newValue;
    state.next(parse(rawOf(event.newValue)));
    elsewhere.next(state.value);
  };
  globalThis.addEventListener?.('storage', heard as EventListener);

  return {
    get current() {
      return state.value;
    },
    get newest() {
      return parse(rawOf(newest()));
    },
    changes$: state.asObservable(),
    elsewhere$: elsewhere.asObservable(),
    change: (part) => write((raw) => ({ ...raw, ...part })),
    changeWorkspace: (id, part) => write((raw) => withWorkspace(raw, id, part)),
    forgetWorkspace: (id) => write((raw) => withoutWorkspace(raw, id)),
    close: () => {
      globalThis.removeEventListener?.('storage', heard as EventListener);
      state.complete();
      elsewhere.complete();
    },
  };
};

const withWorkspace = (raw: Raw, id: string, part: Partial<WorkspaceHere>): Raw => {
  const workspaces = orEmpty(raw.workspaces);
  const before = { person: '', name: '', wrong: none, ...orEmpty(workspaces[id]) };
  return { ...raw, workspaces: { ...workspaces, [id]: { ...before, ...part } } };
};

const withoutWorkspace = (raw: Raw, id: string): Raw => {
  const others = Object.entries(orEmpty(raw.workspaces)).filter(([known]) => known !== id);
  const workspaces = Object.fromEntries(others);
  return { ...raw, workspaces, workspace: raw.workspace === id ? '' : raw.workspace };
};

const read = (storage: Storage): string | null => {
  try {
    return storage.getItem(KEY);
  } catch {
    return null;
  }
};

/**
 * Whether storage accepts the text: not when it is full or forbidden. Unreadable content (`unread`)
 * is set aside first.
 */
const isTaken = (storage: Storage, text: string, unread: string | null): boolean => {
  try {
    if (unread !== null) storage.setItem(UNREAD, unread);
    storage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
};

/**
 * Whether this device may change the records of a workspace: its server lets it, and who uses it is
 * known.
 */
export const mayChange = (here: WorkspaceHere | undefined): boolean =>
  !(here?.onlyReads || (here?.joining && here.person === ''));

/** The workspace of this device that is no example. */
export const ownWorkspace = ({ workspaces }: DeviceSettings): string | undefined =>
  Object.entries(workspaces).find(([, { demo }]) => demo === undefined)?.[0];
