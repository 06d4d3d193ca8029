import { hostOf, isClickCounter, siteOf, slice, type Check, type Remark } from 'replylint/rule';

/** Words of a link that are an address: a scheme, `www.`, a path, or a name under a registry that is no ending of a file. */
const ADDRESS =
  /^(?:https?:\/\/[^\s/]+|www\.[^\s/]+|[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{1,63}){0,5}\.(?:com|org|net|edu|gov|info|biz|shop|store|app|online|site|cloud|tech|support|email|example|eu|uk|us|ca|au|nz|ie|in|de|fr|es|it|nl|be|ch|at|se|no|dk|fi|pl|pt|br|mx|jp|cn|ru|za|ae|sg|hk))(?:[/?#]\S*)?$/iu;
/** "ASP.NET", "ADO.NET": an ending in capitals behind a bare name is how a product is written, not an address. */
const PRODUCT = /^[\w-]+\.\p{Lu}{2,}$/u;
const MAILBOX = /^[\w.+-]{1,64}@([\w-]+(?:\.[\w-]+)+)$/;
/** Services that lead on to the address in their query: mail filters and the counters of newsletters. */
const CARRIES_TARGET = /[?&](?:url|u|q|target|dest|destination|redirect|to|link)=/i;

/** Links whose words are an address, of another site than the target is. A shop’s own subdomains, filters that carry the address along, and the counters of mailers are no lie. */
const check: Check = ({ draft }) => {
  const remarks: Remark[] = [];
  for (const { span, target, image } of draft.links) {
    if (image || span.start >= span.end) continue;
    const words = slice(draft.text, span)
      .trim()
      .replace(/^<|[>.,;:!?]$/g, '');
    const shown = shownSite(words);
    const real = realSite(target);
    if (!shown || !real || shown === real || isClickCounter(target) || carries(target, shown)) continue;
    remarks.push({ span, message: `The link shows ${shown} and leads to ${real}.` });
  }
  return remarks;
};

function shownSite(words: string): string | undefined {
  const mailbox = MAILBOX.exec(words)?.[1];
  if (mailbox) return siteOf(mailbox.toLowerCase());
  const host = ADDRESS.test(words) && !PRODUCT.test(words) ? hostOf(words) : undefined;
  return host?.includes('.') ? siteOf(host) : undefined;
}

function realSite(target: string): string | undefined {
  const mailbox = /^mailto:[^?]*@([\w.-]+)/i.exec(target.trim())?.[1];
  if (mailbox) return siteOf(mailbox.toLowerCase());
  // A merge field tells nothing yet.
  const host = /[{}<>%$]{2}|\{|\[/.test(target) ? undefined : hostOf(target);
  return host?.includes('.') ? siteOf(host) : undefined;
}

function carries(target: string, shown: string): boolean {
  if (!CARRIES_TARGET.test(target) && !/urldefense|safelinks/i.test(target)) return false;
  let carried = target;
  try {
    carried = decodeURIComponent(target);
  } catch {
    // Taken as it stands.
  }
  return carried.toLowerCase().slice(target.indexOf('/', 8)).includes(shown);
}

export default check;
