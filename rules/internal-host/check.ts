import { hostOf, siteOf, wordAt, type Check, type Draft, type Link, type Remark } from 'replylint/rule';

/** Names of hosts, and beginnings and ends of such names, that keep customers out. */
const PRIVATE_LABEL =
  /^(?:admin|backoffice|back-office|intranet|internal|staging|stage|stg|uat|preprod|pre-prod|preproduction|dev|qa|test|testing)\d*$|^(?:admin|staging|stg|uat|preprod|intranet|internal)-|-(?:admin|staging|stg|uat|preprod|qa|dev|internal|intranet)\d*$/;
/** Names that lead nowhere outside a network (RFC 6761, RFC 6762, and what firms use). */
const PRIVATE_NETWORK = /(?:^|\.)(?:local|localhost|localdomain|internal|intranet|lan|corp|home\.arpa|private)$/;
const PRIVATE_NUMBER = /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.|^0\.0\.0\.0$|^\[(?:::1|f[cd][0-9a-f]{2}:.*|fe80:.*)\]$/;
/** Where a router, a printer or a camera shows itself in the network of the customer. */
const DEVICE = /^(?:192\.168\.\d{1,3}|10\.\d{1,3}\.\d{1,3})\.(?:1|2|254)$/;
/** Places where customers of those firms sign in themselves. */
const PUBLIC_ADMIN =
  /^admin\.(?:google|microsoft|atlassian|zoho|exchange\.microsoft|teams\.microsoft|booking|shopify|wix|squarespace)\.com$|^(?:dev\.(?:azure|mysql|twitch|epicgames)|test\.pypi)\.(?:com|tv|org)$/;
/** Where the staff of a help desk, a shop or a payment service work. */
const STAFF_PAGES: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/\.zendesk\.com$/, /^\/agent\//],
  [/\.freshdesk\.com$/, /^\/a\/(?:tickets|contacts)\//],
  [/^app\.intercom\.com$/, /^\/a\//],
  [/^secure\.helpscout\.net$/, /^\/conversation\//],
  [/\.gorgias\.com$/, /^\/app\//],
  [/\.(?:lightning\.force|my\.salesforce)\.com$/, /^\/(?:lightning|[a-zA-Z0-9]{15})/],
  [/^app\.hubspot\.com$/, /^\/(?:contacts|live-messages|help-desk)\//],
  [/^dashboard\.stripe\.com$/, /\/(?:payments|customers)\//],
  [/^admin\.shopify\.com$/, /\/(?:orders|customers|draft_orders)\//],
  [/\.atlassian\.net$/, /^\/(?:browse|wiki|jira)\//],
  [/\.slack\.com$/, /^\/archives\//],
];
const ADMIN_PATH = /^\/(?:wp-admin|admin|administrator|backoffice|phpmyadmin|intranet)(?:\/|$)/;
/** Hosts that stand in the text without a scheme. */
const BARE = /(?<![\w.@/-])(?:staging|stg|uat|preprod|intranet|backoffice|admin)(?:\.[a-z0-9-]{1,63}){2,6}(?:\/[^\s<>"')]{0,300})?/gi;
const OF_THE_HOUSE = ['staging', 'stg', 'uat', 'preprod', 'intranet', 'backoffice', 'admin'];

/** `http://yourserver/`: to be replaced by the reader. */
const PLACEHOLDER = /^(?:your|my-?(?:server|host|site))/;
/** Files on a disk or a server of the house: `file:///C:/Users/…`, `\\\\server\\share\\…`. */
const FILES = /(?<![\w/])file:\/{2,3}[^\s<>"')]{3,300}|(?<![\w\\])\\\\[\w.-]{2,63}\\[^\s\\<>"')]{1,100}(?:\\[^\s<>"')]{0,200})?/gi;

/** Links, and hosts in the text, that customers cannot reach or must not. What the customer named themselves is no secret. */
const check: Check = ({ draft, options }) => {
  const allowed = Array.isArray(options['allow']) ? options['allow'].map(String) : [];
  const remarks: Remark[] = [];
  let end = 0;
  for (const { span, target, image } of addresses(draft)) {
    if (image || span.start >= span.end || span.start < end) continue;
    const host = hostOf(target) ?? serverOf(target);
    if (!host || !(isFile(target) ? !PLACEHOLDER.test(host) : isPrivate(host, pathOf(target))) || isTheirs(host, span.start, draft))
      continue;
    if (allowed.some((one) => host === one || host.endsWith(`.${one}`))) continue;
    remarks.push({ span });
    end = span.end;
  }
  return remarks;
};

function addresses({ text, links }: Draft): Link[] {
  // The patterns are compiled only where a word of theirs stands.
  const lower = text.toLowerCase();
  const hosts = OF_THE_HOUSE.some((word) => lower.includes(word)) ? text.matchAll(BARE) : [];
  const files = lower.includes('file:/') || text.includes('\\\\') ? text.matchAll(FILES) : [];
  const bare = [...hosts, ...files].map(({ index, 0: written }) => {
    const target = written.replace(/[.,;:!?]+$/, '');
    return { span: { start: index, end: index + target.length }, target };
  });
  return [...links, ...bare].sort((a, b) => a.span.start - b.span.start);
}

function isFile(target: string): boolean {
  return /^(?:file:|\\\\)/i.test(target.trim());
}

/** Whose disk it is: a name that `allow` and the customer may know. */
function serverOf(target: string): string | undefined {
  return isFile(target) ? /^(?:file:\/\/|\\\\)([\w.-]*)/i.exec(target.trim())?.[1].toLowerCase() || 'localhost' : undefined;
}

function pathOf(target: string): string {
  return /^(?:https?:)?(?:\/\/)?[^/?#\s]*([^?#\s]*)/i.exec(target.trim())?.[1] ?? '';
}

function isPrivate(host: string, path: string): boolean {
  if (PRIVATE_NUMBER.test(host)) return !(DEVICE.test(host) && path.length <= 1);
  if (!host.includes('.')) return /^(?!https?$)[a-z][a-z0-9-]*$/.test(host) && !PLACEHOLDER.test(host);
  if (PRIVATE_NETWORK.test(host)) return true;
  if (STAFF_PAGES.some(([at, page]) => at.test(host) && page.test(path))) return true;
  if (PUBLIC_ADMIN.test(host)) return false;
  const inner = host.slice(0, Math.max(0, host.length - siteOf(host).length - 1));
  return inner.split('.').some((label) => PRIVATE_LABEL.test(label)) || ADMIN_PATH.test(path);
}

/** The customer's own site or machine: they wrote of it, or the sentence calls it theirs. */
function isTheirs(host: string, at: number, { customer, words }: Draft): boolean {
  if (customer?.text.toLowerCase().includes(host)) return true;
  const first = wordAt(words, at);
  const near = words.norm.slice(Math.max(0, first - 12), first);
  const own = near.lastIndexOf('your');
  return own >= 0 && near.slice(own + 1, own + 5).some((word) => OWN_MACHINES.has(word));
}

const OWN_MACHINES = new Set(
  'site website blog shop store wordpress dashboard server computer machine browser router hub modem printer installation network account admin'.split(
    ' ',
  ),
);

export default check;
