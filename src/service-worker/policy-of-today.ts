const POLICY = 'content-security-policy';

/** Where the page may ask, within a policy. */
const ASKS = /(^|; ?)connect-src [^;]*/;

/**
 * The cached start page with the policy that its server sends today; undefined where the policy is
 * the same, or differs in more than the hosts that the page may call: the rest belongs to the
 * version. Otherwise a change to those hosts, by a workspace's new server or by the operator, would
 * only take effect with the next version.
 */
export const withPolicyOf = (today: Response, kept: Response): Response | undefined => {
  const [now, then] = [today, kept].map(({ headers }) => headers.get(POLICY) ?? '') as [
    string,
    string,
  ];
  if (!today.ok || now === then || now.replace(ASKS, '') !== then.replace(ASKS, ''))
    return undefined;
  const headers = new Headers(kept.headers);
  headers.set(POLICY, now);
  return new Response(kept.body, { headers, status: kept.status, statusText: kept.statusText });
};

/**
 * Looks which policy the server sends with the start page, and keeps it; nothing happens without
 * network.
 */
export const keepPolicyOfToday = async (
  cache: Pick<Cache, 'match' | 'put'>,
  key: string,
  address: string,
): Promise<void> => {
  const today = await fetch(address, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
  const kept = today === undefined ? undefined : await cache.match(key);
  const newer = today && kept && withPolicyOf(today, kept);
  if (newer !== undefined) await cache.put(key, newer);
};
