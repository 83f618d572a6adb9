import type { Messages } from '#core/language/language.ts';
import type { acts } from './sv/acts.ts';
import type { backup } from './sv/backup.ts';
import type { couch } from './sv/couch.ts';
import type { history } from './sv/history.ts';
import type { imports } from './sv/import.ts';
import type { importRows } from './sv/import/rows.ts';
import type { more } from './sv/more.ts';
import type { people } from './sv/sync-people.ts';
import type { sync } from './sv/sync.ts';
import type { trash } from './sv/trash.ts';
import type { vault } from './sv/vault.ts';

declare module '#ui/text.ts' {
  interface Catalogues {
    readonly acts: Messages<typeof acts>;
    readonly backup: Messages<typeof backup>;
    readonly couch: Messages<typeof couch>;
    readonly history: Messages<typeof history>;
    readonly import: Messages<typeof imports>;
    readonly importRows: Messages<typeof importRows>;
    readonly more: Messages<typeof more>;
    readonly people: Messages<typeof people>;
    readonly sync: Messages<typeof sync>;
    readonly trash: Messages<typeof trash>;
    readonly vault: Messages<typeof vault>;
  }
}
