import { foreignText } from '#core/text/foreign-text.ts';
import { NO_CHOICE, type Choice, type Destination } from '#core/import/choice.ts';
import type { RememberedMapping } from '#core/import/mapping.ts';
import type { Answers, Question } from '#core/import/file-question.ts';
import { FileLost, type OpenFile, type OpenLot, type PartOf } from '#data/import/open-file.ts';
import { joinedTask } from '#data/import/lot/joined-task.ts';
import { choicesOf, readingsOf, type Reading } from '#data/import/read-as.ts';
import { runImport } from '#data/import/run.ts';
import { answersToRemember, rememberedAnswers } from '#data/import/remembered-answers.ts';
import { placesToRemember, rememberedPlaces } from '#data/import/remembered-places.ts';
import { ChosenKinds, type Anyway } from '#data/import/chosen-kinds.ts';
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
import { keepTold } from './rows-told.ts';

/** The phase of an import: `locked` waits for the vault, `tried` shows the dry run. */
export type Phase = 'start' | 'reading' | 'locked' | 'trying' | 'tried' | 'running' | 'taking-back';

/** How far something is: rows, records or, without `total`, unknown. */
export type Progress = { readonly done: number; readonly total: number };

/** What the user said of the guessed columns of a sheet. */
type SaidOfColumns = { readonly sheet: string; readonly said: 'right' | 'asked-again' };

/** Which column of a sheet has a field. */
type ChosenColumn = { readonly sheet: string; readonly index: number; readonly field: string };

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
  #isPasted = false;
  #refusedFile = $state('');
  #refusedFiles = $state.raw<readonly RefusedFile[]>([]);
  #lot = $state.raw<OpenLot>();
  #chosenKinds: ChosenKinds | undefined;
  #answers = $state.raw<Answers>({});
  /** What was answered for earlier files with the same headings. */
  #answeredBefore = $state.raw<Answers>({});
  /** What was said of guessed columns, by sheet. */
  #columns = $state.raw<readonly SaidOfColumns[]>([]);
  #choices = $state.raw<Partial<Readonly<Record<PartOf, Choice>>>>({});
  /** Where rows of sheets went when their files came before. */
  #placedBefore: Partial<Readonly<Record<PartOf, NonNullable<Choice['apart']>>>> = {};
  /** One of each programme that reads some of the files. */
  #tried = $state.raw<readonly DryRun[]>([]);
  /** How often the user changed what the files mean, and after which of it they were tried. */
  #changes = $state(0);
  #triedAfter = $state(0);
  /** What is done to the files now: whatever else is said of them waits for it. */
  #reading: Promise<boolean> | undefined;
  #lastSaid = $state.raw<{ readonly sheet: string }>();
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
  /** Whether what is open, or was refused, are rows that were pasted. */
  get isPasted(): boolean {
    return this.#isPasted;
  }
  /** The one file that was not taken; '' where the problem is not about one, or names it itself. */
  get refusedFile(): string {
    return foreignText(this.#refusedFile);
  }
  /** Why none of several files was taken, each with its name. */
  get refusedFiles(): readonly RefusedFile[] {
    return this.#refusedFiles;
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
  /** Which sheet someone has just said what it is, once it is read so; another object each time. */
  get lastSaid(): { readonly sheet: string } | undefined {
    return this.#lastSaid;
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
  /** Columns of a sheet were guessed, and must be looked at first. */
  asksColumns({ name, needsMapping }: Pick<AnyOutline, 'name' | 'needsMapping'>): boolean {
    return needsMapping || this.#saidOfColumns(name) === 'asked-again';
  }
  /** Whether the user said that the guessed columns of a sheet are right. */
  isConfirmed(sheet: string): boolean {
    return this.#saidOfColumns(sheet) === 'right';
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
    anyway?: Omit<Anyway, 'place'>,
  ): Promise<void> {
    this.leave();
    const { signal } = this.#stop;
    this.#isPasted = otherwise !== undefined || (anyway?.isBefore === false && this.#isPasted);
    const sources = 'name' in chosen ? [chosen] : chosen;
    this.#fileName = sources[0]?.name ?? '';
    this.#phase = 'reading';
    const onProgress = (_: unknown, share?: number): void => {
      if (!signal.aborted)
        this.#progress = share === undefined ? undefined : { done: share, total: 1 };
    };
    const importingOf = await loadImporting();
    const chosenKinds = new ChosenKinds(this.#app);
    const opened = await openSheet(chosen, {
      signal,
      onProgress,
      looksAfter: looksAfterIn(this.#app),
      readAs: anyway?.as,
    });
    if (signal.aborted) return opened.ok ? opened.value.close() : undefined;
    const none = refusedOf(sources, opened);
    if (none.length > 0) {
      if (opened.ok) opened.value.close();
      this.#refuse({ code: 'none-read', params: { count: none.length } });
      this.#refusedFiles = none;
      return;
    }
    if (!opened.ok) {
      const isNothing = holdsNothing(opened.problem);
      const as = isNothing && !anyway ? await chosenKinds.wholeBefore(chosen) : undefined;
      if (signal.aborted) return;
      if (as !== undefined) return this.choose(chosen, otherwise, { as, isBefore: true });
      this.#refuse(isNothing && otherwise ? { code: otherwise } : opened.problem);
      if (isNothing) this.#refused = chosen;
      const isNamed = this.#isPasted || opened.problem.params?.name !== undefined;
      if (!isNamed) this.#refusedFile = sources[0]?.name ?? '';
      return;
    }
    this.#lot = opened.value;
    this.#fileName = opened.value.name;
    this.#importingOf = importingOf;
    this.#trialBy = trialsOver(this.#app);
    this.#chosenKinds = chosenKinds;
    const place = { digest: opened.value.digest, own: '' };
    await this.#withLot(async (lot) => {
      const read = await chosenKinds.open(lot, anyway && { ...anyway, place });
      await this.#placeAsBefore(read, signal);
      return read;
    });
  }

  /** Reads the file in which nothing was found as what someone says that it is. */
  async readAnyway(as: ReadAs): Promise<void> {
    if (this.#refused !== undefined)
      await this.choose(this.#refused, undefined, { as, isBefore: false });
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
    await this.#afterReading(
      () => this.#kindOf(sheet),
      async () => {
        this.#changes += 1;
        this.#chosenKinds?.changed(sheet);
        this.#sayColumns([sheet]);
        await this.#withLot((lot) => {
          const part = lot.parts.find(({ sheets }) => sheets.some(({ name }) => name === sheet));
          if (part === undefined) return Promise.resolve(lot);
          const mappings = part.sheets.map(({ name }) =>
            name === sheet ? { index, field } : undefined,
          );
          return lot.map(part.programme, mappings);
        });
      },
    );
  }

  /** Says what a sheet is: it is read again, with the columns as they were mapped for that. */
  async readAs(sheet: Reading, as: ReadAs): Promise<void> {
    await this.#afterReading(
      () => '',
      async () => {
        this.#forgetPlaceOf(sheet.name);
        this.#sayColumns([sheet.name]);
        this.#changes += 1;
        await this.#withLot(
          (lot) => this.#chosenKinds?.say(lot, sheet, as) ?? Promise.resolve(lot),
        );
        if (this.#lot !== undefined) this.#lastSaid = { sheet: sheet.name };
      },
    );
  }

  /** Where rows of a sheet go was asked of what it was taken for; of other files it stays. */
  #forgetPlaceOf(sheet: string): void {
    const kept = Object.entries(this.#choices).map(([programme, choice]) => {
      const apart = Object.entries(choice.apart ?? {}).filter(([name]) => name !== sheet);
      const destination = 'as-suggested' as const;
      return [programme, { ...choice, destination, apart: Object.fromEntries(apart) }] as const;
    });
    this.#choices = Object.fromEntries(kept);
  }

  /** The guessed columns of a programme's sheets are right, or of those that are named. */
  async confirmColumns(programme: PartOf, named?: readonly string[]): Promise<void> {
    await this.#afterReading(
      () => this.#kindsOf(programme),
      async () => {
        this.#changes += 1;
        const all: readonly AnyOutline[] = this.partOf(programme)?.sheets ?? [];
        const asked = all.filter((sheet) => this.asksColumns(sheet)).map(({ name }) => name);
        this.#sayColumns(named ?? asked, 'right');
        await this.#withLot((lot) => {
          const part = lot.parts.find((one) => one.programme === programme);
          const { mapped = [], sheets = [] } = part ?? {};
          return lot.map(
            programme,
            mapped.map(({ mapping }, at) =>
              named?.includes(sheets[at]?.name ?? '') === false
                ? undefined
                : { remembered: mapping },
            ),
          );
        });
      },
    );
  }

  /** Which columns of some sheets of a programme it is, where others may be, too. */
  async chooseColumns(programme: PartOf, chosen: readonly ChosenColumn[]): Promise<void> {
    await this.#afterReading(
      () => this.#kindsOf(programme),
      async () => {
        this.#changes += 1;
        for (const { sheet } of chosen) this.#chosenKinds?.changed(sheet);
        await this.#withLot((lot) => {
          const part = lot.parts.find((one) => one.programme === programme);
          return lot.map(
            programme,
            (part?.sheets ?? []).map(({ name }) => {
              const column = chosen.find(({ sheet }) => sheet === name);
              return column && { index: column.index, field: column.field };
            }),
          );
        });
        // What was chosen is told by the columns: not before they have it.
        this.#sayColumns(
          chosen.map(({ sheet }) => sheet),
          'right',
        );
      },
    );
  }

  /** Guessed columns may be wrong after all: nothing is written before they are looked at. */
  doubtColumns(sheets: readonly string[]): void {
    this.#sayColumns(sheets, 'asked-again');
  }

  #sayColumns(sheets: readonly string[], said?: SaidOfColumns['said']): void {
    const others = this.#columns.filter(({ sheet }) => !sheets.includes(sheet));
    const now = said === undefined ? [] : sheets.map((sheet) => ({ sheet, said }));
    this.#columns = [...others, ...now];
  }

  #saidOfColumns(name: string): SaidOfColumns['said'] | undefined {
    return this.#columns.find(({ sheet }) => sheet === name)?.said;
  }

  async answer(question: string, choice: string): Promise<void> {
    const asked = () =>
      this.programmes.flatMap((one) => this.questionsOf(one).filter(({ id }) => id === question));
    await this.#afterReading(asked, async () => {
      this.#changes += 1;
      this.#answers = { ...this.#answers, [question]: choice };
      await this.tryOut();
    });
  }

  /** Says where rows belong that do not name a place: all of a programme, or those on some sheets. */
  async sendTo(
    programme: PartOf,
    destination: Destination,
    sheets?: readonly string[],
  ): Promise<void> {
    const meant = () => sheets?.map((sheet) => this.#kindOf(sheet)) ?? this.#kindsOf(programme);
    await this.#afterReading(meant, async () => {
      const before = this.choiceOf(programme);
      const apart = sheets?.map((sheet) => [sheet, destination] as const);
      await this.#choose(
        programme,
        apart === undefined
          ? { ...before, destination, apart: {} }
          : { ...before, apart: { ...before.apart, ...Object.fromEntries(apart) } },
      );
    });
  }

  /** Says which of several orders rows mean. */
  async pickOrder(programme: PartOf, question: string, order: string): Promise<void> {
    await this.#afterReading(
      () => this.#kindsOf(programme),
      async () => {
        const before = this.choiceOf(programme);
        await this.#choose(programme, {
          ...before,
          orders: { ...before.orders, [question]: order },
        });
      },
    );
  }

  /** Says who is taken off, of those whom a whole list no longer names. */
  async takeOff(programme: PartOf, takenOff: readonly string[]): Promise<void> {
    await this.#afterReading(
      () => this.#kindsOf(programme),
      () => this.#choose(programme, { ...this.choiceOf(programme), takenOff }),
    );
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
        ...this.#placesToRemember(),
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
      keepTold(done.value, tried);
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
    this.#refusedFile = '';
    this.#refusedFiles = [];
    this.#progress = undefined;
    this.#fileName = '';
    this.#lot?.close();
    this.#lot = undefined;
    this.#reading = undefined;
    this.#chosenKinds = undefined;
    this.#lastSaid = undefined;
    this.#trialBy = undefined;
    this.#tried = [];
    this.#changes = 0;
    this.#triedAfter = 0;
    this.#answers = {};
    this.#answeredBefore = {};
    this.#choices = {};
    this.#placedBefore = {};
    this.#columns = [];
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

  #kindsOf(programme: PartOf): readonly unknown[] {
    return (this.partOf(programme)?.sheets ?? []).map(({ name }) => [name, this.#kindOf(name)]);
  }

  /** What a sheet is read as, and by which programme. */
  #kindOf(sheet: string): readonly string[] {
    return this.#parts.flatMap(({ programme, sheets }) =>
      (sheets as readonly AnyOutline[])
        .filter(({ name }) => name === sheet)
        .map(({ kind }) => `${programme} ${kind}`),
    );
  }

  /**
   * Does what someone said of the files once all that was said before is done to them, unless what is
   * asked has changed by then: it was said of what the files were taken for.
   */
  async #afterReading(asked: () => unknown, act: () => Promise<void>): Promise<void> {
    if (this.#reading === undefined) return act();
    const [kinds, before] = [this.#chosenKinds, JSON.stringify(asked())];
    while (this.#reading !== undefined) await this.#reading.catch(() => undefined);
    const stands = this.#chosenKinds === kinds && JSON.stringify(asked()) === before;
    if (stands) await act();
  }

  /** Takes the files as they are with other columns, and tries them out. */
  async #withLot(change: (lot: OpenLot) => Promise<OpenLot>): Promise<void> {
    if (this.#lot === undefined) return;
    const reading: Promise<boolean> = this.#changeLot(this.#lot, change).finally(() => {
      if (this.#reading === reading) this.#reading = undefined;
    });
    this.#reading = reading;
    if (await reading) await this.tryOut();
  }

  /** False where the files were left meanwhile, or lost. */
  async #changeLot(before: OpenLot, change: (lot: OpenLot) => Promise<OpenLot>): Promise<boolean> {
    try {
      const lot = await change(before);
      if (!lot.isOpen) throw new FileLost();
      this.#lot = lot;
      this.#fileName = lot.name;
      this.#answeredBefore = await this.#remembered(lot);
      if (!lot.isOpen) throw new FileLost();
      return true;
    } catch (error) {
      if (!(error instanceof FileLost)) throw error;
      // One that was left is lost on purpose.
      if (this.#lot?.isOpen === false) this.#refuse(LOST);
      return false;
    }
  }

  /** Sheets go where they went when their files came before. */
  async #placeAsBefore({ parts }: OpenLot, signal: AbortSignal): Promise<void> {
    for (const part of parts.filter(({ programme }) => this.#keepsPlaces(programme))) {
      const apart = await rememberedPlaces(this.#app, part).catch(() => ({}));
      if (signal.aborted) return;
      this.#placedBefore = { ...this.#placedBefore, [part.programme]: apart };
      this.#choices = { ...this.#choices, [part.programme]: { ...NO_CHOICE, apart } };
    }
  }

  #placesToRemember(): readonly RememberedMapping[] {
    return this.#parts
      .filter(({ programme }) => this.#keepsPlaces(programme))
      .flatMap((part) => {
        const { programme } = part;
        return placesToRemember(
          part,
          this.choiceOf(programme),
          this.#placedBefore[programme] ?? {},
        );
      });
  }

  #keepsPlaces(programme: PartOf): boolean {
    return this.importingOf(programme)?.keepsPlaces === true;
  }

  async #remembered({ parts }: OpenLot): Promise<Answers> {
    const answered = await Promise.all(
      parts.map((part) => rememberedAnswers(this.#app, part).catch(() => ({}))),
    );
    return Object.assign({}, ...answered) as Answers;
  }
}

/** A file that was not taken, and why. */
type RefusedFile = { readonly name: string; readonly problem: FileScreenProblem };

/** Why none of several files is read, if it cannot be said of any what it is. */
const refusedOf = (
  sources: readonly SheetSource[],
  opened: Awaited<ReturnType<typeof openSheet>>,
): readonly RefusedFile[] => {
  if (sources.length < 2) return [];
  if (!opened.ok) return sources.map(({ name }) => ({ name, problem: opened.problem }));
  const { parts, refused } = opened.value;
  return parts.length === 0 && refused.every(({ mayBeSaid }) => !mayBeSaid) ? refused : [];
};

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
