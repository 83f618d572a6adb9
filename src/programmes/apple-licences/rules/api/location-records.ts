import type { SourceCounts } from '../licence/licence-counts.ts';
import type { Instant } from '#core/day/instant.ts';

/**
 * An app or book of a location, as Apple gives it. It is one by `adamId` and `pricingParam`
 * together (apple.md §2.3).
 */
export type LocationApp = {
  readonly adamId: string;
  /** `STDQ` or `PLUS`. */
  readonly pricingParam: string;
  /** `App` or `Book`, '' if not given. */
  readonly productType: string;
  readonly isDeviceAssignable?: boolean | undefined;
  readonly isRevocable?: boolean | undefined;
  readonly platforms: readonly string[];
  readonly said: SourceCounts;
};

/** A licence that a device or a user has; Apple gives it no id of its own (apple.md §2.1). */
export type LicenceAssignment = {
  readonly adamId: string;
  readonly pricingParam: string;
  readonly to:
    | { readonly kind: 'device'; readonly serialNumber: string }
    | { readonly kind: 'user'; readonly clientUserId: string };
};

/** How far a user has come: invited is `registered`, accepted is `associated`. */
export type LicenceUserStatus = 'registered' | 'associated' | 'retired' | 'deleted' | 'unknown';

/** A user of a location. One `clientUserId` may be here several times: retired, and active once. */
export type LicenceUser = {
  readonly clientUserId: string;
  readonly status: LicenceUserStatus;
  readonly email: string;
  /** Opens the invitation; only until it is accepted. */
  readonly inviteCode: string;
  /** Names the Apple account without telling it; a retired user may keep it. */
  readonly idHash: string;
};

/** The system that holds a token, as it says of itself. */
export type TokenHolder = { readonly id: string; readonly name: string };

/**
 * A location and its token. What is secret in the body (`notificationAuthToken`) is not taken over.
 */
export type LocationConfig = {
  readonly uId: string;
  readonly locationName: string;
  readonly country: string;
  readonly accountType: 'business' | 'education' | '';
  readonly holder?: TokenHolder | undefined;
  readonly tokenExpires?: Instant | undefined;
};

/** Who holds a token: `mdmInfo.id` of another means that it was taken over (apple.md §1.4). */
export const heldBy = (holder: TokenHolder | undefined, ownId: string): 'nobody' | 'us' | 'other' =>
  holder === undefined ? 'nobody' : holder.id === ownId ? 'us' : 'other';
