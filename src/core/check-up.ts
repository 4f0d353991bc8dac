/** One thing that `doctor` looked at, and what to do if it is not well. */
export type Finding = {
  readonly state: "well" | "note" | "fault";
  readonly text: string;
  readonly advice?: string;
};
