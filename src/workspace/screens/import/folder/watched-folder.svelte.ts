import { foreignText } from '#core/text/foreign-text.ts';
import { keepFolder, keptFolder, type KeptFolder } from '#data/device/kept-folder.ts';
import { isReadByName } from '#data/import/read/endings.ts';
import {
  askFolderLeave,
  chooseFolder,
  fileOf,
  filesThere,
  folderLeave,
  type FolderLeave,
  type FileThere,
} from '#platform/browser/folder.ts';
import { reportBug } from '#platform/report-bug.ts';
import { answeredWith, newestFile } from './newest-file.ts';

/**
 * How it is with the folder: `none` is chosen, the browser wants to be asked in a press (`ask`) or
 * was told no (`denied`), or it is no longer there (`gone`).
 */
export type FolderState = 'unknown' | 'none' | 'ask' | 'denied' | 'gone' | 'open';

/** How much of a folder's or a file's name is shown. */
const MOST_SHOWN = 80;

/**
 * The folder that the import looks into on this device. It is looked at only when someone comes to
 * the page, and nothing in a file is read before a press.
 */
export class WatchedFolder {
  #workspaceId: string;
  #kept = $state.raw<KeptFolder>();
  #state = $state<FolderState>('unknown');
  #newest = $state.raw<FileThere>();
  /** What is asked of the folder, one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(workspaceId: string) {
    this.#workspaceId = workspaceId;
  }

  get state(): FolderState {
    return this.#state;
  }
  /** What the folder is called, as it is shown. */
  get name(): string {
    return foreignText(this.#kept?.folder.name ?? '', MOST_SHOWN);
  }
  /** The newest file, if it was not read or dismissed yet; its name as it is shown. */
  get newest(): FileThere | undefined {
    const file = this.#newest;
    return file && { ...file, name: foreignText(file.name, MOST_SHOWN) };
  }

  /** Looks for the folder of this device, and for its newest file. */
  look(): Promise<void> {
    return this.#inTurn(async () => {
      this.#kept = await keptFolder(this.#workspaceId);
      await this.#lookAgain();
    });
  }

  /** Asks which folder, in a press: false where none is chosen, and the one before stays. */
  async choose(): Promise<boolean> {
    const folder = await chooseFolder();
    if (folder === undefined) return false;
    await this.#inTurn(async () => {
      // What was answered in the same folder stays answered.
      const isSame = await this.#kept?.folder.isSameEntry(folder);
      const { until, names } = (isSame === true && this.#kept) || { until: 0, names: [] };
      await this.#keep({ folder, until, names });
      await this.#lookAgain();
    });
    return true;
  }

  /** Asks the browser for the folder once more, in a press. */
  async allow(): Promise<void> {
    const kept = this.#kept;
    if (kept === undefined) return;
    const leave = await askFolderLeave(kept.folder);
    await this.#inTurn(() => this.#lookAgain(leave));
  }

  /** The newest file, to be read, in a press; it is not offered again. Undefined where it is gone. */
  async take(): Promise<File | undefined> {
    const [kept, newest] = [this.#kept, this.#newest];
    if (kept === undefined || newest === undefined) return undefined;
    const file = await fileOf(kept.folder, newest.name);
    if (file === undefined) await this.look();
    else await this.#answer({ name: newest.name, changedAt: file.lastModified });
    return file;
  }

  /** The newest file is not wanted: it is not offered again. */
  async dismiss(): Promise<void> {
    if (this.#newest !== undefined) await this.#answer(this.#newest);
  }

  /** Forgets the folder. */
  stop(): Promise<void> {
    return this.#inTurn(() => this.#keep(undefined));
  }

  async #answer(file: FileThere): Promise<void> {
    await this.#inTurn(async () => {
      const kept = this.#kept;
      if (kept === undefined) return;
      await this.#keep({ ...kept, ...answeredWith(file, kept) });
      await this.#lookAgain();
    });
  }

  async #keep(kept: KeptFolder | undefined): Promise<void> {
    await keepFolder(this.#workspaceId, kept);
    this.#kept = kept;
    this.#newest = undefined;
    if (kept === undefined) this.#state = 'none';
  }

  async #lookAgain(asked?: FolderLeave): Promise<void> {
    const kept = this.#kept;
    if (kept === undefined) {
      this.#state = 'none';
      return;
    }
    const leave = asked ?? (await folderLeave(kept.folder));
    const files = leave === 'granted' ? await filesThere(kept.folder, isReadByName) : [];
    this.#newest = files === 'gone' ? undefined : newestFile(files, kept);
    this.#state = leave !== 'granted' ? leave : files === 'gone' ? 'gone' : 'open';
  }

  /** A look that fails leaves what is shown: the next one comes with the next visit. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const next = this.#last.then(work).catch((error: unknown) => {
      reportBug('a folder was not looked into', error);
    });
    this.#last = next;
    return next;
  }
}
