import { count, fill, kB, MB, nest, type Attack } from './attack.js';

const repeated = (name: string, unit: string, full: number): Attack => ({ name, full, make: (size) => fill(unit, size) });

/** Each level holds `width` of the one before it. */
function laughs(width: number, depth: number): string {
  return Array.from({ length: depth }, (_, i) => {
    const inner = Array<string>(width).fill(i === 0 ? 'lol' : `*a${i - 1}`);
    return `a${i}: &a${i} [${inner.join(', ')}]\n`;
  }).join('');
}

/** YAML that takes its parser time that grows with its square, its stack, or memory without end. */
export const yamlAttacks: readonly Attack[] = [
  repeated('tags', '! ', 200 * kB),
  repeated('named tags', '!a ', 200 * kB),
  repeated('anchors', '&a ', 200 * kB),
  repeated('aliases', '*a ', 200 * kB),
  repeated('directives', '%a\n', 200 * kB),
  repeated('documents', '---\n', 200 * kB),
  repeated('nested items', '- ', 20 * kB),
  repeated('explicit keys', '? ', 20 * kB),
  repeated('empty keys', ': ', 20 * kB),
  repeated('open lists', '[', 100 * kB),
  repeated('open maps', '{', 100 * kB),
  repeated('open pairs', '{a: ', 100 * kB),
  { name: 'nested lists', full: 100 * kB, make: (size) => nest('[', ']', size) },
  { name: 'nested maps', full: 100 * kB, make: (size) => nest('{a: ', '}', size, '1') },
  repeated('closing brackets', ']', 100 * kB),
  { name: 'empty lists in a list', full: 200 * kB, make: (size) => `a: [${fill('[],', size)}` },
  { name: 'tags in a list', full: 200 * kB, make: (size) => `a: [${fill('! ', size)}]` },
  { name: 'nested by indent', full: 200 * kB, make: (size) => count((i) => `${' '.repeat(i % 1000)}a:\n`, size) },
  { name: 'billion laughs', full: 1 * kB, make: () => laughs(9, 12) },
  { name: 'laughs with few aliases', full: 1 * kB, make: () => laughs(2, 45) },
  { name: 'merge keys', full: 20 * kB, make: (size) => `${laughs(5, 3)}b: {<<: [${fill('{a: 1},', size)}]}` },
  {
    name: 'merges of merges',
    full: 20 * kB,
    make: (size) => `a0: &a0 {x: 1}\n${count((i) => `a${i + 1}: &a${i + 1} {<<: [*a${i}, *a${i}]}\n`, size)}`,
  },
  { name: 'an alias in itself', full: 1 * kB, make: () => 'a: &a [*a, *a]' },
  { name: '__proto__ as a key', full: 1 * kB, make: () => '__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\n' },
  { name: '__proto__ by merge', full: 1 * kB, make: () => 'a: &a {__proto__: {polluted: true}}\n<<: *a\n"__proto__": {polluted: true}\n' },
  { name: 'ordered map of __proto__', full: 1 * kB, make: () => 'a: !!omap\n- __proto__: {polluted: true}\nb: !!set {__proto__}\n' },
  { name: 'many keys', full: 1 * MB, make: (size) => count((i) => `k${i}: 1\n`, size) },
  { name: 'the same key again and again', full: 1 * MB, make: (size) => fill('k: 1\n', size) },
  { name: 'one scalar', full: 5 * MB, make: (size) => `a: ${fill('x', size)}` },
  repeated('quotes that never end', '"\n', 200 * kB),
  repeated('block scalars', '- |\n', 200 * kB),
];

/** JSON for a parser that recurses, or for what writes the values again. */
export const jsonAttacks: readonly Attack[] = [
  { name: 'nested arrays', full: 2 * MB, make: (size) => nest('[', ']', size) },
  { name: 'nested objects', full: 2 * MB, make: (size) => nest('{"a":', '}', size, '1') },
  { name: 'open arrays', full: 1 * MB, make: (size) => fill('[', size) },
  { name: 'a byte order mark', full: 1 * kB, make: () => '\ufeff{"agent": "Ann"}' },
  {
    name: '__proto__',
    full: 1 * kB,
    make: () => '{"__proto__": {"polluted": true}, "rules": {"constructor": {"prototype": {"polluted": true}}}}',
  },
  { name: 'many keys', full: 2 * MB, make: (size) => `{${count((i) => `"k${i}":1,`, size)}"z":1}` },
  { name: 'one string', full: 5 * MB, make: (size) => `{"agent":"${fill('\\u0041', size)}"}` },
];
