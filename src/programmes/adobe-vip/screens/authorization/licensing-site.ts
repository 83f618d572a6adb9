/** Adobe's licensing site, where orders are placed (adobe.md §2: LWS). */
export const LICENSING_SITE = 'https://licensing.adobe.com/';
