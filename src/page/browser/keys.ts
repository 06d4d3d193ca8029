const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
/** The key that stands beside others on this computer, and with it the one that puts a rewording in. */
export const command = isMac ? '⌘' : 'Ctrl';
export const commandKey = `${command} .`;

export interface Keys {
  readonly step: (by: 1 | -1) => void;
  readonly putIn: () => void;
  readonly back: () => void;
}

/** The keys of the page, wherever one is on it: F8 and Shift F8, Ctrl or Command with the full stop; Escape leads from a finding back to the reply. */
export function onKeys({ step, putIn, back }: Keys): void {
  document.addEventListener('keydown', (event) => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    const held = isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
    if (key === 'F8' && !altKey && !ctrlKey && !metaKey) step(shiftKey ? -1 : 1);
    else if (key === '.' && held && !altKey) putIn();
    else if (key === 'Escape' && event.target instanceof Element && event.target.closest('#verdict')) back();
    else return;
    event.preventDefault();
  });
}
