import { after } from "./after-fi.ts";
import type { AnnouncementsTexts } from "./type.ts";
import { writing } from "./writing-fi.ts";

export const announcements: AnnouncementsTexts = { writing, after };
