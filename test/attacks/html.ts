import { count, fill, kB, MB, nest, type Attack } from './attack.js';

const repeated = (name: string, unit: string, full: number): Attack => ({ name, full, make: (size) => fill(unit, size) });

/** HTML that overflows the stack of tree builders, or takes them time that grows with its square. */
export const htmlAttacks: readonly Attack[] = [
  repeated('nested div', '<div>', 50 * kB),
  repeated('nested tables with bold in them', '<table><b>', 20 * kB),
  repeated('misnested links', '<a><div></a>', 24 * kB),
  repeated('nested templates', '<template>', 50 * kB),
  repeated('nested tables', '<table><tr><td>', 15 * kB),
  repeated('nested spans', '<span>', 60 * kB),
  repeated('nested block quotes', '<blockquote>', 120 * kB),
  repeated('nested lists', '<ul><li>', 80 * kB),
  repeated('nested objects', '<object>', 80 * kB),
  repeated('nested svg', '<svg>', 50 * kB),
  repeated('nested math', '<math><mi>', 50 * kB),
  repeated('nested selects', '<select><option>', 80 * kB),
  { name: 'nested and closed', full: 200 * kB, make: (size) => nest('<div>', '</div>', size, 'Dear Tom') },
  repeated('paragraphs', '<p>', 10 * MB),
  repeated('paragraphs of one letter', '<p>x', 4 * MB),
  repeated('bold carried over', '<b><p>x</b>', 200 * kB),
  { name: 'fonts carried through paragraphs', full: 200 * kB, make: (size) => count((i) => `<p><font id=${i}></p>x`, size) },
  {
    name: 'adoption by many blocks',
    full: 200 * kB,
    make: (size) => `${'<b>'.repeat(90)}<p>${fill('<br>', size)}${'</b>'.repeat(90)}`,
  },
  { name: 'strays between rows', full: 200 * kB, make: (size) => `<table>${fill('<b>x</b>', size)}` },
  { name: 'attributes of one tag', full: 1 * MB, make: (size) => `<p ${count((i) => `a${i} `, size)}>x` },
  { name: 'attributes of body, again and again', full: 500 * kB, make: (size) => count((i) => `<body a${i}=1>x`, size) },
  { name: 'one attribute value', full: 5 * MB, make: (size) => `<p title="${fill('a', size)}">x</p>` },
  repeated('comments that never end', '<!-- --!', 1 * MB),
  repeated('tags that never end', '<a ', 1 * MB),
  repeated('character references', '&notit;&#x110000;', 1 * MB),
  repeated('ampersands', '&', 2 * MB),
  {
    name: 'style sheet against elements',
    full: 400 * kB,
    make: (size) => `<style>${fill('a b.c > d{color:red}', size / 2)}</style>${fill('<a><b class=c>x</b></a>', size / 2)}`,
  },
  repeated('raw text that never ends', '<script>', 1 * MB),
];
