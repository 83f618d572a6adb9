import { productsOf, type ProductSources } from './type-of-product.ts';
import type { OrderLine, VipOrder } from './vip-order.ts';

const isTyped = ({ data }: VipOrder): boolean =>
  Object.values(data.lines).every(({ licenceType }) => licenceType !== '');

/**
 * A customer's book with the licence types that its orders were noted without: else their licences
 * would be a plan of their own beside the one that they are of.
 */
export const withTypes = <Book extends ProductSources & { readonly orders: readonly VipOrder[] }>(
  book: Book,
): Book => {
  if (book.orders.every(isTyped)) return book;
  const find = productsOf(book);
  const typed = (line: OrderLine): OrderLine => {
    const known = line.licenceType === '' ? find(line) : undefined;
    return known === undefined ? line : { ...line, ...known };
  };
  const orders = book.orders.map((order) => {
    if (isTyped(order)) return order;
    const lines = Object.fromEntries(
      Object.entries(order.data.lines).map(([id, line]) => [id, typed(line)]),
    );
    return { ...order, data: { ...order.data, lines } };
  });
  return { ...book, orders };
};
