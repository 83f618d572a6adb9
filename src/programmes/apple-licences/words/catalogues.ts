import type { Messages } from '#core/language/language.ts';
import type { accounts } from './sv/accounts.ts';
import type { apps } from './sv/apps.ts';
import type { importLicences } from './sv/import-licences.ts';
import type { licences } from './sv/licences.ts';
import type { tokens } from './sv/tokens.ts';

declare module '#ui/text.ts' {
  interface Catalogues {
    readonly accounts: Messages<typeof accounts>;
    readonly apps: Messages<typeof apps>;
    /** With the dry run and with what came of it, not with the screen on which a file is chosen. */
    readonly importLicences: Messages<typeof importLicences>;
    /** Not by any layout: its sheets and screens load it themselves. */
    readonly licences: Messages<typeof licences>;
    readonly tokens: Messages<typeof tokens>;
  }
}
