import type { LetIn } from '#data/sync/server/accounts-client.ts';

/**
 * The devices that a device admitted, directly or through others, which may be removed with it; but
 * not this device, nor those it admitted. Gathered as on the server (`server/accounts/doors.ts`),
 * which only says how many there are.
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
