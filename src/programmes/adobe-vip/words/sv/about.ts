/** What is managed in this programme. */
export const about = 'Kunder, inköpsauktoriseringar och dagarna till order och förlängning';
