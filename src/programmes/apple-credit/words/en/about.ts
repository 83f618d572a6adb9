/** What is managed in this programme. */
export const about = 'Orders, redemption codes and the 90 days in the secure inbox';
