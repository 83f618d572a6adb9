/** A link that starts an e-mail; without a recipient where no address is known. */
export const mailOf = (to: string, subject: string, body: string): string =>
  `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(
    // Letters end their lines so (RFC 6068).
    body.replaceAll('\n', '\r\n'),
  )}`;
