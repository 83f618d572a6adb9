import { isListed } from './lines-once.ts';

/**
 * What the line of an order that a person notes is called: as the line of the authorization. A name
 * that lists give is another product's in a list of the order, and in another authorization.
 */
export const orderedName = (authorization: string, line: string): string =>
  isListed(line) ? `${authorization}-${line}` : line;
