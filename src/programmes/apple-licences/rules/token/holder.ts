import type { TokenSystem } from './content-token.ts';
import type { TokenHolder } from '../api/location-records.ts';

/** How systems name themselves to Apple (apple.md §1.4: `mdmInfo.name` is theirs to choose). */
const NAMES: Readonly<Record<Exclude<TokenSystem, '' | 'other'>, RegExp>> = {
  intune: /intune|microsoft/i,
  jamf: /jamf/i,
};

/**
 * Whether the one who holds a token at Apple is the system that it is used in here. True also where
 * nothing is known of one of them: only two names that differ tell that another system was there
 * before.
 */
export const isOwnSystem = (
  { system, systemName }: { readonly system: TokenSystem; readonly systemName: string },
  holder: TokenHolder | undefined,
): boolean => {
  if (holder === undefined || holder.name === '' || system === '') return true;
  if (system !== 'other') return NAMES[system].test(holder.name);
  const [ours, theirs] = [systemName.trim().toLowerCase(), holder.name.toLowerCase()];
  return ours === '' || theirs.includes(ours) || ours.includes(theirs);
};
