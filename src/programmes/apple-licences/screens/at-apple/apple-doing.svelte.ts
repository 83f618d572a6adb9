import type { AtAppleRefused } from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import {
  goOnWith,
  readAll,
  type Asked,
  type AppleParts,
} from '#programmes/apple-licences/work/through-apple/ask-apple.ts';
import type { AppleWorkKind } from '#programmes/apple-licences/work/through-apple/open-works.ts';
import type {
  WorkedOff,
  WorkWatched,
} from '#programmes/apple-licences/work/through-apple/work-off.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { App } from '#ui/app.svelte.ts';
import { editionOf } from '#programmes/apple-licences/work/giving/read-licences.ts';
import { applePartsOf } from './apple-here.ts';
import { appleOpen } from './apple-open.svelte.ts';
import { appleOf } from '../sync/apple-in-use.svelte.ts';

/**
 * What Apple is to be asked, with which token; the history says `reason` where fewer are written
 * than were counted.
 */
export type Asking = {
  readonly is: AppleWorkKind;
  /** Id of the app it is about; '' for users. */
  readonly about: string;
  readonly token: string;
  readonly reason: string;
  readonly ask: (parts: AppleParts, watched: WorkWatched) => Asked;
};

/**
 * One thing that Apple is asked in this tab: how far it is, what became of it. It goes on when its
 * sheet is closed.
 */
export class AppleDoing {
  readonly #app: App;
  #running = $state.raw<{
    readonly is: AppleWorkKind;
    readonly done: number;
    readonly all: number;
  }>();
  #result = $state.raw<{ readonly is: AppleWorkKind; readonly worked: WorkedOff }>();
  #problem = $state.raw<AtAppleRefused>();
  #stopped = new AbortController();

  constructor(app: App) {
    this.#app = app;
  }

  get running() {
    return this.#running;
  }
  get result() {
    return this.#result;
  }
  /** Why Apple was not asked. */
  get problem(): AtAppleRefused | undefined {
    return this.#problem;
  }

  /**
   * Asks, with the lock opened first; answers what became of it, or undefined where nothing was
   * asked.
   */
  async run({ is, about, token, reason, ask }: Asking): Promise<WorkedOff | undefined> {
    const apple = appleOf(this.#app);
    if (apple === undefined || this.#running !== undefined || !(await this.#app.askUnlock('token')))
      return undefined;
    this.forget();
    this.#stopped = new AbortController();
    this.#running = { is, done: 0, all: 0 };
    const parts = applePartsOf(this.#app, apple);
    const watched: WorkWatched = {
      reason,
      edition: editionOf(this.#app),
      signal: this.#stopped.signal,
      onProgress: (done, all) => (this.#running = { is, done, all }),
    };
    const ended = appleOpen.begun(about);
    try {
      const answer = await ask(parts, watched);
      // The workspace was left meanwhile: the work is kept as far as it came, without a message.
      if (appleOf(this.#app) !== apple) return undefined;
      if (!answer.ok) {
        this.#problem = answer.problem;
        return undefined;
      }
      this.#result = { is, worked: answer.value };
      if (answer.value.needsReading) void readHow(parts, token);
      return answer.value;
    } catch (error) {
      reportBug('what Apple was asked was cut off', error);
      this.#problem = { code: 'cut-off' };
      return undefined;
    } finally {
      this.#running = undefined;
      void ended(parts.workspaceId);
    }
  }

  /**
   * Continues with what is left of what was asked of an app, or of users (`''`); undefined where
   * nothing is.
   */
  async goOn(about: string, reason: string): Promise<WorkedOff | undefined> {
    const works = await appleOpen.look(this.#app.workspaceId);
    const work = works.find(({ app }) => (app?.id ?? '') === about);
    if (work === undefined) return undefined;
    const { is, token } = work;
    return this.run({
      is,
      about,
      token,
      reason,
      ask: (parts, watched) => goOnWith(parts, work, watched),
    });
  }

  /** Ends the asking; what is not over is kept, and can be gone on with. */
  stop(): void {
    this.#stopped.abort();
  }

  /** Begins again. */
  forget(): void {
    this.#result = undefined;
    this.#problem = undefined;
  }
}

/** Reads at Apple how it turned out. Nobody waits for it: the records follow by themselves. */
const readHow = (parts: AppleParts, token: string): Promise<void> =>
  readAll(parts, token).catch((error: unknown) =>
    reportBug('how it turned out at Apple was not read', error),
  );
