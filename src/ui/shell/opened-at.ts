/** An address and what its route reads from it. */
export type Place = { readonly url: URL; readonly params: Partial<Record<string, string>> | null };

/**
 * What an address opens: a record's id, or the address of a form; '' where it opens a list or a
 * screen of its own.
 */
export const openedAt = ({ url: { pathname, searchParams }, params }: Place): string => {
  // A form may be fetched only now: until it is there the list beside or before it has the heading.
  if (pathname.endsWith('/new')) return pathname;
  const { order, app, user, token, customer } = params ?? {};
  return (
    order ??
    app ??
    user ??
    token ??
    customer ??
    searchParams.get('record') ??
    searchParams.get('customer') ??
    ''
  );
};
