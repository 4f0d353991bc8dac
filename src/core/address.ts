/** Where something can be sent: our own, versioned form of what Teams calls a conversation reference. */
export type ConversationAddress = {
  readonly v: 1;
  readonly serviceUrl: string;
  readonly channel: string;
  /** As Teams names it; in a channel `<channel>;messageid=<thread root>`. */
  readonly conversationId: string;
  readonly botId: string;
  readonly botName?: string;
  readonly tenant?: string;
};
