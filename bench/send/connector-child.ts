/**
 * The Bot Connector of the bench, in a process of its own: Teams' published limits enforced, so many milliseconds a
 * call, faults by chance if wanted. Tells its parent where it listens, and at the end what it saw.
 */
import { createBotConnector } from "../../test/fakes/bot-connector.ts";
import { faultsByChance } from "../../test/fakes/faults.ts";
import { createTeamsLimits } from "../../test/fakes/teams-limits.ts";
import type { ConnectorSettings, Seen } from "./run-child.ts";

/** Teams' connector does not start with the bench: the first calls must not wait for code that has never run. */
async function warmUp(): Promise<void> {
  const warm = await createBotConnector({ limits: createTeamsLimits() });
  for (let call = 0; call < 300; call++) {
    const url = `${warm.url}/v3/conversations/${call}/activities`;
    await (await fetch(url, { method: "POST", body: "{}" })).text();
  }
  await warm.close();
}

const { latencyMs, isFaulty, seed } = JSON.parse(process.argv[2] ?? "{}") as ConnectorSettings;
await warmUp();
const connector = await createBotConnector({ latencyMs, limits: createTeamsLimits() });
if (isFaulty) {
  connector.failBy(
    faultsByChance(
      seed,
      { share: 0.02, fault: { status: 429, retryAfter: 1 } },
      { share: 0.0025, fault: { status: 502 } },
      { share: 0.0025, fault: { status: 502, taken: true } },
      { share: 0.0025, fault: { status: 503 } },
      { share: 0.0025, fault: { status: 503, taken: true } },
      { share: 0.0025, fault: { drop: "before" } },
      { share: 0.0025, fault: { drop: "after" } },
    ),
  );
}

process.on("message", () => {
  const seen: Seen = {
    calls: [...connector.calls, ...connector.fetches].map((call) => ({
      at: call.arrivedAt,
      isPost: call.method === "POST" && !("operation" in call),
      conversation: call.conversation,
      isTaken: call.state === "taken",
      status: call.status ?? 0,
    })),
  };
  process.send?.(seen);
});
process.on("disconnect", () => process.exit());
process.send?.(connector.url);
