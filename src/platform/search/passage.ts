import type { Language } from "../../core/language.ts";
export function passageOf(_question: string, text: string, _language: Language, maxLength: number): string { return text.slice(0, maxLength); }
