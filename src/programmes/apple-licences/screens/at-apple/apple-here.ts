import type { AppleSync } from '#programmes/apple-licences/work/sync/apple-sync.ts';
import type { AppleParts } from '#programmes/apple-licences/work/through-apple/ask-apple.ts';
import type { App } from '#ui/app.svelte.ts';

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
