/** The runner's own reading of a line, after actions/runner ActionCommand.cs: TryParseV2 (`::name::`) and TryParse (`##[name]`). */
export function isRunnerCommand(line: string): boolean {
  const trimmed = line.trimStart();
  if (trimmed.startsWith('::') && trimmed.indexOf('::', 2) >= 0) return true;
  const prefix = line.indexOf('##[');
  return prefix >= 0 && line.indexOf(']', prefix) >= 0;
}

/** Ranges that no output may hold raw, apart from the line feeds and colours that are ours. */
const RAW: readonly (readonly [number, number])[] = [
  [0, 9],
  [0xb, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe007f],
];

/** Whether the text holds any sign that steers a terminal, turns or breaks a line, or is not seen. */
export function isRaw(text: string): boolean {
  return Array.from(text).some((sign) => RAW.some(([from, to]) => sign.codePointAt(0)! >= from && sign.codePointAt(0)! <= to));
}

/** Texts that try to speak as us. */
export const attacks: readonly string[] = [
  '\x1b[2J\x1b[1;1Hall is well',
  '\x1b]8;;https://evil.example\x07click\x1b]8;;\x07',
  '\x9b31m red',
  'ok\rerror hidden',
  'abc\b\b\bxyz',
  'a\n::error file=x::owned',
  '::set-output name=a::b',
  '  ::warning::x',
  'x ##[set-env name=a]b',
  '##[error]x',
  '##vso[task.setvariable variable=a]b',
  '\u202egnp.exe',
  '\u2066\u2067abc',
  'line\u2028::error::x\u2029y',
  'zero\u200bwidth\u200d\ufeffmark',
  '\ud800 lone \udc00',
  '\0nul\x7fdel\x85nel',
  ':\x1b:error::x',
  '##\u200b[error]',
];
