/** What is managed in this programme. */
export const about =
  'VPP-token för Intune, Jamf eller annat MDM: hur länge de gäller och förnyelsen';
