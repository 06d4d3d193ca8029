/** Second levels under which countries register: a site is one label more. */
const SECOND_LEVELS = /^(?:ac|co|com|edu|gob|gov|gouv|govt|ltd|me|net|nhs|nom|or|org|plc|sch)$/;

/** The host of a web address, in lower case and without `www.`; undefined for what is none. An address without a scheme is taken for one of the web. */
export function hostOf(address: string): string | undefined {
  const trimmed = address.trim();
  if (/^(?!https?:)[a-z][a-z0-9+.-]*:(?!\d)/i.test(trimmed)) return undefined;
  try {
    const { hostname } = new URL(/^https?:/i.test(trimmed) ? trimmed : `https://${trimmed.replace(/^\/\//, '')}`);
    return hostname.replace(/^www\./, '').replace(/\.$/, '') || undefined;
  } catch {
    return undefined;
  }
}

/** The part of a host that somebody registered: `example.co.uk` of `shop.example.co.uk`. Good for the common registries; a number is its own site. */
export function siteOf(host: string): string {
  if (/^[\d.]+$|^\[/.test(host)) return host;
  const labels = host.split('.');
  const second = labels.at(-2) ?? '';
  const count = labels.length > 2 && labels.at(-1)?.length === 2 && SECOND_LEVELS.test(second) ? 3 : 2;
  return labels.slice(-count).join('.');
}
