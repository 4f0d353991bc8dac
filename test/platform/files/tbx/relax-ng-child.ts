/** `relax-ng-child.ts FILE SCHEMA …`: holds a file against RELAX NG schemas; what is wrong goes to stderr, exit code 1. */
import { readFileSync } from "node:fs";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";

const [file = "", ...schemas] = process.argv.slice(2);
using doc = XmlDocument.fromBuffer(readFileSync(file));
for (const schema of schemas) {
  using rules = XmlDocument.fromBuffer(readFileSync(schema));
  using validator = RelaxNGValidator.fromDoc(rules);
  try {
    validator.validate(doc);
  } catch (error) {
    process.stderr.write(`${schema}: ${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
