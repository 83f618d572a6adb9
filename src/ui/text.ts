import { getContext, setContext } from 'svelte';
import type { formatFor } from '#core/language/format.ts';
import type { Language, Messages } from '#core/language/language.ts';
import type { acts } from '#workspace/words/sv/acts.ts';
import type { apps } from '#programmes/apple-licences/words/sv/apps.ts';
import type { backup } from '#workspace/words/sv/backup.ts';
import type { couch } from '#workspace/words/sv/couch.ts';
import type { credit } from '#programmes/apple-credit/words/sv/credit.ts';
import type { history } from '#workspace/words/sv/history.ts';
import type { imports } from '#workspace/words/sv/import.ts';
import type { importVip } from '#programmes/adobe-vip/words/sv/import-vip.ts';
import type { licences } from '#programmes/apple-licences/words/sv/licences.ts';
import type { more } from '#workspace/words/sv/more.ts';
import type { people } from '#workspace/words/sv/sync-people.ts';
import type { resend } from '#programmes/apple-credit/words/sv/resend.ts';
import type { shell } from './words/sv/shell.ts';
import type { sync } from '#workspace/words/sv/sync.ts';
import type { tokens } from '#programmes/apple-licences/words/sv/tokens.ts';
import type { trash } from '#workspace/words/sv/trash.ts';
import type { vault } from '#workspace/words/sv/vault.ts';
import type { vipCalculator } from '#programmes/adobe-vip/words/sv/vip-calculator.ts';
import type { vipReconcile } from '#programmes/adobe-vip/words/sv/vip-reconcile.ts';
import type { vipReturns } from '#programmes/adobe-vip/words/sv/vip-returns.ts';
import type { vip } from '#programmes/adobe-vip/words/sv/vip.ts';
import type { vipRenewals } from '#programmes/adobe-vip/words/sv/vip-renewals.ts';

/** The texts of each area of the app in one language. */
export type Catalogues = {
  readonly shell: Messages<typeof shell>;
  readonly acts: Messages<typeof acts>;
  readonly apps: Messages<typeof apps>;
  readonly backup: Messages<typeof backup>;
  readonly couch: Messages<typeof couch>;
  readonly credit: Messages<typeof credit>;
  readonly history: Messages<typeof history>;
  readonly import: Messages<typeof imports>;
  /** With the dry run and with what came of it, not with the screen on which a file is chosen. */
  readonly importVip: Messages<typeof importVip>;
  /** Not by any layout: its sheets and screens load it themselves. */
  readonly licences: Messages<typeof licences>;
  readonly more: Messages<typeof more>;
  readonly people: Messages<typeof people>;
  readonly resend: Messages<typeof resend>;
  readonly sync: Messages<typeof sync>;
  readonly tokens: Messages<typeof tokens>;
  readonly trash: Messages<typeof trash>;
  readonly vault: Messages<typeof vault>;
  readonly vip: Messages<typeof vip>;
  readonly vipCalculator: Messages<typeof vipCalculator>;
  readonly vipReconcile: Messages<typeof vipReconcile>;
  readonly vipReturns: Messages<typeof vipReturns>;
  readonly vipRenewals: Messages<typeof vipRenewals>;
};

/** What components read: the texts, and how days, sums and times are written. */
export type Texts = Catalogues & {
  readonly language: Language;
  readonly format: ReturnType<typeof formatFor>;
};

const key = Symbol('texts');

/**
 * Gives the texts to all components below. The properties may be getters, so that a change of
 * language shows at once.
 */
export const provideTexts = (texts: Texts): Texts => setContext(key, texts);

/**
 * The texts of the nearest layout that gives some. Areas are loaded by route: read only what the
 * route loads.
 */
export const useText = (): Texts => getContext<Texts>(key);
