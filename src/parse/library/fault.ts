/** Why a file is no well-formed JSON, YAML, CSV or XML, and at which offset of its text. */
export interface Fault {
  readonly fault: string;
  readonly offset: number;
}

export function isFault(read: object): read is Fault {
  return 'fault' in read;
}
