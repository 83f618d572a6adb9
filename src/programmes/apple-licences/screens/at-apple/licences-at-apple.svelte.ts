import type { PlannedTarget } from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import {
  appAtApple,
  giveThroughApple,
  takeBackThroughApple,
} from '#programmes/apple-licences/work/through-apple/give-and-take.ts';
import type { WorkedOff } from '#programmes/apple-licences/work/through-apple/work-off.ts';
import { wayBack } from '#workspace/screens/acts/way-back.ts';
import type { App } from '#ui/app.svelte.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { AppleDoing } from './apple-doing.svelte.ts';
import type { Where } from './AppleWhere.svelte';
import { AtApple } from './at-apple.svelte.ts';
import { allOf, wentWell } from './failed-groups.ts';
import type { WritesTexts } from './load-writes-text.ts';

/** What a sheet about one app's licences needs to have Apple do it. */
export type LicencesAtApple = {
  readonly app: App;
  readonly volumeApp: () => VolumeApp;
  readonly texts: () => WritesTexts;
  /**
   * Whether the sheet is still open: success is shown at the foot of the screen, failure in the
   * sheet.
   */
  readonly isOpen: () => boolean;
  readonly onclose: () => void;
};

/** An app's licences given and taken back through Apple from a sheet. Reactive. */
export class AppLicences {
  readonly #sheet: LicencesAtApple;
  readonly doing: AppleDoing;
  readonly #at: AtApple;
  /** What the user chose; Apple does it where it can. */
  where = $state<Where>('apple');

  constructor(sheet: LicencesAtApple) {
    this.#sheet = sheet;
    this.doing = new AppleDoing(sheet.app);
    this.#at = new AtApple(sheet.app);
  }

  /** The token that Apple is asked with; undefined where it can only be written down. */
  get token(): ContentToken | undefined {
    const volumeApp = this.#sheet.volumeApp();
    return appAtApple(volumeApp) === undefined ? undefined : this.#at.for(volumeApp.data);
  }
  get isAtApple(): boolean {
    return this.token !== undefined && this.where === 'apple';
  }
  /** Whether the sheet shows what Apple does or has done, and not what to ask for. */
  get isShown(): boolean {
    return this.doing.running !== undefined || this.doing.result !== undefined;
  }

  /** Assigns to those planned; `unknown` are users that Apple said it does not know. */
  async give(
    planned: readonly PlannedTarget[],
    unknown: ReadonlySet<string>,
    reason: string,
  ): Promise<void> {
    const [app, token] = [appAtApple(this.#sheet.volumeApp()), this.token?.id];
    if (app === undefined || token === undefined) return;
    const work = { is: 'give', about: app.id, token, reason } as const;
    this.#report(
      await this.doing.run({
        ...work,
        ask: (parts, watched) => giveThroughApple(parts, { token, app, planned, unknown }, watched),
      }),
    );
  }

  /** Takes these back; with `way` since the app is gone. */
  async takeBack(
    licences: readonly AssignedLicence[],
    reason: string,
    way?: 'app-gone',
  ): Promise<void> {
    const [app, token] = [appAtApple(this.#sheet.volumeApp()), this.token?.id];
    if (app === undefined || token === undefined) return;
    const work = { is: 'take', about: app.id, token, reason } as const;
    this.#report(
      await this.doing.run({
        ...work,
        ask: (parts, watched) =>
          takeBackThroughApple(parts, { token, app, licences, way }, watched),
      }),
    );
  }

  /** Continues with what is left of it. */
  async goOn(reason: string): Promise<void> {
    this.#report(await this.doing.goOn(this.#sheet.volumeApp().id, reason));
  }

  #report(worked: WorkedOff | undefined): void {
    const is = this.doing.result?.is;
    if (worked === undefined || is === undefined) return;
    const { app, texts, isOpen, onclose } = this.#sheet;
    if (!wentWell(worked) && isOpen()) return;
    if (isOpen()) onclose();
    const { act, ok } = worked;
    toasts.say(
      texts().writes.done[is](ok.length, allOf(worked)),
      act === undefined ? undefined : wayBack(app, act),
    );
  }
}
