/** The rows with which a server says that it has none of the documents that a request names. */
export const noneOf = (body: BodyInit | null | undefined): object[] => {
  const { keys = [] } = JSON.parse((body as string | undefined) ?? '{}') as { keys?: string[] };
  return keys.map((key) => ({ key, error: 'not_found' }));
};
