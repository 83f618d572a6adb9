import { kitsOf } from '#workspace/rules/vault/keyring-commands.ts';
import { type RecordCollection, openDatabase } from '#data/records/database.ts';
import { fileKeyOf } from '#data/backup/file-key.ts';
import { fileLock, type FileLock } from '#data/backup/file-lock.ts';
import { readHeader, type ReadHeader } from '#data/backup/header.ts';
import type { OpenedFile } from '#data/backup/read-file.ts';
import { FileRefused } from '#data/backup/refused.ts';
import type { DryRun, WhoRestores } from '#data/backup/restore-backup.ts';
import { noteTested } from '#data/backup/tested-backup.ts';
import { syncStoreOf } from '#data/sync/server/connection.ts';
import { deviceKeysOf } from '#data/vault/device-keys.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';

/** Where someone is who restores; until `writing` nothing was changed. */
export type RestoreStep = 'choose' | 'locked' | 'reading' | 'dry-run' | 'who' | 'writing' | 'done';

/** Why it did not go on. */
export type RestoreProblem = keyof Texts['backup']['fileProblems'];

/** What compares and merges: it comes with the first file. */
const machine = () => import('#data/backup/restore-backup.ts');

/** A backup on its way in. */
export class Restoring {
  readonly #app: App;
  step = $state<RestoreStep>('choose');
  problem = $state<RestoreProblem>();
  /** 0 to 1 while the file is read or written from. */
  share = $state(0);
  lock = $state.raw<FileLock>();
  /** Whether it was opened, and locked by itself since. */
  isLockedAgain = $state(false);
  dryRun = $state.raw<DryRun>();
  #header = $state.raw<ReadHeader & { readonly file: Blob }>();
  #key: CryptoKey | undefined;
  #stop = new AbortController();

  constructor(app: App) {
    this.#app = app;
  }

  /** When the file was made (ms). */
  get madeAt(): number {
    return this.#header?.header.madeAt ?? 0;
  }
  /**
   * The kit that opens the file, as its paper names it: number and mark; undefined of older ones
   * without a mark.
   */
  get kit(): { readonly number: number; readonly mark: string } | undefined {
    const [newest] = this.#header === undefined ? [] : kitsOf(this.#header.header.keyring);
    return newest?.mark === undefined ? undefined : { number: newest.number, mark: newest.mark };
  }
  get #workspace(): string {
    return this.#header?.header.workspace ?? '';
  }
  /** Whether the file's workspace is on this device: it is merged then. */
  get isHere(): boolean {
    return this.#app.settings.newest.workspaces[this.#workspace] !== undefined;
  }
  get #isInUse(): boolean {
    return this.#app.hasWorkspace && this.#app.workspaceId === this.#workspace;
  }
  /** Whether there is anything to take in, beside what was deleted here since. */
  get hasNews(): boolean {
    const { fresh = 0, merged = 0 } = this.dryRun ?? {};
    return fresh + merged > 0;
  }

  /** Looks at a file; one that this device has the key of needs no secret. */
  choose(file: File): Promise<void> {
    return this.#working('not-read', async () => {
      this.#header = { ...(await readHeader(file)), file };
      const keys = this.isHere ? await deviceKeysOf(this.#workspace) : undefined;
      const { header } = this.#header;
      this.#key = keys === undefined ? undefined : await fileKeyOf(header, keys.workspace);
      if (this.#key !== undefined) return this.#compare();
      const { settings, clock } = this.#app;
      this.lock = fileLock(header, { settings, clock, onlocked: () => this.#lockAgain() });
      this.step = 'locked';
    });
  }

  /** The lock was opened. */
  unlocked(): Promise<void> {
    return this.#working('not-read', async () => {
      this.#key = this.lock?.opened?.file;
      this.isLockedAgain = false;
      await this.#compare();
    });
  }

  /**
   * What the file holds is out of sight, and its key is forgotten. What is written goes on: half of
   * it would be worse.
   */
  #lockAgain(): void {
    this.isLockedAgain = true;
    if (['writing', 'done'].includes(this.step)) return;
    this.#stopReading();
    [this.step, this.dryRun] = ['locked', undefined];
  }

  #stopReading(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#key = undefined;
  }

  async #compare(): Promise<void> {
    [this.step, this.share] = ['reading', 0];
    const { signal } = this.#stop;
    const { dryRunOf } = await machine();
    const dryRun = await this.#withRecords((records) =>
      dryRunOf(this.#opened, records, this.#reading),
    );
    // Given up or locked meanwhile.
    if (signal.aborted) return;
    [this.step, this.dryRun] = ['dry-run', dryRun];
    this.#noteTested(dryRun);
  }

  /**
   * All of the file was opened, from where it is, and is what it says of itself: that is what a
   * test promises.
   */
  #noteTested({ summary: { records } }: DryRun): void {
    const { settings, clock } = this.#app;
    noteTested(settings, this.#workspace, { madeAt: this.madeAt, records, testedAt: clock.now() });
  }

  /**
   * Merges, with what was deleted here since or without; or asks who will use the workspace here.
   */
  async goOn(bringsBack: boolean): Promise<void> {
    if (!this.isHere) this.step = 'who';
    else
      await this.#working('failed', async () => {
        [this.step, this.share] = ['writing', 0];
        const here = this.#app.settings.newest.workspaces[this.#workspace];
        const { mergeBackup } = await machine();
        await this.#withRecords((records) =>
          mergeBackup(this.#opened, records as RecordCollection, here, {
            ...this.#reading,
            bringsBack,
            store: syncStoreOf(this.#workspace),
          }),
        );
        if (!this.#isInUse) await this.#app.enter(this.#workspace);
        this.step = 'done';
      });
  }

  /** Makes the workspace on this device, for someone of it or someone new, and enters it. */
  async be(who: WhoRestores): Promise<void> {
    const keys = this.lock?.opened?.keys;
    if (keys === undefined || this.step !== 'who') return;
    await this.#working('failed', async () => {
      [this.step, this.share] = ['writing', 0];
      const name = this.dryRun?.name ?? '';
      const { settings, clock } = this.#app;
      const { restoreBackup } = await machine();
      await restoreBackup(
        this.#opened,
        { keys, name, who },
        { settings, clock, reading: this.#reading },
      );
      if (this.dryRun !== undefined) this.#noteTested(this.dryRun);
      if (this.#app.hasWorkspace && this.#app.isDemo) await this.#app.eraseHere();
      // Locked meanwhile, the vault is as well.
      await this.#app.enter(this.#workspace, this.isLockedAgain ? undefined : keys);
      this.step = 'done';
    });
  }

  /** Gives up, while nothing is written. */
  cancel(): void {
    if (this.step === 'writing') return;
    this.#stopReading();
    this.lock?.forget();
    [this.step, this.problem, this.lock, this.dryRun] = ['choose', undefined, undefined, undefined];
    this.isLockedAgain = false;
  }

  get #opened(): OpenedFile {
    if (this.#header === undefined || this.#key === undefined) throw new Error('no file is open');
    return { ...this.#header, key: this.#key };
  }
  get #reading() {
    const { size } = this.#opened.file;
    return {
      onProgress: (bytes: number) => (this.share = bytes / size),
      signal: this.#stop.signal,
    };
  }

  /** Works with the records of the file's workspace; one that is not in use is opened for it. */
  async #withRecords<T>(work: (records: RecordCollection | undefined) => Promise<T>): Promise<T> {
    if (!this.isHere) return work(undefined);
    if (this.#isInUse) return work(this.#app.opened.database.records);
    const database = await openDatabase(this.#workspace);
    try {
      return await work(database.records);
    } finally {
      await database.close();
    }
  }

  async #working(otherwise: RestoreProblem, work: () => Promise<void>): Promise<void> {
    const { signal } = this.#stop;
    this.problem = undefined;
    try {
      await work();
    } catch (error) {
      // Given up meanwhile: the first step is shown already.
      if (signal.aborted) return;
      if (!(error instanceof FileRefused)) reportBug('a backup was not restored', error);
      this.problem = error instanceof FileRefused ? error.code : otherwise;
      this.step = otherwise === 'failed' ? 'dry-run' : 'choose';
      if (this.isLockedAgain && otherwise === 'failed') this.#lockAgain();
    }
  }
}
