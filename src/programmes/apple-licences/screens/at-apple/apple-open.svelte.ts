import {
  openWorks,
  type AppleWork,
} from '#programmes/apple-licences/work/through-apple/open-works.ts';
import { reportBug } from '#platform/report-bug.ts';

/**
 * What is not over at Apple, as this device keeps it; what this tab is busy with is left out.
 * Reactive.
 */
class AppleOpen {
  #all = $state.raw<readonly AppleWork[]>([]);
  /** What each thing under way is about. */
  #busy = $state.raw<readonly string[]>([]);

  /** What waits for someone to continue with it. `about` is the app's id, or '' for users. */
  of(about: string): readonly AppleWork[] {
    return this.#busy.includes(about)
      ? []
      : this.#all.filter(({ app }) => (app?.id ?? '') === about);
  }

  /** Whether this tab is busy with something of it, also behind a sheet that was closed. */
  isBusy(about: string): boolean {
    return this.#busy.includes(about);
  }

  /** Looks again. */
  async look(workspaceId: string): Promise<readonly AppleWork[]> {
    this.#all = await openWorks(workspaceId);
    return this.#all;
  }

  /** This tab begins with something; the returned function says that it ended. */
  begun(about: string): (workspaceId: string) => Promise<void> {
    this.#busy = [...this.#busy, about];
    return async (workspaceId) => {
      // Where the device lets nothing be read there is nothing to show either.
      await this.look(workspaceId).catch((error: unknown) =>
        reportBug('what is not over at Apple was not read', error),
      );
      const ended = this.#busy.indexOf(about);
      this.#busy = this.#busy.filter((_, at) => at !== ended);
    };
  }
}

/** What is not over at Apple. */
export const appleOpen = new AppleOpen();
