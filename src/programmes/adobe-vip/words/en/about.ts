/** What is looked after in this programme. */
export const about = 'Customers, purchase authorizations and the days to order and renewal';
