import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text in it. */
  readonly text: string;
  /** The same without the raised numbers of the findings. */
  readonly words: string;
  readonly parent: string | undefined;
}

const NAMES: Readonly<Record<string, string>> = {
  className: 'class',
  httpEquiv: 'http-equiv',
  ariaLabel: 'aria-label',
  xLinkHref: 'xlink:href',
};

/** Reads a page as a browser does; its elements in the order in which they begin. */
export function rehype(html: string): { readonly elements: readonly HtmlElement[] } {
  const elements: HtmlElement[] = [];
  const textOf = (node: Nodes, without?: string): string => {
    if (node.type === 'text') return node.value;
    if (!('children' in node) || (node.type === 'element' && node.tagName === without)) return '';
    return node.children.map((child) => textOf(child, without)).join('');
  };
  const visit = (node: Nodes, parent?: string): void => {
    if (node.type === 'element') {
      const attributes = Object.entries(node.properties).map(([key, value]) => [
        NAMES[key] ?? key.toLowerCase(),
        Array.isArray(value) ? value.join(' ') : String(value),
      ]);
      elements.push({
        name: node.tagName,
        attributes: Object.fromEntries(attributes) as Record<string, string>,
        text: textOf(node),
        words: textOf(node, 'sup'),
        parent,
      });
    }
    if ('children' in node) for (const child of node.children) visit(child, node.type === 'element' ? node.tagName : parent);
  };
  visit(unified().use(rehypeParse).parse(html));
  return { elements };
}
