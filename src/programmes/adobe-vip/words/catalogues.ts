import type { Messages } from '#core/language/language.ts';
import type { importVip } from './sv/import-vip.ts';
import type { vip } from './sv/vip.ts';
import type { vipCalculator } from './sv/vip-calculator.ts';
import type { vipSettings } from './sv/vip-settings.ts';
import type { vipReconcile } from './sv/vip-reconcile.ts';
import type { vipReturns } from './sv/vip-returns.ts';
import type { vipRenewals } from './sv/vip-renewals.ts';

declare module '#ui/text.ts' {
  interface Catalogues {
    /** With the dry run and with what came of it, not with the screen on which a file is chosen. */
    readonly importVip: Messages<typeof importVip>;
    readonly vip: Messages<typeof vip>;
    readonly vipSettings: Messages<typeof vipSettings>;
    readonly vipCalculator: Messages<typeof vipCalculator>;
    readonly vipReconcile: Messages<typeof vipReconcile>;
    readonly vipReturns: Messages<typeof vipReturns>;
    readonly vipRenewals: Messages<typeof vipRenewals>;
  }
}
