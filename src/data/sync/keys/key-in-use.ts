import type { ServerHead } from '../couch/couch-answers.ts';
import { NotInForm } from '../sealing.ts';
import type { Session } from '../session.ts';

/**
 * Whether the keyring on the server opens with the key in use. Else newer keys, which this device
 * lacks, may have sealed the rest.
 */
export const isKeyInUse = async ({ client, codec }: Session): Promise<boolean> => {
  const heads = await client.heads(codec.readable);
  const opens = async ({ document }: ServerHead): Promise<boolean> => {
    if (document?.key !== codec.key) return false;
    return codec.unpack(document).then(
      () => true,
      // What no app writes is none that a change of keys wrote.
      (error: unknown) => error instanceof NotInForm,
    );
  };
  return (
    heads.length === codec.readable.length && (await Promise.all(heads.map(opens))).every(Boolean)
  );
};
