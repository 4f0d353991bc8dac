import type { RemindersTexts } from "./type.ts";

export const reminders: RemindersTexts = {
  heading: "",
};
