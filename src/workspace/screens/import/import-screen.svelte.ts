import { foreignText } from '#core/text/foreign-text.ts';
import { NO_CHOICE, type Choice, type Destination } from '#core/import/choice.ts';
import type { Answers, Question } from '#core/import/file-question.ts';
import { FileLost, type OpenFile, type OpenLot, type PartOf } from '#data/import/open-file.ts';
import { joinedTask } from '#data/import/lot/joined-task.ts';
import { choicesOf, readingsOf, type Reading } from '#data/import/read-as.ts';
import { runImport } from '#data/import/run.ts';
import { answersToRemember, rememberedAnswers } from '#data/import/remembered-answers.ts';
import { ChosenKinds } from '#data/import/chosen-kinds.ts';
import type { AnyOutline } from '#programmes/imports.ts';
import type { ReadAs } from '#programmes/reads-as.ts';
import { openSheet, type SheetSource } from '#data/import/read/sheet-reader.ts';
import { reportBug } from '#platform/report-bug.ts';
import { withoutUpdate } from '#platform/update-lock.ts';
import { VaultLocked } from '#data/vault/held-keys.ts';
import type { FileScreenProblem } from './dry-run/sentence.ts';
import { looksAfterIn, type ImportApp } from './import-app.ts';
import type { Beside, DryRun, ImportedCounts, Importing } from './importing.ts';
import { withCells } from './kept-cells.ts';
import { loadImporting, trialsOver, type ImportingOf, type TrialBy } from './load-importing.ts';
import { notReadOf } from './not-read.ts';

/** The phase of an import: `locked` waits for the vault, `tried` shows the dry run. */
export type Phase = 'start' | 'reading' | 'locked' | 'trying' | 'tried' | 'running' | 'taking-back';

/** How far something is: rows, records or, without `total`, unknown. */
export type Progress = { readonly done: number; readonly total: number };

/**
 * One import from files to tap. The files, their rows and codes live here and nowhere else (A5):
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
  #lot = $state.raw<OpenLot>();
  #chosenKinds: ChosenKinds | undefined;
  #answers = $state.raw<Answers>({});
  /** What was answered for earlier files with the same headings. */
  #answeredBefore = $state.raw<Answers>({});
  #choices = $state.raw<Partial<Readonly<Record<PartOf, Choice>>>>({});
  /** One of each programme that reads some of the files. */
  #tried = $state.raw<readonly DryRun[]>([]);
  /** How often the user changed what the files mean, and after which of it they were tried. */
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
  /** Every sheet that is read, of whichever programme. */
  get sheets(): readonly AnyOutline[] {
    return this.#parts.flatMap(({ sheets }): readonly AnyOutline[] => sheets);
  }
  get skipped(): OpenLot['skipped'] {
    return this.#lot?.skipped ?? [];
  }
  /** What the files say that they lack. */
  get gaps(): OpenLot['gaps'] {
    return this.#lot?.gaps ?? [];
  }
  /** Files of several that are left out. */
  get leftOut(): OpenLot['refused'] {
    return this.#lot?.refused ?? [];
  }
  /** Whose files they are, and were when they were tried last. */
  get programmes(): readonly PartOf[] {
    const now = this.#parts.map(({ programme }) => programme);
    const before = this.#tried.map(({ programme }) => programme);
    return [...now, ...before.filter((programme) => !now.includes(programme))];
  }
  /** Whether several files were chosen together. */
  get isSeveral(): boolean {
    return (this.#lot?.fileCount ?? 0) > 1;
  }
  /** What a programme reads of the files; undefined where it reads nothing. */
  partOf(programme: PartOf): OpenFile | undefined {
    return this.#parts.find((part) => part.programme === programme);
  }
  /** What a programme would do; undefined before it was tried. */
  triedOf(programme: PartOf): DryRun | undefined {
    return this.#tried.find((dryRun) => dryRun.programme === programme);
  }
  /** What a programme knows of its files. */
  importingOf(programme: PartOf): Importing | undefined {
    return this.#importingOf?.(programme);
  }
  /** What the tap does for a programme beside the rows it writes; undefined where it does no more. */
  besideOf(programme: PartOf): Beside | undefined {
    const tried = this.triedOf(programme);
    return tried === undefined ? undefined : this.importingOf(programme)?.beside?.(tried);
  }
  /** What the tap writes, of all programmes: rows, and what comes beside them. */
  get writes(): ImportedCounts {
    const counts = this.#tried.map(({ plan }) => plan.counts);
    const beside = this.#tried.flatMap(({ programme }) => this.besideOf(programme) ?? []);
    const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
    return {
      rows: sum(counts.map((count) => count.new + count.changed)),
      freed: sum(beside.map(({ freed }) => freed)),
      confirmed: sum(beside.map(({ confirmed }) => confirmed)),
      places: sum(beside.map(({ newPlaces }) => newPlaces.length)),
    };
  }
  /** What was chosen for the rows of a programme. */
  choiceOf(programme: PartOf): Choice {
    return this.#choices[programme] ?? NO_CHOICE;
  }
  get #parts(): readonly OpenFile[] {
    return this.#lot?.parts ?? [];
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
  /** What is unclear in the files of a programme. */
  questionsOf(programme: PartOf): readonly Question[] {
    return this.partOf(programme)?.questions ?? [];
  }
  /** What each sheet is read as, where it may be something else too. */
  get readings(): readonly Reading[] {
    return this.#lot === undefined ? [] : readingsOf(this.#lot, looksAfterIn(this.#app));
  }
  /** What the file in which nothing was found may be read as anyway; none of any other file. */
  get anywayChoices(): readonly ReadAs[] {
    return this.#refused === undefined ? [] : choicesOf(undefined, looksAfterIn(this.#app));
  }
  /** The code column was guessed and must be looked at first. */
  get needsMapping(): boolean {
    return this.sheets.some((sheet) => sheet.needsMapping);
  }
  /** What is shown is of what the files were taken to mean before. */
  get isReadAnew(): boolean {
    return this.#tried.length > 0 && this.#triedAfter !== this.#changes;
  }
  /** Whether anything was said of the file that is lost with it. */
  get isAnswered(): boolean {
    return this.#changes > 0;
  }
  get isRunning(): boolean {
    return this.#phase === 'running' || this.#phase === 'taking-back';
  }

  /**
   * Reads files together, and tries them out. `otherwise` names the problem when pasted text holds
   * nothing.
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
    this.#lot = opened.value;
    this.#fileName = opened.value.name;
    this.#importingOf = importingOf;
    this.#trialBy = trialsOver(this.#app);
    const chosenKinds = new ChosenKinds(this.#app.records);
    this.#chosenKinds = chosenKinds;
    await this.#withLot((lot) => chosenKinds.open(lot));
  }

  /** Reads the file in which nothing was found as what someone says that it is. */
  async readAnyway(as: ReadAs): Promise<void> {
    if (this.#refused !== undefined) await this.choose(this.#refused, undefined, as);
  }

  /** Compares the files with what is there; asks for the vault when they bring codes. */
  async tryOut(): Promise<void> {
    const parts = this.#parts;
    if (this.#lot === undefined) return;
    const { signal } = this.#renew();
    const changes = this.#changes;
    const asksVault = parts.some(
      (part) => this.importingOf(part.programme)?.asksVault?.(part) === true,
    );
    if (asksVault && !this.#app.vault.isOpen) {
      this.#phase = 'locked';
      const open = await this.#app.askUnlock();
      if (signal.aborted || !open) return;
    }
    this.#progress = undefined;
    this.#problem = undefined;
    // A dry run that is shown stays until the next one is ready: an answer must not make the page
    // jump.
    if (this.#tried.length === 0) this.#phase = 'trying';
    try {
      const tried = await this.#tryEach(parts, signal);
      if (signal.aborted) return;
      this.#tried = tried;
      this.#triedAfter = changes;
      this.#phase = 'tried';
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof FileLost) return this.#refuse(LOST);
      if (error instanceof VaultLocked) this.#phase = 'locked';
      else this.#fail('not-tried', error);
    }
  }

  async #tryEach(parts: readonly OpenFile[], signal: AbortSignal): Promise<readonly DryRun[]> {
    const rowsOf = ({ sheets }: Pick<OpenFile, 'sheets'>): number =>
      sheets.reduce((sum, { rowCount }) => sum + rowCount, 0);
    const total = parts.reduce((sum, part) => sum + rowsOf(part), 0);
    const tried: DryRun[] = [];
    let before = 0;
    for (const part of parts) {
      const from = before;
      const onProgress = (done: number): void => {
        if (!signal.aborted) this.#progress = { done: from + done, total };
      };
      const trial = this.#trialOf(part.programme);
      const choice = this.choiceOf(part.programme);
      const watched = { signal, onProgress };
      if (trial === undefined) continue;
      tried.push(await trial.try(part, this.answers, choice, watched));
      before += rowsOf(part);
    }
    return tried;
  }

  #trialOf(programme: PartOf): ReturnType<TrialBy> | undefined {
    const importing = this.importingOf(programme);
    return importing === undefined ? undefined : this.#trialBy?.(importing);
  }

  /** Gives a column another meaning. */
  async mapColumn(sheet: string, index: number, field: string): Promise<void> {
    this.#changes += 1;
    this.#chosenKinds?.changed(sheet);
    await this.#withLot((lot) => {
      const part = lot.parts.find(({ sheets }) => sheets.some(({ name }) => name === sheet));
      if (part === undefined) return Promise.resolve(lot);
      const mappings = part.sheets.map(({ name }) =>
        name === sheet ? { index, field } : undefined,
      );
      return lot.map(part.programme, mappings);
    });
  }

  /** Says what a sheet is: it is read again, with the columns as they were mapped for that. */
  async readAs(sheet: Reading, as: ReadAs): Promise<void> {
    this.#forgetPlaceOf(sheet.name);
    this.#changes += 1;
    await this.#withLot((lot) => this.#chosenKinds?.say(lot, sheet, as) ?? Promise.resolve(lot));
  }

  /** Where rows of a sheet go was asked of what it was taken for; of other files it stays. */
  #forgetPlaceOf(sheet: string): void {
    if (!this.isSeveral) {
      this.#choices = {};
      return;
    }
    const kept = Object.entries(this.#choices).map(([programme, choice]) => {
      const apart = Object.entries(choice.apart ?? {}).filter(([name]) => name !== sheet);
      return [programme, { ...choice, apart: Object.fromEntries(apart) }] as const;
    });
    this.#choices = Object.fromEntries(kept);
  }

  /** The guessed columns of a programme's sheets are right. */
  async confirmColumns(programme: PartOf): Promise<void> {
    this.#changes += 1;
    await this.#withLot((lot) => {
      const part = lot.parts.find((one) => one.programme === programme);
      const mapped = part?.mapped ?? [];
      return lot.map(
        programme,
        mapped.map(({ mapping }) => ({ remembered: mapping })),
      );
    });
  }

  async answer(question: string, choice: string): Promise<void> {
    this.#changes += 1;
    this.#answers = { ...this.#answers, [question]: choice };
    await this.tryOut();
  }

  /** Says where rows belong that do not name a place: all of a programme, or those on some sheets. */
  async sendTo(
    programme: PartOf,
    destination: Destination,
    sheets?: readonly string[],
  ): Promise<void> {
    const before = this.choiceOf(programme);
    const apart = sheets?.map((sheet) => [sheet, destination] as const);
    await this.#choose(
      programme,
      apart === undefined
        ? { ...before, destination }
        : { ...before, apart: { ...before.apart, ...Object.fromEntries(apart) } },
    );
  }

  /** Says which of several orders rows mean. */
  async pickOrder(programme: PartOf, question: string, order: string): Promise<void> {
    const before = this.choiceOf(programme);
    await this.#choose(programme, { ...before, orders: { ...before.orders, [question]: order } });
  }

  /** Does what the dry run shows. Answers the run's id; undefined when nothing was written. */
  async run(): Promise<string | undefined> {
    const tried = this.#tried.flatMap((dryRun) => {
      const importing = this.importingOf(dryRun.programme);
      return importing === undefined ? [] : [{ importing, dryRun }];
    });
    if (tried.length === 0 || this.#phase !== 'tried' || this.isReadAnew) return undefined;
    // It may have locked itself while the dry run was read.
    const writesSecrets = tried.some(
      ({ importing, dryRun }) => importing.writesSecrets?.(dryRun) === true,
    );
    if (writesSecrets && !(await this.#app.askUnlock())) return undefined;
    const { signal } = this.#renew();
    const given = joinedTask(
      tried.map(({ importing, dryRun }) =>
        importing.task(withCells(dryRun, importing, this.sheets), this.#app),
      ),
    );
    const task = {
      ...given,
      notRead: this.#lot === undefined ? [] : notReadOf(this.#lot, this.#isNotKept),
      mappings: [
        ...given.mappings,
        ...(this.#chosenKinds?.mappings ?? []),
        ...this.#parts.flatMap((part) => answersToRemember(part, this.answers)),
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

  readonly #isNotKept = (programme: PartOf, sheet: AnyOutline, field: string): boolean =>
    this.importingOf(programme)?.isNotKept?.(sheet, field) ?? false;

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
    this.#lot?.close();
    this.#lot = undefined;
    this.#chosenKinds = undefined;
    this.#trialBy = undefined;
    this.#tried = [];
    this.#changes = 0;
    this.#triedAfter = 0;
    this.#answers = {};
    this.#answeredBefore = {};
    this.#choices = {};
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

  async #choose(programme: PartOf, choice: Choice): Promise<void> {
    this.#choices = { ...this.#choices, [programme]: choice };
    // What was tried is of answers that changed meanwhile.
    if (this.isReadAnew) return this.tryOut();
    const before = this.triedOf(programme);
    const trial = this.#trialOf(programme);
    if (before === undefined || trial === undefined) return;
    this.#changes += 1;
    const changes = this.#changes;
    const { signal } = this.#renew();
    try {
      const dryRun = await trial.again(before, choice);
      if (signal.aborted) return;
      this.#tried = this.#tried.map((one) => (one === before ? dryRun : one));
      this.#triedAfter = changes;
    } catch (error) {
      if (!signal.aborted) this.#fail('not-tried', error);
    }
  }

  /** Takes the files as they are with other columns, and tries them out. */
  async #withLot(change: (lot: OpenLot) => Promise<OpenLot>): Promise<void> {
    if (this.#lot === undefined) return;
    try {
      const lot = await change(this.#lot);
      if (!lot.isOpen) throw new FileLost();
      this.#lot = lot;
      this.#answeredBefore = await this.#remembered(lot);
      if (!lot.isOpen) throw new FileLost();
    } catch (error) {
      if (!(error instanceof FileLost)) throw error;
      // One that was left is lost on purpose.
      return this.#lot?.isOpen === false ? this.#refuse(LOST) : undefined;
    }
    await this.tryOut();
  }

  async #remembered({ parts }: OpenLot): Promise<Answers> {
    const answered = await Promise.all(
      parts.map((part) => rememberedAnswers(this.#app.records, part).catch(() => ({}))),
    );
    return Object.assign({}, ...answered) as Answers;
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
  'installs-per-app',
]);

const holdsNothing = ({ code }: FileScreenProblem): boolean => NOTHING_HERE.has(code);
