import { errorCodes } from './errors.ts';
import { strike, type Fault, type Struck } from './faults.ts';

const BASE = 'https://vpp.itunes.apple.com/mdm/v2';

/** How much one request may hold (apple.md §2.6). */
export const LIMITS = {
  maxAssets: 25,
  maxUsers: 100,
  maxNotificationLength: 512,
  maxRevokeClientUserIds: 100,
  maxClientUserIds: 1000,
  maxSerialNumbers: 1000,
  maxRevokeSerialNumbers: 100,
  maxSubscriptions: 25,
  maxSubscriptionClientUserIds: 1000,
  maxMdmNameLength: 100,
  maxMdmMetadataLength: 255,
  maxMdmIdLength: 100,
};

/** The limits that count, all of them as low as a fault says while it is on. */
export const limitsNow = (faults: readonly Fault[], struck: Struck): typeof LIMITS => {
  const low = strike(faults, 'low-limits', struck);
  if (low === undefined) return LIMITS;
  return Object.fromEntries(
    Object.keys(LIMITS).map((name) => [name, low.number ?? 2]),
  ) as typeof LIMITS;
};

/** What can be subscribed to. */
export const NOTIFICATION_TYPES = [
  'ASSET_MANAGEMENT',
  'USER_MANAGEMENT',
  'USER_ASSOCIATED',
  'ASSET_COUNT',
];

/** The answer of `service/config`, which needs no token. */
export const serviceConfig = {
  errorCodes,
  limits: LIMITS,
  notificationTypes: NOTIFICATION_TYPES,
  urls: {
    invitationEmail:
      'https://buy.itunes.apple.com/WebObjects/MZFinance.woa/wa/associateVPPUserWithITSAccount?inviteCode=%25inviteCode%25&mt=8',
    contentMetadataLookup:
      'https://uclient-api.itunes.apple.com/WebObjects/MZStorePlatform.woa/wa/lookup',
    clientConfig: `${BASE}/client/config`,
    createUsers: `${BASE}/users/create`,
    getAssignments: `${BASE}/assignments`,
    revokeAssets: `${BASE}/assets/revoke`,
    getUsers: `${BASE}/users`,
    eventStatus: `${BASE}/status`,
    associateAssets: `${BASE}/assets/associate`,
    disassociateAssets: `${BASE}/assets/disassociate`,
    updateUsers: `${BASE}/users/update`,
    getAssets: `${BASE}/assets`,
    retireUsers: `${BASE}/users/retire`,
  },
};
