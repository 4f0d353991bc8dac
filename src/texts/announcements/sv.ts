import { after } from "./after-sv.ts";
import type { AnnouncementsTexts } from "./type.ts";
import { writing } from "./writing-sv.ts";

export const announcements: AnnouncementsTexts = { writing, after };
