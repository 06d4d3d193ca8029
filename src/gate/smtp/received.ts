import type { SMTPServerSession } from 'smtp-server';

/** The trace of this hop (RFC 5321 §4.4), for those who ask for it. */
export function receivedField(session: SMTPServerSession, host: string, now: Date): Buffer {
  const { hostNameAppearsAs, remoteAddress, openingCommand } = session;
  const address = remoteAddress.includes(':') ? `IPv6:${remoteAddress}` : remoteAddress;
  const how = openingCommand === 'HELO' ? 'SMTP' : 'ESMTP';
  const date = now.toUTCString().replace('GMT', '+0000');
  return Buffer.from(`Received: from ${hostNameAppearsAs} ([${address}])\r\n\tby ${host} (replylint) with ${how}; ${date}\r\n`);
}
