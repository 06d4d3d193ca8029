import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command, type Project } from '../cli/project.js';
import { only, Stage } from './stage.js';

const stage = new Stage();
afterEach(() => stage.clear());

const page = readFileSync(new URL('../../docs/editors.md', import.meta.url), 'utf8');
const EGLOT = '/usr/share/emacs/site-lisp/elpa/eglot-1.9';

/** The block of the page that is a file. */
function recipe(name: string): string {
  const [, text] = new RegExp(`^\`\`\`\\w+ file=${name}\\n([^]*?)^\`\`\`$`, 'm').exec(page) ?? [];
  if (text === undefined) throw new Error(`docs/editors.md has no file ${name}`);
  return text;
}

const DRAFT = 'Dear Ms Okafor,\n\nThank you for telling us. We are 😀 sorry!!! Your kettle is here.\n\nKind regards,\nMaya Lindqvist\n';
const HEADERS = 'From: care@larkfield.example\nTo: ada@example.com\nSubject: Lid\n\n';

/** A folder with the files of a recipe, and the program where a shell finds it. */
function folder(files: Readonly<Record<string, string>>): Project {
  const project = stage.project({
    '.replylintrc.yaml': only(['unprofessional-language']),
    'bin/replylint': `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`,
    ...files,
  });
  chmodSync(project.path('bin/replylint'), 0o755);
  return project;
}

function run(project: Project, program: string, ...args: string[]): string {
  const { stdout, stderr, error } = spawnSync(program, args, {
    cwd: project.folder,
    encoding: 'utf8',
    timeout: 100_000,
    env: {
      ...process.env,
      HOME: project.folder,
      XDG_CONFIG_HOME: project.path('home'),
      XDG_STATE_HOME: project.path('home'),
      XDG_DATA_HOME: project.path('home'),
      LC_ALL: 'C.UTF-8',
      PATH: `${project.path('bin')}${delimiter}${process.env.PATH}`,
    },
  });
  if (error) throw error;
  return stdout + stderr;
}

function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

describe('Neovim 0.7', () => {
  beforeEach(({ skip }) => {
    if (!isThere('nvim')) skip('Neovim is not installed');
  });

  const DRIVE = `
local function codes()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do table.insert(found, one.code) end
  return table.concat(found, ' ')
end
vim.wait(60000, function() return codes() ~= '' end, 20)
local report = { vim.bo.filetype, codes() }
local one = vim.diagnostic.get(0)[1]
table.insert(report, vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, false)[1]:sub(one.col + 1, one.end_col))
vim.api.nvim_win_set_cursor(0, { one.lnum + 1, one.col })
vim.ui.select = function(items, _, choose)
  for _, item in ipairs(items) do
    if (item[2] or item).title:find('^write') then return choose(item) end
  end
end
vim.lsp.buf.code_action()
vim.wait(60000, function() return codes() == '' end, 20)
table.insert(report, codes())
vim.fn.writefile(report, 'report.txt')
vim.cmd('write! fixed.txt')
vim.cmd('qall!')
`;

  it.each([
    ['a draft as NeoMutt hands it over', 'neomutt-host-1000-4242-17', HEADERS + DRAFT, 'mail'],
    ['Markdown', 'reply.md', DRAFT, 'markdown'],
  ])('%s is judged, and mended by an action', (_, name, text, filetype) => {
    const project = folder({ 'init.lua': recipe('init.lua'), 'drive.lua': DRIVE, [name]: text });
    const said = run(project, 'nvim', '--headless', '-u', 'init.lua', name, '-c', 'luafile drive.lua');
    expect([existsSync(project.path('report.txt')), said]).toEqual([true, expect.any(String)]);
    expect(readFileSync(project.path('report.txt'), 'utf8').split('\n')).toEqual([filetype, 'unprofessional-language', 'sorry!!!', '', '']);
    expect(readFileSync(project.path('fixed.txt'), 'utf8')).toBe(text.replace('!!!', '.'));
  });
});

describe('Emacs 28 with eglot', () => {
  const DRIVE = `
(package-initialize)
(load (expand-file-name "init.el"))
(defun wait-until (test)
  (let ((end (+ (float-time) 60)))
    (while (and (not (funcall test)) (< (float-time) end)) (accept-process-output nil 0.05))))
(find-file "reply.txt")
(apply #'eglot (eglot--guess-contact))
(flymake-mode 1)
(wait-until (lambda () (flymake-start) (flymake-diagnostics)))
(dolist (one (flymake-diagnostics))
  (princ (format "found %s in %s\\n" (flymake-diagnostic-text one)
                 (buffer-substring (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))))
(goto-char (flymake-diagnostic-beg (car (flymake-diagnostics))))
(setq eglot-confirm-server-initiated-edits nil last-nonmenu-event ?x)
(cl-letf (((symbol-function 'completing-read)
           (lambda (_ items &rest _) (seq-find (lambda (title) (string-prefix-p "write" title))
                                               (mapcar (lambda (item) (if (consp item) (car item) item)) items)))))
  (call-interactively #'eglot-code-actions))
(wait-until (lambda () (not (string-match-p "!!!" (buffer-string)))))
(princ (buffer-string))
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
`;

  it('plain text is judged, and mended by an action', ({ skip }) => {
    if (!isThere('emacs')) skip('Emacs is not installed');
    if (!existsSync(EGLOT)) skip('eglot is not installed (Debian: elpa-eglot)');
    const project = folder({ 'init.el': recipe('init.el'), 'drive.el': DRIVE, 'reply.txt': DRAFT });
    const said = run(project, 'emacs', '--batch', '-l', 'drive.el');
    expect(said).toMatch(/found replylint \[unprofessional-language\]: .* in sorry!!!\n/);
    expect(said).toContain(DRAFT.replace('!!!', '.'));
  }, 120_000);
});

it('Vim fills its list of errors', ({ skip }) => {
  if (!isThere('vim')) skip('Vim is not installed');
  const project = folder({ vimrc: recipe('vimrc'), 'reply.txt': DRAFT });
  const show = 'for e in getqflist() | echo bufname(e.bufnr) . ":" . e.lnum . ":" . e.col . " " . e.text | endfor';
  run(
    project,
    'vim',
    '-u',
    'vimrc',
    '-N',
    '-es',
    'reply.txt',
    '-c',
    'silent make!',
    '-c',
    'redir! > errors.txt',
    '-c',
    show,
    '-c',
    'redir END',
    '-c',
    'qall!',
  );
  expect(readFileSync(project.path('errors.txt'), 'utf8').trim()).toMatch(/^reply\.txt:3:37 This is not how a business writes\./);
});
