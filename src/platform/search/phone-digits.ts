const fewestDigits = 4;

/** The digits of a phone number from after the country code or the leading zero. */
export function nationalDigits(phone: string): string {
  return phone
    .replace(/\D/g, "")
    .replace(/^(?:00)?358/, "")
    .replace(/^0+/, "");
}

/** The phone number, or the piece of one, that a question holds, if any. */
export function soughtDigits(question: string): string | undefined {
  const runs = question.match(/\+?\d[\d\s()-]*\d/g) ?? [];
  return runs.map(nationalDigits).find((digits) => digits.length >= fewestDigits);
}
