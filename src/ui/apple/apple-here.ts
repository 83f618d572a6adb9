import type { AppleSync } from '#data/licences/sync/apple-sync.ts';
import type { AppleParts } from '#data/licences/through-apple/ask-apple.ts';
import type { App } from '../app.svelte.ts';

/** The workspace in use, as what goes through Apple must know it. */
export const applePartsOf = (
  { records, workspaceId, vault }: App,
  apple: AppleSync,
): AppleParts => ({
  records,
  workspaceId,
  vault,
  apple,
});
