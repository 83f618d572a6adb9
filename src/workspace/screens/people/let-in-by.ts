import type { LetIn } from '#data/sync/server/accounts-client.ts';

/**
 * Those that a device let in, and they, which go with it where that is said; but not this one, nor
 * whom it let in. As the server gathers them (`server/accounts/doors.ts`), which says only how many
 * they are.
 */
export const letInBy = (devices: readonly LetIn[], from: string): readonly LetIn[] => {
  const found = new Set<string>();
  // Whoever let one in came before it.
  return devices.filter(({ id, by, own }) => {
    const goes = by !== undefined && !own && (by === from || found.has(by));
    if (goes) found.add(id);
    return goes;
  });
};
