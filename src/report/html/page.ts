import type { Report } from '../report.js';
export function html(_report: Report): string {
  return '';
}
