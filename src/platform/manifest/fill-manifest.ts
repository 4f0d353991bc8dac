/**
 * The manifest as Teams gets it: the template of manifest/manifest.json with the instance's own values, and with the
 * texts of the default language at the places that their keys name. Pure.
 */

/** What a language file holds: a place such as `bots[0].commandLists[0].commands[2].title` → the text there. */
export type Texts = Readonly<Record<string, string>>;

export type InstanceValues = {
  /** Three numbers; Teams takes an upload for an update only if it is higher. */
  readonly version: string;
  /** The bot's registration, which the app shares. */
  readonly appId: string;
  /** Where the bot is reached, https and without a slash at its end; undefined: nobody told. */
  readonly publicUrl: string | undefined;
};

type Node = { [key: string]: unknown };

/** Stands where no address of the bot is known: `.invalid` leads nowhere, for good (RFC 2606). */
const nowhere = "https://kollega.invalid";
const rscSetup = ["authorization", "webApplicationInfo"];

/** Throws if a text belongs to a place that the template does not have. */
export function fillManifest(template: object, texts: Texts, values: InstanceValues): Node {
  const { version, appId, publicUrl } = values;
  const known: Texts = {
    version,
    MicrosoftAppId: appId,
    PUBLIC_URL: publicUrl ?? nowhere,
    domain: new URL(publicUrl ?? nowhere).host,
  };
  const manifest = filled(template, known) as Node;
  if (publicUrl === undefined) manifest["validDomains"] = [];
  if (permissionsOf(manifest).length === 0) {
    for (const part of rscSetup) delete manifest[part];
  }
  for (const [place, text] of Object.entries(texts)) {
    if (place !== "$schema") put(manifest, place, text);
  }
  return manifest;
}

/** Every `{{name}}` in every text; one that is not known stays, and is found by the check. */
function filled(node: unknown, known: Texts): unknown {
  if (typeof node === "string") {
    return node.replace(/\{\{(\w+)\}\}/gu, (mark, name: string) => known[name] ?? mark);
  }
  if (Array.isArray(node)) return node.map((item) => filled(item, known));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, filled(item, known)]));
}

/** Whoever takes all permissions out of the template wants none of what belongs to them either. */
function permissionsOf(manifest: Node): readonly unknown[] {
  const { authorization } = manifest as {
    authorization?: { permissions?: { resourceSpecific?: readonly unknown[] } };
  };
  return authorization?.permissions?.resourceSpecific ?? [];
}

function put(manifest: Node, place: string, text: string): void {
  const path = place.split(/\.|\[(\d+)\]\.?/u).filter(Boolean);
  const last = path.pop() ?? "";
  let node: unknown = manifest;
  for (const step of path) node = (node as Node | undefined)?.[step];
  if (typeof node !== "object" || node === null) {
    throw new Error(`manifest.json has no place ${place}`);
  }
  (node as Node)[last] = text;
}
