import type { TermStatus } from "../../../core/term-names.ts";

/** How TBX-Basic says what a network says of a name. */
export const administrativeStatus: Readonly<Record<TermStatus, string>> = {
  recommended: "preferredTerm-admn-sts",
  accepted: "admittedTerm-admn-sts",
  avoid: "deprecatedTerm-admn-sts",
};

export type TbxStatus = TermStatus | "superseded";

const named: Readonly<Record<string, TbxStatus>> = {
  preferred: "recommended",
  admitted: "accepted",
  deprecated: "avoid",
  superseded: "superseded",
};

/** Whatever the style: `preferredTerm-admn-sts`, `preferredTerm`, `preferred`. */
export const statusNamed = (value: string): TbxStatus | undefined =>
  named[value.toLowerCase().replace(/(?:term)?(?:-admn-sts)?$/u, "")];
