const origins = new Set<string>();

const originOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).origin : '';

// The browser reports it after the request has failed, and tells the request itself nothing.
globalThis.document?.addEventListener(
  'securitypolicyviolation',
  ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective === 'connect-src') origins.add(originOf(blockedURI));
  },
);

/** Whether the policy that came with the page has kept it from asking that server. */
export const wasKeptFrom = (address: string): boolean => origins.has(originOf(address));

/** The same, where a request there has failed this moment. */
export const isKeptFrom = async (address: string): Promise<boolean> => {
  await new Promise((resolve) => setTimeout(resolve));
  return wasKeptFrom(address);
};
