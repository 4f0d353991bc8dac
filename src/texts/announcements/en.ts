import { after } from "./after-en.ts";
import type { AnnouncementsTexts } from "./type.ts";
import { writing } from "./writing-en.ts";

export const announcements: AnnouncementsTexts = { writing, after };
