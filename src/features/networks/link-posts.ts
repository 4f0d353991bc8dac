/**
 * The posts that ask a team's people to confirm which network it is. Everybody in the channel sees the same post: once
 * it is answered, wherever that was, its buttons go. Run again and again, by every instance: nothing is done twice.
 */
import { type Network, networkName } from "../../core/content.ts";
import type { LinkAsk, Team } from "../../core/directory.ts";
import type { Library } from "../../core/library.ts";
import { type BatchPlan, type DeliveryPlan, urgencies } from "../../core/outbox/delivery.ts";
import type { Outbox } from "../../core/outbox/outbox.ts";
import type { Digest } from "../../core/ports.ts";
import type { Card } from "../../core/reply.ts";
import type { WorkingDirectory } from "./create-directory.ts";
import { confirmCard, linkedCard, replacedCard } from "./link-card.ts";
import { linkOf } from "./team-links.ts";

export function createLinkPosts(deps: {
  readonly library: Pick<Library, "networks">;
  readonly directory: Pick<WorkingDirectory, "teams" | "changeTeam">;
  readonly outbox: Outbox;
  readonly digest: Digest;
}) {
  const { library, directory, outbox, digest } = deps;
  /** Batches that this process has planned. */
  const posted = new Set<string>();

  return async function run(): Promise<void> {
    for (const team of directory.teams()) {
      const { proposal, asks = [] } = team;
      if (proposal && isLinked(proposal.network, team)) await dropProposal(team, proposal.network);
      for (const ask of asks) {
        const isOpen = proposal?.network === ask.network && !isLinked(ask.network, team);
        if (isOpen && !team.gone) await post(team, ask);
        else await retract(team, ask);
      }
    }
  };

  function networkOf(id: string): Network | undefined {
    return library.networks().find((network) => network.id === id);
  }

  function isLinked(id: string, team: Team): boolean {
    const network = networkOf(id);
    return network !== undefined && linkOf(network, team) !== undefined;
  }

  async function dropProposal({ id }: Team, network: string): Promise<void> {
    await directory.changeTeam(id, (stored) => {
      if (stored?.proposal?.network !== network) return stored;
      const { proposal: _, ...rest } = stored;
      return rest;
    });
  }

  async function post(team: Team, ask: LinkAsk): Promise<void> {
    const network = networkOf(ask.network);
    const id = nameOf(team, ask);
    if (!network || posted.has(id)) return;
    const card = confirmCard(team, network, ask.language);
    await outbox.planSingle(...of(team, ask, id, card, { route: "channel", address: ask.address }));
    posted.add(id);
  }

  async function retract(team: Team, ask: LinkAsk): Promise<void> {
    const id = nameOf(team, ask);
    await outbox.skip(id, "updated");
    const head = await outbox.head(id);
    // What is being sent at this moment can be edited once it is there.
    if (head && head.state !== "ended" && head.state !== "stopped") return;
    const sent = head && (await outbox.delivery(id, ask.address.conversationId));
    if (sent?.activityId !== undefined && sent.deliveredTo) {
      const target = {
        route: "edit",
        address: sent.deliveredTo,
        activityId: sent.activityId,
      } as const;
      await outbox.planSingle(...of(team, ask, `${id}:edit`, answeredCard(team, ask), target));
    }
    await directory.changeTeam(team.id, (stored) => {
      if (!stored?.asks?.some(({ at }) => at === ask.at)) return stored;
      const { asks, ...rest } = stored;
      const others = asks.filter(({ at }) => at !== ask.at);
      return others.length > 0 ? { ...rest, asks: others } : rest;
    });
    posted.delete(id);
  }

  function answeredCard(team: Team, { network: id, language }: LinkAsk): Card {
    const network = networkOf(id);
    return network && isLinked(id, team)
      ? linkedCard(network, language)
      : replacedCard(network && networkName(network, language), language);
  }

  function nameOf(team: Team, { network, at }: LinkAsk): string {
    return `link:${digest(JSON.stringify([team.id, network, at]))}`;
  }

  function of(
    team: Team,
    { network, language, address }: LinkAsk,
    id: string,
    card: Card,
    target: DeliveryPlan["target"],
  ): [BatchPlan, DeliveryPlan] {
    const batch: BatchPlan = {
      id,
      kind: "link-team",
      network,
      urgency: urgencies.reply,
      about: { team: team.id },
      cards: { [language]: card },
    };
    const recipient = address.conversationId;
    return [batch, { recipient, name: "", target, variant: language, language }];
  }
}
