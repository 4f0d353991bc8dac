import type { FormField } from "./announcement-form.ts";

/** What is wrong; each has words in every language (`texts.announcements.writing.faults`). */
export type FormFault =
  | {
      readonly field: FormField;
      readonly code:
        | "noTitle"
        | "noTitleHere"
        | "noUrl"
        | "notHttps"
        | "unknownChoice"
        | "required"
        | "inPast"
        | "tooFar"
        | "nobody"
        | "notYours";
    }
  | { readonly field: FormField; readonly code: "badDate" | "badTime"; readonly value: string }
  | {
      readonly field: FormField;
      readonly code: "tooLong";
      readonly most: number;
      readonly length: number;
    };
