/** What of a customer is shown. */
export type CustomerTab = 'plans' | 'renewal' | 'history';
