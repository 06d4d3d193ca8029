import { EditorView } from '@codemirror/view';

const line = (style: string, colour: string, wash: string): Record<string, string> => ({
  // CodeMirror draws a picture here, which the policy of the page does not load.
  backgroundImage: 'none',
  paddingBottom: '0',
  backgroundColor: `var(--${wash})`,
  textDecoration: `underline ${style} var(--${colour}) 2px`,
  textUnderlineOffset: '0.22em',
  borderRadius: '2px',
});

/** The look of both editors. Colours are those of the page, which reach into a shadow root. */
export const theme = EditorView.theme({
  '&': { height: '100%', minHeight: 'inherit', color: 'var(--ink)', fontSize: '1.06rem', borderRadius: '9px' },
  '&.cm-focused': { outline: '3px solid var(--link)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'var(--letter)', lineHeight: '1.65', minHeight: 'inherit', overflow: 'auto' },
  '.cm-content': { padding: '1rem 1.1rem', minHeight: 'inherit', boxSizing: 'border-box', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--soft)' },
  '.cm-lintRange-error': line('solid', 'error', 'error-wash'),
  '.cm-lintRange-warning': line('dashed', 'warning', 'warning-wash'),
  '.cm-lintRange-info': line('dotted', 'suggestion', 'suggestion-wash'),
  '.cm-lintRange-active': { outline: '2px solid var(--link)', outlineOffset: '1px' },
  '.lit': { backgroundColor: 'var(--lit)', outline: '2px solid var(--lit-edge)', borderRadius: '3px' },
  '.now': { outline: '2px solid var(--link)', outlineOffset: '2px', borderRadius: '3px' },
  '.set-back': { color: 'var(--soft)' },
  '.cm-tooltip': {
    background: 'var(--card)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderRadius: '8px',
    maxWidth: '26rem',
  },
  '.cm-tooltip-lint': { padding: '0.35rem', font: '0.9rem/1.45 var(--sans)' },
  '.cm-diagnostic': { padding: '0.3rem 0.6rem', borderLeft: '4px solid var(--suggestion)', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--error)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warning)' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--suggestion)' },
});
