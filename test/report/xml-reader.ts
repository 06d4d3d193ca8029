/** An element, as a reader that knows XML 1.0 and nothing else sees it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** https://www.w3.org/TR/xml/#charsets */
const CHARS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Reads a document without DTD, comments and CDATA; throws where it is not well-formed. */
export function readXml(xml: string): Element {
  if (!CHARS.test(xml)) throw new Error('holds a sign that XML does not allow');
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`${what} at ${at}: ${JSON.stringify(xml.slice(at, at + 40))}`);
  };
  const take = (pattern: RegExp, what: string): RegExpExecArray => {
    const sticky = new RegExp(pattern, 'uy');
    sticky.lastIndex = at;
    const found = sticky.exec(xml) ?? fail(`no ${what}`);
    at = sticky.lastIndex;
    return found;
  };
  const decoded = (text: string): string => {
    if (/&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(text) || text.includes('<') || text.includes(']]>'))
      fail(`bad text ${text}`);
    return text.replaceAll(/&(?:(\w+)|#(\d+));/g, (_, name: string | undefined, code: string) =>
      name === undefined ? String.fromCodePoint(Number(code)) : NAMED[name],
    );
  };
  const element = (): Element => {
    const [, name] = take(/<([A-Za-z][\w-]*)/, 'element');
    const attributes: Record<string, string> = {};
    while (!/^\s*\/?>/.test(xml.slice(at, at + 20))) {
      const [, key, value] = take(/\s+([A-Za-z][\w-]*)="([^"]*)"/, 'attribute');
      if (key in attributes) fail(`${key} twice`);
      attributes[key] = decoded(value);
    }
    const [, empty] = take(/\s*(\/?)>/, 'end of tag');
    const children: Element[] = [];
    let text = '';
    if (empty === '/') return { name, attributes, children, text };
    for (;;) {
      text += decoded(take(/[^<]*/, 'text')[0]);
      if (xml.startsWith('</', at)) break;
      children.push(element());
    }
    take(new RegExp(`</${name}\\s*>`), `end of ${name}`);
    return { name, attributes, children, text };
  };
  take(/<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, 'declaration');
  const root = element();
  take(/\s*$/, 'end');
  return root;
}
