import { noteBackup, type LastBackup } from '#data/backup/last-backup.ts';
import { makeBackup, type MadeBackup } from '#data/backup/make-backup.ts';
import { testBackup } from '#data/backup/test-backup.ts';
import type { OpenWorkspace } from '#data/workspace/open-workspace.ts';
import {
  choosePlace,
  collected,
  handOverFile,
  takesFilesByTap,
  type FilePlace,
} from '#platform/browser/file-place.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { backupFileName } from './file-name.ts';

/** Where a backup is: `ready` waits for a tap that saves it. */
export type BackupState = 'idle' | 'making' | 'testing' | 'ready' | 'done';

/** Why there is none. */
export type BackupProblem = keyof Texts['backup']['makeProblems'];

/**
 * A file that is whole, and whose workspace it holds: another one may be in use once it is saved.
 */
type HandOver = { readonly name: string; readonly file: Blob; readonly workspaceId: string } & Pick<
  LastBackup,
  'madeAt' | 'wraps'
>;

/** A backup that is made, read back, saved and noted. */
export class BackingUp {
  readonly #app: App;
  state = $state<BackupState>('idle');
  problem = $state<BackupProblem>();
  /** Records written so far, of how many; while it is read back, the share of the file (0 to 1). */
  written = $state(0);
  records = $state(0);
  share = $state(0);
  /** Whether it was read back from where it is, and not only before the device saved it. */
  inPlace = $state(false);
  #stop = new AbortController();
  #ready: HandOver | undefined;

  constructor(app: App) {
    this.#app = app;
  }

  get isBusy(): boolean {
    return this.state === 'making' || this.state === 'testing';
  }

  /** Asks where to save, makes the file there, and reads it back. */
  async make(): Promise<void> {
    if (this.isBusy) return;
    const { opened, workspaceName, clock } = this.#app;
    const name = backupFileName(workspaceName, clock.today());
    const place = await choosePlace(name);
    if (place === undefined) return;
    this.#stop = new AbortController();
    [this.state, this.problem, this.written, this.share] = ['making', undefined, 0, 0];
    try {
      await this.#makeAt(place, name, opened);
    } catch (error) {
      if (!this.#stop.signal.aborted) {
        reportBug('no backup was made', error);
        this.problem = 'failed';
      }
      this.state = 'idle';
    }
  }

  async #makeAt(place: FilePlace | 'later', name: string, of: OpenWorkspace): Promise<void> {
    const madeAt = this.#app.clock.now();
    const begun = await this.#begin(madeAt, of);
    if (begun === undefined) return;
    const file = await (place === 'later' ? collected : place).write(begun.bytes);
    this.state = 'testing';
    const reading = {
      onProgress: (bytes: number) => (this.share = bytes / file.size),
      signal: this.#stop.signal,
    };
    if (!(await testBackup(file, of.database.records, begun, reading))) {
      [this.problem, this.state] = ['not-whole', 'idle'];
      return;
    }
    const whole = { name, file, madeAt, workspaceId: of.id, wraps: begun.wraps };
    this.#ready = whole;
    this.records = begun.summary().records;
    if (place !== 'later') this.#saved(whole, true);
    else if (takesFilesByTap(name, file)) this.state = 'ready';
    else await this.handOver();
  }

  /**
   * Unlocking brings back a device's key that the browser threw away, and the one that was put in
   * place of it.
   */
  async #begin(
    now: number,
    { id: workspaceId, database }: OpenWorkspace,
  ): Promise<MadeBackup | undefined> {
    const parts = {
      workspaceId,
      now,
      collection: database.records,
      signal: this.#stop.signal,
      onProgress: (records: number) => (this.written = records),
    };
    let begun = await makeBackup(parts);
    if (!begun.ok && begun.problem.code !== 'no-keyring' && (await this.#app.askUnlock('all')))
      begun = await makeBackup(parts);
    if (begun.ok) {
      this.records = begun.value.records;
      return begun.value;
    }
    [this.problem, this.state] = [begun.problem.code, 'idle'];
    return undefined;
  }

  /** Hands the file to the device, in a tap where that needs one. */
  async handOver(): Promise<void> {
    const whole = this.#ready;
    if (whole === undefined) return;
    if (await handOverFile(whole.name, whole.file)) this.#saved(whole, false);
  }

  #saved({ madeAt, workspaceId, wraps }: HandOver, inPlace: boolean): void {
    const { settings, clock } = this.#app;
    noteBackup(settings, workspaceId, {
      madeAt,
      records: this.records,
      testedAt: clock.now(),
      inPlace,
      wraps,
    });
    this.inPlace = inPlace;
    this.#ready = undefined;
    this.state = 'done';
  }

  /** Gives up; what was written by then is not kept. */
  cancel(): void {
    this.#stop.abort();
  }
}
