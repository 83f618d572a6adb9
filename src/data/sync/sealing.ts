import { contentOf, isSame, type Copy } from '../merge/copy.ts';
import { decrypt, encrypt, type Box } from '../vault/seal/sealed-box.ts';
import { padded } from './padding.ts';
import { recordIn } from './record-in.ts';

/** A document as the server sees it: id, revision and deletion are readable, all else is sealed. */
export type WireDocument = {
  readonly _id: string;
  readonly _rev?: string | undefined;
  readonly _deleted?: boolean;
  readonly _attachments?: object | undefined;
  /** Revisions that lost to this one, where two devices wrote by another replicator. */
  readonly _conflicts?: readonly string[];
  readonly key?: string;
  readonly sealed?: Box;
  /**
   * A record that is readable as well, because it holds nothing but wrapped keys; devices believe
   * the sealed one.
   */
  readonly open?: Copy;
  /**
   * With readable content: the workspace it belongs to, so that another device uses the same name
   * for it.
   */
  readonly workspace?: string;
};

/** What seals the wire: the key in use, and those that were in use before it, which only open. */
export type WireKeys = {
  readonly id: string;
  readonly key: CryptoKey;
  readonly older?: ReadonlyMap<string, CryptoKey> | undefined;
};

/** Turns records into documents of the wire and back. */
export type Codec = {
  /** Id of the key in use. */
  readonly key: string;
  /** Ids of the records that go readable as well. */
  readonly readable: readonly string[];
  pack(copy: Copy): Promise<WireDocument>;
  /** Throws `NotAuthentic` for what no device of this workspace wrote, or not with these keys. */
  unpack(document: WireDocument): Promise<Copy>;
  /**
   * Whether the readable part next to the sealed content is what `pack` would write for the sealed
   * copy.
   */
  readsAsSealed(document: WireDocument, copy: Copy): boolean;
};

/** A document that this device's key does not open, or that someone changed on the way. */
export class NotAuthentic extends Error {}

/** A document sealed with none of this device's keys, or whose seal is broken. */
export class NotOpened extends NotAuthentic {}

/** A document that a key of this device opens, and that holds what no app writes. */
export class NotInForm extends NotAuthentic {}

/**
 * The keyring claims to be sealed with a key that this device does not have: the keys were changed
 * elsewhere, or someone pretends so.
 */
export class OtherKeys extends NotOpened {
  /** The keyring as it is readable. Nothing vouches for it until a passphrase or kit opens it. */
  readonly offered: Copy;
  constructor(offered: Copy) {
    super('the keys were changed');
    this.offered = offered;
  }
}

/** Another of this device's keys is the one in use from now on: the sync begins again with it. */
export class KeysTurned extends Error {}

/** Of a deleted record only this is kept. */
const whatIsLeft = ({ id, kind, updatedAt, updatedBy }: Copy): Partial<Copy> => ({
  id,
  kind,
  updatedAt,
  updatedBy,
});

/**
 * Seals each document's whole content with the workspace key, bound to id, deletion and key, padded
 * to one of a few sizes. `readable` are the ids sent unsealed, with the name of the workspace: the
 * keyring, which opens everything for a new device.
 */
export const sealing = (
  { id: key, key: secret, older }: WireKeys,
  readable: readonly string[],
  workspace?: string,
): Codec => {
  const whose = workspace === undefined ? {} : { workspace };
  const bound = (id: string, deleted: boolean, under = key): string[] => [
    'wire',
    id,
    String(deleted),
    under,
  ];
  return {
    key,
    readable,
    pack: async (copy) => {
      const deleted = copy._deleted === true;
      // What the store on this device adds is not for others.
      const content = contentOf(deleted ? whatIsLeft(copy) : copy);
      const head = { _id: copy.id, ...(deleted ? { _deleted: true } : {}) };
      const sealed = await encrypt(
        secret,
        padded(JSON.stringify(content)),
        bound(copy.id, deleted),
      );
      // From a bare server the passphrase opens the keyring, and the keyring all else.
      const open = readable.includes(copy.id) && !deleted ? { open: content, ...whose } : {};
      return { ...head, ...open, key, sealed };
    },
    unpack: async ({ _id: id, _deleted: deleted = false, sealed, key: under = '', open }) => {
      const opens = under === key ? secret : older?.get(under);
      if (
        sealed !== undefined &&
        opens === undefined &&
        open !== undefined &&
        readable.includes(id)
      )
        throw new OtherKeys(open);
      if (sealed === undefined || opens === undefined) throw new NotOpened(id);
      const text = await decrypt(opens, sealed, bound(id, deleted, under)).catch(() => {
        throw new NotOpened(id);
      });
      const copy = recordIn(text, deleted);
      if (copy?.id !== id) throw new NotInForm(id);
      return copy;
    },
    readsAsSealed: ({ open, workspace: named }, copy) => {
      if (!readable.includes(copy.id) || copy._deleted === true) return true;
      return isSameAsSealed(open, copy) && (workspace === undefined || named === workspace);
    },
  };
};

/** A server may send anything there, even something that is not an object. */
const isSameAsSealed = (open: unknown, copy: Copy): boolean =>
  typeof open === 'object' && open !== null && isSame(open as Copy, copy);

/** What a document is written over; empty where there is nothing. */
export type Over = Pick<WireDocument, '_rev' | '_deleted' | '_attachments'>;

/**
 * Seals a copy to be written over a document. Attachments of the document are kept; a live document
 * replaces a tombstone only without the tombstone's revision, as CouchDB requires.
 */
export const packedOver = async (
  codec: Pick<Codec, 'pack'>,
  copy: Copy,
  { _rev, _deleted, _attachments }: Over,
): Promise<WireDocument> => ({
  ...(await codec.pack(copy)),
  ...(_rev === undefined || _deleted === true ? {} : { _rev }),
  ...(_attachments === undefined ? {} : { _attachments }),
});
