import { foreignText } from '#core/text/foreign-text.ts';
import { NO_CHOICE, type Choice, type Destination } from '#core/import/choice.ts';
import type { Answers, Question } from '#core/import/file-question.ts';
import type { ProgrammeId } from '#core/record/record.ts';
import { FileLost, type OpenFile } from '#data/import/open-file.ts';
import { choicesOf, readingsOf, type Reading } from '#data/import/read-as.ts';
import { runImport } from '#data/import/run.ts';
import { answersToRemember, rememberedAnswers } from '#data/import/remembered-answers.ts';
import { ChosenKinds } from '#data/import/chosen-kinds.ts';
import type { Mapping } from '#core/import/mapping.ts';
import type { Gap, SkippedSheet } from '#core/import/shelf.ts';
import type { AnyOutline } from '#programmes/imports.ts';
import type { ReadAs } from '#programmes/reads-as.ts';
import { openSheet, type SheetSource } from '#data/import/read/sheet-reader.ts';
import { reportBug } from '#platform/report-bug.ts';
import { withoutUpdate } from '#platform/update-lock.ts';
import { VaultLocked } from '#data/vault/held-keys.ts';
import type { FileScreenProblem } from './dry-run/sentence.ts';
import { looksAfterIn, type ImportApp } from './import-app.ts';
import type { Beside, DryRun, Importing } from './importing.ts';
import { loadImporting, trialsOver, type ImportingOf, type TrialBy } from './load-importing.ts';

/** The phase of an import: `locked` waits for the vault, `tried` shows the dry run. */
export type Phase = 'start' | 'reading' | 'locked' | 'trying' | 'tried' | 'running' | 'taking-back';

/** How far something is: rows, records or, without `total`, unknown. */
export type Progress = { readonly done: number; readonly total: number };

/**
 * One import from file to tap. The file, its rows and codes live here and nowhere else (A5):
 * leaving the screen drops them. Every new file or answer makes what still runs for the old one
 * void.
 */
export class ImportScreen {
  #app: ImportApp;
  #importingOf: ImportingOf | undefined;
  #trialBy: TrialBy | undefined;
  #stop = new AbortController();
  #phase = $state<Phase>('start');
  #problem = $state.raw<FileScreenProblem>();
  #progress = $state.raw<Progress>();
  #fileName = $state('');
  #waiting = $state.raw<OpenFile>();
  #chosenKinds: ChosenKinds | undefined;
  #answers = $state.raw<Answers>({});
  /** What was answered for earlier files with the same headings. */
  #answeredBefore = $state.raw<Answers>({});
  #choice = $state.raw<Choice>(NO_CHOICE);
  #dryRun = $state.raw<DryRun>();
  /** How often the user changed what the file means, and after which of it the dry run was made. */
  #changes = $state(0);
  #triedAfter = $state(0);
  /** The file in which nothing was found: it may still be said what it is. */
  #refused = $state.raw<SheetSource | readonly SheetSource[]>();

  constructor(app: ImportApp) {
    this.#app = app;
  }

  get phase(): Phase {
    return this.#phase;
  }
  /** Why the last file or run ended; shown on the start. */
  get problem(): FileScreenProblem | undefined {
    return this.#problem;
  }
  get progress(): Progress | undefined {
    return this.#progress;
  }
  /** As it is shown: a file may be called anything. */
  get fileName(): string {
    return foreignText(this.#fileName);
  }
  get sheets(): readonly AnyOutline[] {
    return this.#waiting?.sheets ?? [];
  }
  get skipped(): readonly SkippedSheet[] {
    return this.#waiting?.skipped ?? [];
  }
  /** What the file says that it lacks. */
  get gaps(): readonly Gap[] {
    return this.#waiting?.gaps ?? [];
  }
  /** Whose file it is; undefined before one is open. */
  get programme(): OpenFile['programme'] | undefined {
    return this.#waiting?.programme;
  }
  /** What the programme of the file knows of it; undefined before one is open. */
  get importing(): Importing | undefined {
    return this.#of(this.#waiting);
  }
  /** What the programme of the dry run knows of it; undefined before there is one. */
  get triedBy(): Importing | undefined {
    return this.#of(this.#dryRun);
  }
  /** What the tap does beside the rows it writes; undefined where it does no more. */
  get beside(): Beside | undefined {
    const dryRun = this.#dryRun;
    return dryRun === undefined ? undefined : this.triedBy?.beside?.(dryRun);
  }
  /** What is answered now: by the user, else as last time. */
  get answers(): Answers {
    return { ...this.#answeredBefore, ...this.#answers };
  }
  /** Whether a question is answered as last time, and not by the user. */
  isAsBefore(question: string): boolean {
    return Object.hasOwn(this.#answeredBefore, question) && !Object.hasOwn(this.#answers, question);
  }
  /** Who said what a sheet is; undefined where it was recognised. */
  saidOf(sheet: string): ReturnType<ChosenKinds['saidOf']> {
    return this.#chosenKinds?.saidOf(sheet);
  }
  /** Whether the columns of a sheet mean what they meant last time. */
  isMappedAsBefore(sheet: string): boolean {
    return this.#chosenKinds?.isAsBefore(sheet) ?? false;
  }
  get choice(): Choice {
    return this.#choice;
  }
  get dryRun(): DryRun | undefined {
    return this.#dryRun;
  }
  get questions(): readonly Question[] {
    return this.#waiting?.questions ?? [];
  }
  /** What each sheet is read as, where it may be something else too. */
  get readings(): readonly Reading[] {
    return this.#waiting === undefined ? [] : readingsOf(this.#waiting, looksAfterIn(this.#app));
  }
  /** What the file in which nothing was found may be read as anyway; none of any other file. */
  get anywayChoices(): readonly ReadAs[] {
    return this.#refused === undefined ? [] : choicesOf(undefined, looksAfterIn(this.#app));
  }
  /** The code column was guessed and must be looked at first. */
  get needsMapping(): boolean {
    return this.sheets.some((sheet) => sheet.needsMapping);
  }
  /** The dry run that is shown is of what the file was taken to mean before. */
  get isReadAnew(): boolean {
    return this.#dryRun !== undefined && this.#triedAfter !== this.#changes;
  }
  /** Whether anything was said of the file that is lost with it. */
  get isAnswered(): boolean {
    return this.#changes > 0;
  }
  get isRunning(): boolean {
    return this.#phase === 'running' || this.#phase === 'taking-back';
  }

  /**
   * Reads a file, or saved pages together, and tries them out. `otherwise` names the problem when
   * pasted text holds nothing.
   */
  async choose(
    chosen: SheetSource | readonly SheetSource[],
    otherwise?: 'nothing-pasted',
    readAs?: ReadAs,
  ): Promise<void> {
    this.leave();
    const { signal } = this.#stop;
    this.#fileName = ('name' in chosen ? chosen : chosen[0])?.name ?? '';
    this.#phase = 'reading';
    const onProgress = (_: unknown, share?: number): void => {
      if (!signal.aborted)
        this.#progress = share === undefined ? undefined : { done: share, total: 1 };
    };
    const importingOf = await loadImporting();
    const opened = await openSheet(chosen, {
      signal,
      onProgress,
      looksAfter: looksAfterIn(this.#app),
      readAs,
    });
    if (signal.aborted) return opened.ok ? opened.value.close() : undefined;
    if (!opened.ok) {
      const isNothing = holdsNothing(opened.problem);
      this.#refuse(isNothing && otherwise ? { code: otherwise } : opened.problem);
      if (isNothing) this.#refused = chosen;
      return;
    }
    this.#waiting = opened.value;
    this.#fileName = opened.value.name;
    this.#importingOf = importingOf;
    this.#trialBy = trialsOver(this.#app);
    const chosenKinds = new ChosenKinds(this.#app.records);
    this.#chosenKinds = chosenKinds;
    await this.#withFile((file) => chosenKinds.open(file));
  }

  /** Reads the file in which nothing was found as what someone says that it is. */
  async readAnyway(as: ReadAs): Promise<void> {
    if (this.#refused !== undefined) await this.choose(this.#refused, undefined, as);
  }

  /** Compares the waiting file with what is there; asks for the vault when it brings codes. */
  async tryOut(): Promise<void> {
    const waiting = this.#waiting;
    const importing = this.importing;
    const trial = importing === undefined ? undefined : this.#trialBy?.(importing);
    if (waiting === undefined || importing === undefined || trial === undefined) return;
    const { signal } = this.#renew();
    const changes = this.#changes;
    if (importing.asksVault?.(waiting) === true && !this.#app.vault.isOpen) {
      this.#phase = 'locked';
      const open = await this.#app.askUnlock();
      if (signal.aborted || !open) return;
    }
    this.#progress = undefined;
    this.#problem = undefined;
    // A dry run that is shown stays until the next one is ready: an answer must not make the page
    // jump.
    if (this.#dryRun === undefined) this.#phase = 'trying';
    try {
      const total = this.sheets.reduce((sum, { rowCount }) => sum + rowCount, 0);
      const onProgress = (done: number): void => {
        if (!signal.aborted) this.#progress = { done, total };
      };
      const dryRun = await trial.try(waiting, this.answers, this.#choice, { signal, onProgress });
      if (signal.aborted) return;
      this.#dryRun = dryRun;
      this.#triedAfter = changes;
      this.#phase = 'tried';
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof FileLost) return this.#refuse(LOST);
      if (error instanceof VaultLocked) this.#phase = 'locked';
      else this.#fail('not-tried', error);
    }
  }

  /** Gives a column another meaning. */
  async mapColumn(sheet: number, index: number, field: string): Promise<void> {
    this.#changes += 1;
    this.#chosenKinds?.changed(this.sheets[sheet]?.name ?? '');
    await this.#map((file) =>
      file.sheets.map((_, at) => (at === sheet ? { index, field } : undefined)),
    );
  }

  /** Says what a sheet is: it is read again, with the columns as they were mapped for that. */
  async readAs(sheet: string, as: ReadAs): Promise<void> {
    this.#choice = NO_CHOICE;
    this.#changes += 1;
    await this.#withFile(
      (file) => this.#chosenKinds?.say(file, sheet, as) ?? Promise.resolve(file),
    );
  }

  /** The guessed columns are right. */
  async confirmColumns(): Promise<void> {
    this.#changes += 1;
    await this.#map((file) => file.mapped.map(({ mapping }) => ({ remembered: mapping })));
  }

  async answer(question: string, choice: string): Promise<void> {
    this.#changes += 1;
    this.#answers = { ...this.#answers, [question]: choice };
    await this.tryOut();
  }

  /** Says where codes without an order belong. */
  async sendTo(destination: Destination): Promise<void> {
    await this.#choose({ ...this.#choice, destination });
  }

  /** Says which of several orders rows mean. */
  async pickOrder(question: string, order: string): Promise<void> {
    await this.#choose({ ...this.#choice, orders: { ...this.#choice.orders, [question]: order } });
  }

  /** Does what the dry run shows. Answers the run's id; undefined when nothing was written. */
  async run(): Promise<string | undefined> {
    const dryRun = this.#dryRun;
    const importing = this.triedBy;
    if (dryRun === undefined || importing === undefined) return undefined;
    if (this.#phase !== 'tried' || this.isReadAnew) return undefined;
    // It may have locked itself while the dry run was read.
    const writesSecrets = importing.writesSecrets?.(dryRun) === true;
    if (writesSecrets && !(await this.#app.askUnlock())) return undefined;
    const { signal } = this.#renew();
    const given = importing.task(dryRun, this.#app);
    const task = {
      ...given,
      mappings: [
        ...given.mappings,
        ...(this.#chosenKinds?.mappings ?? []),
        ...(this.#waiting === undefined ? [] : answersToRemember(this.#waiting, this.answers)),
      ],
    };
    const total = task.size;
    this.#phase = 'running';
    this.#progress = { done: 0, total };
    const onProgress = (done: number): void => void (this.#progress = { done, total });
    const done = await withoutUpdate(() =>
      runImport(task, this.#app, { onProgress, signal }),
    ).catch((error: unknown) => this.#fail('cut-off', error));
    if (done === undefined) return undefined;
    if (done.ok) {
      this.leave();
      return done.value;
    }
    if (done.problem.code !== 'vault-locked') this.#refuse(done.problem);
    else {
      this.#problem = done.problem;
      this.#phase = 'locked';
    }
    return undefined;
  }

  /** Stops reading, or takes a run back; what was chosen is dropped. */
  cancel(): void {
    if (this.#phase === 'running') {
      this.#phase = 'taking-back';
      this.#stop.abort();
    } else if (this.#phase !== 'taking-back') this.leave();
  }

  /** Drops the file with everything that was read of it. */
  leave(): void {
    this.#renew();
    this.#phase = 'start';
    this.#problem = undefined;
    this.#refused = undefined;
    this.#progress = undefined;
    this.#fileName = '';
    this.#waiting?.close();
    this.#waiting = undefined;
    this.#chosenKinds = undefined;
    this.#trialBy = undefined;
    this.#dryRun = undefined;
    this.#changes = 0;
    this.#triedAfter = 0;
    this.#answers = {};
    this.#answeredBefore = {};
    this.#choice = NO_CHOICE;
  }

  #refuse(problem: FileScreenProblem): void {
    this.leave();
    this.#problem = problem;
  }

  /** What nobody foresaw becomes a sentence on the start, never a screen that waits forever. */
  #fail(code: 'not-tried' | 'cut-off', error: unknown): undefined {
    reportBug('an import failed', error);
    this.#refuse({ code });
  }

  #renew(): AbortController {
    this.#stop.abort();
    this.#stop = new AbortController();
    return this.#stop;
  }

  #of(whose: { readonly programme: ProgrammeId } | undefined): Importing | undefined {
    return whose === undefined ? undefined : this.#importingOf?.(whose.programme);
  }

  async #choose(choice: Choice): Promise<void> {
    this.#choice = choice;
    const before = this.#dryRun;
    const importing = this.triedBy;
    const trial = importing === undefined ? undefined : this.#trialBy?.(importing);
    if (before === undefined || trial === undefined) return;
    this.#changes += 1;
    const changes = this.#changes;
    const { signal } = this.#renew();
    try {
      const dryRun = await trial.again(before, choice);
      if (signal.aborted) return;
      this.#dryRun = dryRun;
      this.#triedAfter = changes;
    } catch (error) {
      if (!signal.aborted) this.#fail('not-tried', error);
    }
  }

  #map(mappings: (file: OpenFile) => readonly Mapping[]): Promise<void> {
    return this.#withFile((file) => file.map(mappings(file)));
  }

  /** Takes the file as it is with other columns, and tries it out. */
  async #withFile(change: (file: OpenFile) => Promise<OpenFile>): Promise<void> {
    if (this.#waiting === undefined) return;
    try {
      const file = await change(this.#waiting);
      if (!file.isOpen) throw new FileLost();
      this.#waiting = file;
      this.#answeredBefore = await rememberedAnswers(this.#app.records, file).catch(() => ({}));
      if (!file.isOpen) throw new FileLost();
    } catch (error) {
      if (!(error instanceof FileLost)) throw error;
      // One that was left is lost on purpose.
      return this.#waiting?.isOpen === false ? this.#refuse(LOST) : undefined;
    }
    await this.tryOut();
  }
}

/** The worker with the rows failed: the file has to be chosen again. */
const LOST: FileScreenProblem = { code: 'unreadable-file' };

/** Why nothing was found in a file that could be opened: what it is can still be said. */
const NOTHING_HERE: ReadonlySet<string> = new Set([
  'no-codes',
  'no-list',
  'no-licences',
  'nothing-known',
  'offer-codes',
  'adobe-users',
  'installs-per-app',
]);

const holdsNothing = ({ code }: FileScreenProblem): boolean => NOTHING_HERE.has(code);
