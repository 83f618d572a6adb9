import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits as text for a header or an address; kept here only as its hash. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256 is enough for 256 random bits; a slow hash is for what people choose. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether a secret has that hash, in the same time whatever is wrong with it. */
export const hasHash = (secret: string, hash: string): boolean =>
  timingSafeEqual(
    Buffer.from(hashOf(secret), 'hex'),
    Buffer.from(hash.padEnd(64, '0').slice(0, 64), 'hex'),
  );
