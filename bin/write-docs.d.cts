/** What the test of the documents asks of `npm run docs`. */

/** Which folders of src each folder under the import law may import, its own left out; the features are one, joined by `|`. */
export function folderImports(): Map<string, string[]>;
/** The same of the wings of the store. */
export function wingImports(): Map<string, string[]>;
/** docs/architecture.md as it should be. */
export function architecture(): string;
/** docs/decisions/README.md as it should be. */
export function decisionIndex(): string;
/** docs/operations.md as it should be. */
export function operations(): string;
/** The alert rules that ship. */
export function alerts(): { alert: string; expr: string; annotations: { summary: string; description: string } }[];
