/** What is looked after in this programme. */
export const about = 'Orders, redemption codes and the 90 days in the secure inbox';
