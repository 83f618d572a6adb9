/** What is managed in this programme. */
export const about = 'Customers, purchase authorizations and the days to order and renewal';
