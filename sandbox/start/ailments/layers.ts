import type { Row } from "../../store/model";
import type { Ailment } from "./ailment";
import { solutionIn } from "./patches";
import { demoId, flow, script } from "./smallParts";
import type { Ward } from "./ward";

const [WEB_RESOURCE, WORKFLOW] = [61, 29];
const ACCEPTED = "shl_acceptedfinding";
const DAY = 24 * 60 * 60 * 1000;

/** Option of `shl_kind` and of `shl_decision`. */
const [OVERRIDE, ACCEPT] = [471100001, 471100000];

/** Scripts of Harbour Forms, each edited in place. */
const SCRIPTS = {
  fresh: "hbw_/berthform.js",
  changed: "hbw_/craneform.js",
  expired: "hbw_/ferryform.js",
  accepted: "hbw_/pilotform.js",
} as const;

/** What somebody wrote into each of them. */
const EDIT = { description: "Edited by hand." };

/**
 * Fingerprint of that edit as the page writes it when an override is accepted: the sandbox shares no rule with the
 * product, so it is written down here, and the tests hold it.
 */
const FINGERPRINT = "eaec2719b007d90d3e918710e1f8524995c732a6e44b01d2f873ec244df31945";
const OTHER_FINGERPRINT = "f".repeat(64);

function accept(ward: Ward, which: keyof typeof SCRIPTS, values: Row): void {
  const key = SCRIPTS[which];
  ward.environment.createRow(
    ACCEPTED,
    {
      shl_name: key,
      shl_kind: OVERRIDE,
      shl_decision: ACCEPT,
      shl_typename: "WebResource",
      shl_componentid: ward.component(WEB_RESOURCE, key).id,
      shl_properties: JSON.stringify(["description"]),
      shl_fingerprint: FINGERPRINT,
      shl_reason: "Agreed with the harbour master.",
      shl_acceptedby: "Alex Administrator",
      shl_acceptedon: new Date(Date.now() - 60 * DAY).toISOString(),
      ...values,
    },
    ward.caller,
  );
}

/** @param which of the scripts */
const edit = (ward: Ward, which: keyof typeof SCRIPTS): void => {
  ward.daysAgo(5);
  ward.customize(WEB_RESOURCE, SCRIPTS[which], EDIT);
};

/** What the demo solutions have edited by hand, by type and key. */
const DEMO_EDITS = [
  [26, "9c3c4615-17d9-47ed-8c39-b464fd97850e"],
  [26, "d5df27e7-c87a-4cc4-bc76-d7a154336186"],
  [2, "abp_permit.abp_permittype"],
  [WEB_RESOURCE, "abp_/scripts/permit.js"],
] as const;

const [GHOST, GHOSTS] = [demoId(15), "HarbourGhosts"];
const ghosts = { name: GHOSTS, title: "Harbour Ghosts", version: "1.0.0.0", parts: [flow("Haunt the pier", GHOST)] };

/** Layers that hide what releases bring, or that nobody explains. */
export const layers: readonly Ailment[] = [
  {
    id: "new-overrides",
    shows: ["overrideNew"],
    wrong: "Components of Alder Bay Permits and of Harbour Forms were edited in place, and nobody has said why.",
    remedy: "removes those unmanaged layers",
    make(ward) {
      ward.daysAgo(26);
      const parts = Object.values(SCRIPTS).map((name, index) => script(name, demoId(11 + index)));
      ward.install({ name: "HarbourForms", title: "Harbour Forms", version: "1.0.0.0", parts });
      edit(ward, "fresh");
    },
    heal(ward) {
      for (const [type, key] of DEMO_EDITS) ward.revert(type, key);
      ward.revert(WEB_RESOURCE, SCRIPTS.fresh);
    },
  },
  {
    id: "changed-override",
    shows: ["overrideChanged"],
    wrong: "An override of Harbour Forms was changed after it had been accepted.",
    remedy: "removes it",
    make(ward) {
      edit(ward, "changed");
      accept(ward, "changed", { shl_fingerprint: OTHER_FINGERPRINT });
    },
    heal: (ward) => ward.revert(WEB_RESOURCE, SCRIPTS.changed),
  },
  {
    id: "expired-override",
    shows: ["overrideExpired"],
    wrong: "An override of Harbour Forms was accepted until a day that has passed.",
    remedy: "removes it",
    make(ward) {
      edit(ward, "expired");
      accept(ward, "expired", { shl_until: new Date(Date.now() - 5 * DAY).toISOString().slice(0, 10) });
    },
    heal: (ward) => ward.revert(WEB_RESOURCE, SCRIPTS.expired),
  },
  {
    id: "accepted-override",
    shows: ["overrideAccepted"],
    wrong: "An accepted override of Harbour Forms still hides what releases bring.",
    remedy: "removes it: its reason is gone",
    make(ward) {
      edit(ward, "accepted");
      accept(ward, "accepted", {});
    },
    heal: (ward) => ward.revert(WEB_RESOURCE, SCRIPTS.accepted),
  },
  {
    id: "loose",
    shows: ["componentsLoose"],
    wrong: "A script was made by hand, in production, and no solution keeps it.",
    remedy: "deletes it",
    make(ward) {
      ward.daysAgo(25);
      const parts = [script("hbw_/scratch.js", demoId(16))];
      ward.install({ name: "HarbourScratch", title: "Harbour Scratch", version: "1.0.0.0", managed: false, parts });
      ward.uninstall("HarbourScratch");
    },
    heal: (ward) => ward.revert(WEB_RESOURCE, "hbw_/scratch.js"),
  },
  {
    id: "unexplained",
    shows: ["layerUnexplained"],
    wrong: "A flow has a layer of a solution that is not installed.",
    remedy: "installs that solution once more and uninstalls it, which takes the layer away",
    make(ward) {
      ward.daysAgo(24);
      ward.install(ghosts);
    },
    restore(state) {
      const { id } = solutionIn(state, GHOSTS);
      state.solutions = state.solutions.filter((solution) => solution.id !== id);
      state.memberships = state.memberships.filter(({ solutionId }) => solutionId !== id);
    },
    heal(ward) {
      ward.install(ghosts);
      ward.component(WORKFLOW, GHOST);
      ward.uninstall(GHOSTS);
    },
  },
  {
    id: "shadowed",
    shows: ["layerShadowed"],
    wrong: "Further solutions lie over views and forms of Alder Bay Permits and decide what they look like.",
    remedy: "rolls Alder Bay Permits Update back",
    heal: (ward) => ward.uninstall("AlderBayPermitsUpdate"),
  },
  {
    id: "publishers",
    shows: ["severalPublishers"],
    wrong: "Brightwater's solution holds components of Alder Bay Permits, so that those cannot be uninstalled.",
    remedy: "uninstalls Brightwater Permit Risk",
    heal: (ward) => ward.uninstall("BrightwaterPermitRisk"),
  },
];
