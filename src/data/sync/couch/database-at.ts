import { toBase64 } from '../../vault/seal/base64.ts';
import type { Connection, CouchUser } from '../server/connection.ts';

/** The database's own address, and the header that authorizes requests to it. */
export const databaseAt = (
  to: Connection,
): { readonly url: string; readonly authorization: string } =>
  to.kind === 'couch'
    ? { url: `${to.server}/${encodeURIComponent(to.database)}`, authorization: basic(to) }
    : {
        url: `${to.server}/db/${to.database}`,
        authorization: `Bearer ${to.device}.${to.credential}`,
      };

/** Name and password as HTTP's Basic sends them, in UTF-8 as CouchDB reads them. */
export const basic = ({ user, password }: CouchUser): string =>
  `Basic ${toBase64(new TextEncoder().encode(`${user}:${password}`))}`;
