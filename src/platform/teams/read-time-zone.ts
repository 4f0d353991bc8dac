/** The zone a client says it is in. */

/** "Europe/Helsinki", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+2"; not "FLE Standard Time", not "+02:00". */
const ianaName = /^[A-Za-z][\w+-]*(?:\/[A-Za-z][\w+-]*){0,2}$/u;
const longestName = 50;

/** Whether it is a zone that this machine knows, so that whoever reckons with it later can rely on it. */
const known = new Map<string, boolean>();
const mostKnown = 500;

/** The IANA name, or undefined for anything that is none. */
export function readTimeZone(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > longestName || !ianaName.test(value))
    return undefined;
  let is = known.get(value);
  if (is === undefined) {
    is = isZone(value);
    if (known.size >= mostKnown) known.clear();
    known.set(value, is);
  }
  return is ? value : undefined;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
