import type { MeetingsTexts } from "./type.ts";

export const meetings: MeetingsTexts = {
  heading: "",
};
