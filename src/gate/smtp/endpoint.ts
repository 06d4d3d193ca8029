import { BlockList, isIP } from 'node:net';

/** Where a server listens. */
export interface Endpoint {
  /** A name or an address, that of IPv6 without its brackets. */
  readonly host: string;
  readonly port: number;
}

/** Reads `127.0.0.1:2525`, `[::1]:2525`, `mail.example.com:587`; undefined where it is none of these. `least` is the lowest port. */
export function readEndpoint(text: string, least: 0 | 1): Endpoint | undefined {
  const [, six, other, digits] = /^(?:\[([^\]]+)\]|([^:[\]\s]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = six ?? other;
  const port = Number(digits);
  if (host === undefined || port < least || port > 65_535 || (six !== undefined && isIP(six) !== 6)) return undefined;
  return { host, port };
}

/** As it is written: `[::1]:2525`. */
export function showEndpoint({ host, port }: Endpoint): string {
  return `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether only programs of this machine can reach it. A name is taken for loopback only where it is `localhost`. */
export function isLoopback({ host }: Endpoint): boolean {
  if (host.toLowerCase() === 'localhost') return true;
  const family = isIP(host);
  return family !== 0 && loopback.check(host, family === 6 ? 'ipv6' : 'ipv4');
}
