import { hostOf, siteOf } from './web-address.js';

/** Sites by which mailers count clicks: each address in a mail leads there first, and from there to where it says. */
const COUNTERS = new Set(
  (
    'sendgrid.net list-manage.com mandrillapp.com mailgun.org sparkpostmail.com hubspotlinks.com hs-sales-engage.com createsend1.com cmail19.com cmail20.com exct.net ' +
    'klclick.com klclick1.com klclick2.com klclick3.com mjt.lu sendibt2.com sendibt3.com sendibm1.com sendibm3.com rs6.net awstrack.me customeriomail.com ' +
    'intercom-clicks.com intercom-mail.com pstmrk.it acemlna.com acemlnb.com emlnk.com mlsend.com'
  ).split(' '),
);
/** A name of a host that is there to be clicked, and the paths that the makers of mailers give to such links. */
const LABEL = /^(?:clicks?|tracking|trk|track|ct|ctr|ctrk|links?|url\d+|lnk|e?mail|em\d*|go|r)\./;
const PATH = /^\/(?:ls\/click|wf\/click|track\/click|click|CL0|ss\/c|e\/c|f\/a|tr\/cl|mk\/cl)(?:[/?]|$)/;
/** What a counter knows a link by: nobody types that. */
const TOKEN = /[\w.-]{12,}/;

/** Whether an address belongs to a mailer that counts clicks: it says nothing of where it leads, and means nothing by it. */
export function isClickCounter(address: string): boolean {
  const host = hostOf(address);
  if (host === undefined) return false;
  if (COUNTERS.has(siteOf(host))) return true;
  const path = /^(?:https?:)?(?:\/\/)?[^/?#]*(.*)$/is.exec(address.trim())?.[1] ?? '';
  return LABEL.test(host) && PATH.test(path) && TOKEN.test(path.replace(PATH, ''));
}
