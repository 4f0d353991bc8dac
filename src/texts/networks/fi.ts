import type { NetworksTexts } from "./type.ts";

export const networks: NetworksTexts = {
  heading: "",
};
