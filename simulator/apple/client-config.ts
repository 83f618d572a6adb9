import type { MdmInfo } from './data/snapshot.ts';
import { AppleError } from './errors.ts';
import type { Body } from './body.ts';
import { tokenFacts, type Request } from './request.ts';
import { LIMITS, NOTIFICATION_TYPES } from './service-config.ts';

/** What the location says of itself. */
export const readConfig = (request: Request): object => {
  const { mdmInfo: _, tokenExpirationDate: __, ...config } = request.location.config;
  return { ...config, ...tokenFacts(request) };
};

const textIn = (value: unknown): string | undefined => {
  if (value !== undefined && typeof value !== 'string') throw new AppleError(9602);
  return value;
};

const mdmInfoIn = (value: unknown): MdmInfo | undefined => {
  if (value === undefined) return undefined;
  const { id, name, metadata } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as Record<string, unknown>;
  if (![id, name, metadata].every((value) => typeof value === 'string' && value !== ''))
    throw new AppleError(9723);
  const info = { id, name, metadata } as MdmInfo;
  if (info.metadata.length > LIMITS.maxMdmMetadataLength) throw new AppleError(9713);
  if (info.id.length > LIMITS.maxMdmIdLength) throw new AppleError(9724);
  if (info.name.length > LIMITS.maxMdmNameLength) throw new AppleError(9725);
  return info;
};

/**
 * Nothing is sent anywhere: an address that ends in `.invalid` is the one that cannot be reached.
 */
const checkAddress = (url: string): void => {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') throw new AppleError(9712);
  if (new URL(url).hostname.endsWith('.invalid')) throw new AppleError(9728);
};

/** Sets what a system says of itself: with its `mdmInfo` it takes the token (apple.md §1.4). */
export const writeConfig = (request: Request, body: Body): object => {
  const { config } = request.location;
  const mdmInfo = mdmInfoIn(body['mdmInfo']);
  const [url, secret] = [textIn(body['notificationUrl']), textIn(body['notificationAuthToken'])];
  if ((url === undefined) !== (secret === undefined)) throw new AppleError(9710);
  if ([url, secret].some((text) => (text ?? '').length > LIMITS.maxNotificationLength))
    throw new AppleError(9711);
  const types = body['notificationTypes'];
  if (
    types !== undefined &&
    !(Array.isArray(types) && types.every((type) => NOTIFICATION_TYPES.includes(type)))
  )
    throw new AppleError(9602);
  if (url !== undefined) checkAddress(url);
  Object.assign(config, {
    ...(mdmInfo === undefined ? {} : { mdmInfo }),
    ...(url === undefined ? {} : { notificationUrl: url, notificationAuthToken: secret }),
    ...(types === undefined ? {} : { subscribedNotificationTypes: types }),
  });
  return readConfig(request);
};
