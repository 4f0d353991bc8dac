/** Whether the bot can prove to Microsoft who it is, tried by fetching a token, and for how long. */
import type { Finding } from "../../core/check-up.ts";
import type { Clock } from "../../core/ports.ts";
import { type TokenSource, tokenSourceOf } from "./token-provider.ts";

type Registration = Parameters<typeof tokenSourceOf>[0];

/** What Entra ID's error codes mean for whoever runs the bot (learn.microsoft.com: reference-error-codes). */
const knownCauses: readonly (readonly [code: string, advice: string])[] = [
  [
    "AADSTS7000222",
    "The client secret has expired: make a new one (Entra admin centre, App registrations, Certificates & secrets) and set MicrosoftAppPassword.",
  ],
  [
    "AADSTS7000215",
    "The client secret is wrong: MicrosoftAppPassword takes the secret's value, not its id.",
  ],
  [
    "AADSTS700016",
    "The tenant does not know this app: check MicrosoftAppId and MicrosoftAppTenantId.",
  ],
  ["AADSTS90002", "There is no such tenant: check MicrosoftAppTenantId."],
];
const otherAdvice =
  "Check MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppPassword, and that this machine reaches login.microsoftonline.com.";
const managedAdvice =
  "A managed identity gives tokens only inside Azure: run doctor in the container (az containerapp exec), and check that the identity is assigned to it.";

/** `source`: where tokens come from, if not from where the registration says. */
export async function checkCredentials(
  registration: Registration,
  clock: Clock,
  source: TokenSource = tokenSourceOf(registration, clock),
): Promise<readonly Finding[]> {
  const { password } = registration;
  const isManaged = password === undefined;
  try {
    const { expiresAt } = await source();
    const minutes = Math.round((expiresAt.getTime() - clock.now().getTime()) / 60_000);
    const text = `Credentials: a token was given, good for ${minutes} min; it is renewed by itself`;
    return [{ state: "well", text }, expiryOf(isManaged)];
  } catch (error) {
    const cause = (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
    const known = knownCauses.find(([code]) => cause.includes(code));
    const advice = known?.[1] ?? (isManaged ? managedAdvice : otherAdvice);
    return [
      { state: "fault", text: `Credentials: no token was given (${cause.slice(0, 300)})`, advice },
    ];
  }
}

function expiryOf(isManaged: boolean): Finding {
  if (isManaged)
    return { state: "well", text: "Credentials: a managed identity has no secret that expires" };
  return {
    state: "note",
    text: "Credentials: when the client secret expires, Entra ID does not tell the app itself",
    advice:
      "Look at Entra admin centre, App registrations, Certificates & secrets, and put the date into a calendar. A managed identity has no such date.",
  };
}
