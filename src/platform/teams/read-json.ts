/** Parts of a JSON value that came from outside: read if they are what they should be, else passed over. */
export type Raw = Readonly<Record<string, unknown>>;

const longestText = 20_000;
/** Ids and addresses become keys of the store; those of Teams have some 200 characters at most. */
const longestShortText = 500;

export const isObject = (value: unknown): value is Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const list = (value: unknown): readonly Raw[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

export const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" && value.length <= longestText ? value : undefined;

/** Of text that is longer than any id or name of Teams' nothing. */
export const shortText = (value: unknown): string | undefined => {
  const read = text(value);
  return read === undefined || read.length > longestShortText ? undefined : read;
};
