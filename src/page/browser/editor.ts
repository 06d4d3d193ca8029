import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { theme } from './theme.js';

export interface EditorSetup {
  readonly parent: HTMLElement;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly hint: string;
  readonly extensions: Extension;
}

/**
 * An editor for the words of a message. It stands in a shadow root, because there CodeMirror keeps its styles in a style sheet object, which the page's
 * policy lets pass; in the page itself it would write a `<style>`. Tab is not taken: it leads on.
 */
export function createEditor({ parent, label, hint, extensions }: EditorSetup): EditorView {
  const root = parent.attachShadow({ mode: 'open' });
  return new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      extensions: [
        history(),
        extensions,
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': label,
          spellcheck: 'true',
          autocorrect: 'on',
          autocapitalize: 'sentences',
          dir: 'auto',
        }),
        placeholder(hint),
        theme,
      ],
    }),
  });
}
