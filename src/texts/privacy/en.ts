import type { PrivacyTexts } from "./type.ts";

export const privacy: PrivacyTexts = { formerMember: "a former member" };
