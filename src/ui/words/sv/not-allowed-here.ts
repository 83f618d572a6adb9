/** What to do where the server that Volym came from lets the app ask no other. */
export const notAllowedHere =
  'Volym kom från en server som bara låter appen fråga den själv. Be den som sköter den att tillåta fler (CONNECT_TO), och läs in sidan igen.';
