/** Modified UTF-7 (RFC 3501 §5.1.3), in which servers without UTF8=ACCEPT name folders: all that imapflow wants of iconv-lite when it is asked for no text. */
const folderNames = `
const encode = (text) =>
  Buffer.from(
    text
      .replaceAll('&', '&-')
      .replace(/[^\\x20-\\x7e]+/g, (run) => '&' + Buffer.from(run, 'utf16le').swap16().toString('base64').replaceAll('=', '').replaceAll('/', ',') + '-'),
  );
const decode = (bytes) =>
  bytes.toString('utf8').replace(/&([^-]*)-/g, (_, run) => (run === '' ? '&' : Buffer.from(run.replaceAll(',', '/'), 'base64').swap16().toString('utf16le')));
export default { encode, decode, decodeStream: () => { throw new Error('no text is decoded here'); } };`;

/** Stand-ins, by the name that imapflow asks for: a log that is off, proxies, and texts of mails, which our own parser reads. */
const standIns = {
  pino: "export default () => { throw new Error('nothing is logged here'); };",
  socks: "export const SocksClient = { createConnection() { throw new Error('there are no proxies here'); } };",
  './download.js': 'export const downloadMessage = async () => ({}); export const downloadMessageParts = async () => ({});',
  './jp-decoder.js': "export class JPDecoder { constructor() { throw new Error('no text is decoded here'); } }",
  libmime: 'export default { decodeWords: (text) => text };',
  'iconv-lite': folderNames,
};

/** Bundles of imapflow what is used: the connection and its commands. Whole, it brings ten times as much, most of it tables of charsets. */
export function leanImapflow() {
  const named = new RegExp(`^(?:${Object.keys(standIns).join('|').replaceAll('.', '\\.')})$`);
  return {
    name: 'lean-imapflow',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: named }, ({ path, importer }) =>
        /[\\/]imapflow[\\/]dist[\\/]/.test(importer) ? { path, namespace: 'lean-imapflow' } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'lean-imapflow' }, ({ path }) => ({ contents: standIns[path], loader: 'js' }));
    },
  };
}
