/** An app or book of a location. What has no limit has a total of 2147483647 (apple.md §2.3). */
export type Asset = {
  readonly adamId: string;
  readonly pricingParam: string;
  readonly productType: string;
  readonly deviceAssignable: boolean;
  readonly revocable: boolean;
  readonly supportedPlatforms: readonly string[];
  totalCount: number;
  assignedCount: number;
  availableCount: number;
  retiredCount: number;
};

/** A licence that is given out. */
export type Assignment = {
  readonly adamId: string;
  readonly pricingParam: string;
  readonly serialNumber?: string;
  readonly clientUserId?: string;
};

/** How far a user has come (apple.md §2.2). */
export type UserStatus = 'Registered' | 'Associated' | 'Retired' | 'Deleted';

/** A user of a location. */
export type User = {
  readonly clientUserId: string;
  email?: string;
  status: UserStatus;
  inviteCode?: string;
  idHash?: string;
};

/** The system that says it holds a token. */
export type MdmInfo = { readonly id: string; readonly name: string; readonly metadata: string };

/** What a location says of itself. */
export type ClientConfig = {
  readonly countryISO2ACode: string;
  readonly defaultPlatform: string;
  readonly locationName: string;
  readonly uId: string;
  readonly websiteURL: string;
  notificationUrl?: string;
  notificationAuthToken?: string;
  subscribedNotificationTypes?: readonly string[];
  mdmInfo?: MdmInfo;
  tokenExpirationDate?: string;
};

/** Whether a token still counts, whatever day it names. */
export type TokenState = 'valid' | 'expired' | 'revoked';

/** One location as it stands when the simulator starts. */
export type LocationSnapshot = {
  readonly token: { readonly fileName: string; readonly text: string; readonly state: TokenState };
  readonly clientConfig: ClientConfig;
  readonly assets: readonly Asset[];
  readonly users: readonly User[];
  readonly assignments: readonly Assignment[];
  readonly versionIds?: {
    readonly assets: string;
    readonly assignments: string;
    readonly users: string;
  };
};

/** All that the simulator starts with. */
export type Snapshot = { readonly locations: readonly LocationSnapshot[] };

/** How Apple counts what has no limit. */
export const UNLIMITED = 2_147_483_647;
