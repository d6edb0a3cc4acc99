import { finding, type Rule } from "../rule";

const MEBIBYTE = 1024 * 1024;

/** Largest upload that the import takes; the exact number is not documented (fact sheet §6.3), so this only warns. */
const LARGEST_PACKAGE = 95 * MEBIBYTE;

/** Default of the organization setting that limits web resources and attachments (`maxuploadfilesize`). */
const LARGEST_WEB_RESOURCE = 5 * MEBIBYTE;

const PACKAGE = {
  code: "package-too-large",
  severity: "warning",
  whatToDo: "Split the solution; imports of this size are slow at best, and may be refused.",
} as const;

const WEB_RESOURCE = {
  code: "web-resource-too-large",
  severity: "warning",
  whatToDo:
    "Make it smaller, or have the administrator raise the file size limit of the environment (5 MB by default).",
} as const;

/** Nothing is larger than an ordinary environment takes. */
export const sizes: Rule = ({ size, entries }) => {
  const whole = size > LARGEST_PACKAGE ? [finding(PACKAGE, "package", `The package has ${megabytes(size)} MB.`)] : [];
  const resources = entries
    .filter((entry) => /^webresources\//i.test(entry.name) && entry.size > LARGEST_WEB_RESOURCE)
    .map((entry) => finding(WEB_RESOURCE, entry.name, `${entry.name} has ${megabytes(entry.size)} MB.`));
  return [...whole, ...resources];
};

function megabytes(bytes: number): string {
  return (bytes / MEBIBYTE).toFixed(1);
}
