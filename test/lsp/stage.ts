import { BASE, Project } from '../cli/project.js';
import { Editor, type Start } from './editor.js';

/** Editors and projects of one test; all of them are gone when it is over. */
export class Stage {
  readonly #editors: Editor[] = [];
  readonly #projects: Project[] = [];

  project(files: Readonly<Record<string, string>> = {}): Project {
    const project = new Project(files);
    this.#projects.push(project);
    return project;
  }

  async edit(files: Readonly<Record<string, string>> = {}, how: Start = {}): Promise<Editor> {
    return this.editIn(this.project(files), how);
  }

  async editIn(project: Project, how: Start = {}): Promise<Editor> {
    const editor = await Editor.start(project, how);
    this.#editors.push(editor);
    return editor;
  }

  clear(): void {
    for (const editor of this.#editors.splice(0)) editor.kill();
    for (const project of this.#projects.splice(0)) project.remove();
  }
}

/** A configuration in which only the rules of the project speak, and these of the built-in ones. */
export function only(ids: readonly string[], more = ''): string {
  return `${BASE}overrides:\n  - files: '*'\n    rules: { ${ids.map((id) => `${id}: warning`).join(', ')} }\n${more}`;
}
