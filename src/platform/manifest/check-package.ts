/** Holds a Teams app package against Microsoft's schemas, without the network, and against what they leave out. */
import type { TeamsManifest } from "@microsoft/app-manifest";
import { readPngHead } from "./read-png.ts";

/** The files of a package by their names in the zip. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

type Json = Readonly<Record<string, unknown>>;
type Localization = {
  readonly additionalLanguages?: readonly {
    readonly languageTag: string;
    readonly file: string;
  }[];
};

const schemas = "https://developer.microsoft.com/en-us/json-schemas/teams/v1.25";
const manifestSchema = `${schemas}/MicrosoftTeams.schema.json`;
const languageSchema = `${schemas}/MicrosoftTeams.Localization.schema.json`;
const iconSizes = { color: 192, outline: 32 } as const;

/** What is wrong, one sentence each and by file; empty if Teams can take the package. */
export async function checkPackage(files: PackageFiles): Promise<readonly string[]> {
  const manifest = readJson(files, "manifest.json");
  if (!manifest) return ["manifest.json: is missing, or is not JSON"];
  const { localizationInfo, icons } = manifest as {
    localizationInfo?: Localization;
    icons?: Readonly<Record<string, string>>;
  };
  const languages = localizationInfo?.additionalLanguages ?? [];
  const faults = [
    ...(await againstSchema("manifest.json", manifest, manifestSchema)),
    ...unfilled("manifest.json", manifest),
    ...Object.entries(iconSizes).flatMap(([name, size]) => iconFaults(files, icons, name, size)),
  ];
  for (const { file } of languages) {
    const texts = readJson(files, file);
    if (!texts) {
      faults.push(`${file}: is named by manifest.json, but is missing or is not JSON`);
      continue;
    }
    faults.push(
      ...(await againstSchema(file, texts, languageSchema)),
      ...lacks(file, texts, manifest),
    );
  }
  return faults;
}

async function againstSchema(file: string, json: Json, url: string): Promise<readonly string[]> {
  if (json["$schema"] !== url) return [`${file}: $schema is not ${url}`];
  const { AppManifestUtils } = await import("@microsoft/app-manifest");
  // In the package: another version than the one named above would be fetched from the network.
  const schema = withoutLoneBrackets(await AppManifestUtils.fetchSchema(url));
  const found = await AppManifestUtils.validateAgainstSchema(
    json as unknown as TeamsManifest,
    schema as Parameters<typeof AppManifestUtils.validateAgainstSchema>[1],
  );
  return found.map((fault) => `${file}: ${fault.trim()}`);
}

/** Microsoft's Localization schemas (1.19 to 1.30) hold two patterns with a bare `]`, which a Unicode pattern must not. */
function withoutLoneBrackets(schema: object): object {
  const { patternProperties } = schema as { patternProperties?: Json };
  if (!patternProperties) return schema;
  const repaired = Object.entries(patternProperties).map(
    ([pattern, rule]) => [pattern.replaceAll("\\b]", "\\b\\]"), rule] as const,
  );
  return { ...schema, patternProperties: Object.fromEntries(repaired) };
}

function unfilled(file: string, json: Json): readonly string[] {
  const marks = new Set(JSON.stringify(json).match(/\{\{.*?\}\}/gu) ?? []);
  return [...marks].map((mark) => `${file}: nobody fills in ${mark}`);
}

function iconFaults(
  files: PackageFiles,
  icons: Readonly<Record<string, string>> | undefined,
  name: string,
  size: number,
): readonly string[] {
  const file = icons?.[name] ?? `${name}.png`;
  const bytes = files.get(file);
  if (!bytes) return [`${file}: is named by manifest.json, but is missing`];
  const head = readPngHead(bytes);
  if (!head) return [`${file}: is not a PNG picture`];
  const faults: string[] = [];
  if (head.width !== size || head.height !== size) {
    faults.push(`${file}: is ${head.width} × ${head.height} pixels, not ${size} × ${size}`);
  }
  if (name === "outline" && !head.hasAlpha) faults.push(`${file}: cannot be transparent`);
  return faults;
}

/** A text that a language does not have is shown in the default one, in the middle of the others. */
function lacks(file: string, texts: Json, manifest: Json): readonly string[] {
  const places = placesOfText(manifest, "");
  return [
    ...places.filter((place) => !(place in texts)).map((place) => `${file}: lacks ${place}`),
    ...Object.keys(texts)
      .filter((place) => place !== "$schema" && !places.includes(place))
      .map((place) => `${file}: manifest.json has no ${place}`),
  ];
}

const ownTexts = /^(name|description)\.(short|full)$|\.(title|description)$/u;

function placesOfText(node: unknown, place: string): readonly string[] {
  if (typeof node === "string") return ownTexts.test(place) ? [place] : [];
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, item]) => {
    const inside = Array.isArray(node)
      ? `${place}[${key}]`
      : place === ""
        ? key
        : `${place}.${key}`;
    return placesOfText(item, inside);
  });
}

function readJson(files: PackageFiles, name: string): Json | undefined {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(files.get(name)));
    return typeof json === "object" && json !== null ? (json as Json) : undefined;
  } catch {
    return undefined;
  }
}
