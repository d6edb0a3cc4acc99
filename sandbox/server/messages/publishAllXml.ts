import type { Message } from "../message";

/** Everything is published at once here, so there is nothing left to do; what can be refused is refused. */
export const publishAllXml: Message = {
  name: "PublishAllXml",
  kind: "action",
  parameters: {},
  privileges: ["prvPublishCustomization"],
  run: ({ context }) => {
    context.jobs.requireIdle("PublishAll");
    return undefined;
  },
};
