type Known = {
  readonly status: number;
  readonly message: string;
  readonly inEvent?: string;
  readonly isListed?: true;
};

const listed = (status: number, message: string, inEvent?: string): Known => ({
  status,
  message,
  isListed: true,
  ...(inEvent === undefined ? {} : { inEvent }),
});

/**
 * Apple's error numbers with their HTTP status (apple.md §2.7). `isListed` are those that
 * `service/config` names; the texts of the others are our own. Where only the older API is known to
 * send a number, its status is assumed.
 */
export const ERRORS: Readonly<Record<number, Known>> = {
  9601: listed(401, 'Login required.'),
  9602: listed(400, 'Invalid argument.'),
  9603: listed(500, 'Internal error.'),
  9609: listed(400, 'Unable to find the registered user.', 'Unable to find registered user.'),
  9621: listed(
    401,
    "The token has expired. You need to generate a new token online using your organization's account at either school.apple.com or business.apple.com.",
  ),
  // The older list has it; the present API was seen to send it with HTTP 200 (FLEET, ZEN).
  9622: { status: 200, message: 'Invalid authentication token.' },
  9625: listed(401, 'The server has revoked the sToken.'),
  9634: listed(410, 'Service removed.'),
  9635: { status: 400, message: 'The Managed Apple Account is not of this organization.' },
  9637: { status: 400, message: 'The account lacks the privilege.' },
  9643: { status: 400, message: 'The license is locked by a pending transfer.' },
  9644: { status: 400, message: 'The program is in maintenance.' },
  9645: { status: 400, message: 'The location is managed by built-in device management.' },
  9646: listed(429, 'There are too many recent requests. Try again momentarily.'),
  9650: listed(
    400,
    'The provided page index must be greater than 0, and less than the total number of pages.',
  ),
  9700: listed(400, 'Max assets limit on request has been passed, please stay within given limit.'),
  9701: listed(
    400,
    'Max clientUserIds limit on request has been passed, please stay within given limit.',
  ),
  9702: listed(
    400,
    'Max serialNumbers limit on request has been passed, please stay within given limit.',
  ),
  9703: listed(400, 'Duplicate assets found in request, please send unique assets.'),
  9704: listed(400, 'Duplicate clientUserIds found in request, please send unique clients.'),
  9705: listed(400, 'Duplicate serialNumbers found in request, please send unique serials.'),
  9706: listed(400, 'Asset in request is not revocable, please send revocable assets.'),
  9707: listed(
    400,
    'Asset in request is not device assignable, please send device assignable assets.',
  ),
  9708: listed(400, 'EventId could not be found.'),
  9709: listed(
    400,
    'There are not enough licenses for this app or book available to assign to the selected group.',
    'There aren’t enough assets available to complete this association.',
  ),
  9710: listed(400, 'Both the notification URL and the authentication token are necessary.'),
  9711: { status: 400, message: 'The notification URL or authentication token is too long.' },
  9712: { status: 400, message: 'The notification URL must be a valid HTTPS address.' },
  9713: { status: 400, message: 'The MDM metadata is too long.' },
  9714: {
    status: 400,
    message: 'Max users limit on request has been passed, please stay within given limit.',
  },
  9715: { status: 400, message: 'Duplicate users found in request, please send unique users.' },
  9716: listed(400, 'A registered user already exists with the specified clientUserId.'),
  9717: { status: 400, message: 'A user in the request has an invalid email address.' },
  9718: { status: 400, message: 'Assets are a required argument.' },
  9719: listed(
    400,
    'Either clientUserIds or serialNumbers are required arguments. Change the request to provide assignable users and devices.',
  ),
  9720: { status: 400, message: 'Users are a required argument.' },
  9721: listed(
    400,
    'This request contains an invalid version ID. Change the request to send the version ID from the read APIs.',
  ),
  9722: listed(
    401,
    "This request contains an invalid authorization header. Change the request to send an authorization header that matches the format 'Bearer {sToken}'.",
  ),
  9723: listed(
    400,
    'You must provide an MDM name, ID, and metadata when setting the MDM information.',
  ),
  9724: { status: 400, message: 'The MDM ID is too long.' },
  9725: { status: 400, message: 'The MDM name is too long.' },
  9726: listed(405, 'This request contains an unsupported HTTP method for the requested endpoint.'),
  9727: listed(
    415,
    'This request contains an unsupported Content-Type for the requested endpoint.',
  ),
  9728: { status: 400, message: 'The notification URL is not reachable.' },
};

/** What `service/config` lists. */
export const errorCodes = Object.entries(ERRORS)
  .filter(([, { isListed }]) => isListed)
  .map(([number, { message }]) => ({ errorMessage: message, errorNumber: Number(number) }));

/** The body of an error; in the status of an event some are worded otherwise. */
export const errorBody = (number: number, where: 'reply' | 'event' = 'reply') => {
  const known = ERRORS[number];
  const message = known?.message ?? 'Unknown error.';
  return {
    errorNumber: number,
    errorMessage: where === 'event' ? (known?.inEvent ?? message) : message,
  };
};

/** A request that Apple refuses as a whole. */
export class AppleError extends Error {
  readonly number: number;
  readonly retryAfter: string | undefined;

  constructor(number: number, retryAfter?: string) {
    super(`${number}`);
    this.number = number;
    this.retryAfter = retryAfter;
  }

  get status(): number {
    return ERRORS[this.number]?.status ?? 400;
  }
}
