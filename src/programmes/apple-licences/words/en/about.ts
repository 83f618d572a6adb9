/** What is managed in this programme. */
export const about =
  'VPP tokens for Intune, Jamf or another MDM: how long they are valid and their renewal';
