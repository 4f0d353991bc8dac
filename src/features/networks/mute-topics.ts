import { BotError } from "../../core/errors.ts";
import type { Outcome } from "../../core/feature.ts";
import { refuseInSentence } from "../../core/say.ts";
import type { ActionTurn } from "../../core/turn.ts";
import { textsIn } from "../../texts/texts.ts";
import { idsIn } from "./inputs-of.ts";
import { longestTopic, mostTopics } from "./read-own-form.ts";

/** No more announcements about these topics, for whoever pressed. Their own choices open to take it back. */
export function muteTopics(turn: ActionTurn): Outcome {
  // All of a member's choices are written at once: without those of before, they would be lost.
  if (turn.memoryIsOutOfReach) throw new BotError("store-unavailable");
  const { language, preferences } = turn;
  const texts = textsIn(language).networks;
  const topics = (idsIn(turn.data, "topics") ?? [])
    .map((topic) => topic.trim().slice(0, longestTopic))
    .filter((topic) => topic !== "")
    .slice(0, mostTopics);
  if (topics.length === 0) return refuseInSentence(turn, texts.stale);
  const { mutedTopics = [] } = preferences;
  const muted = [...new Set([...mutedTopics, ...topics])].slice(-mostTopics);
  return {
    replies: [{ type: "sentence", language, text: texts.muted(topics.join(", ")) }],
    preferences: { ...preferences, mutedTopics: muted },
    label: "preferences",
  };
}
