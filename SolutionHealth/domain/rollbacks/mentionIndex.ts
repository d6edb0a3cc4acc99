import type { ComponentKey, ComponentLayer } from "../layers/componentLayer";
import { type Mention, mentionsOf } from "./mentions";
import { type LayerMentions, mentionsInLayer } from "./mentionsInLayer";
import type { Subject } from "./subjects";

/** A layer that names something which goes, and by which of its properties. */
export interface Naming {
  readonly layer: ComponentLayer;
  readonly properties: ReadonlySet<string>;
}

/** Who names what: the layers that were read, looked through once. */
export interface MentionIndex {
  /** Components named by any layer of this one, which is not named itself. */
  namedBy(subject: Subject): readonly Subject[];
  /** Layers of `dependent`, top first, that name `required`. */
  namings(dependent: Subject, required: Subject): readonly Naming[];
}

/** @param wanted what has to be found: components that may go */
export function createMentionIndex(wanted: Iterable<Subject>): MentionIndex {
  const byMention = new Map<Mention, Subject[]>();
  for (const subject of wanted) {
    for (const mention of mentionsOf(subject.component)) {
      const known = byMention.get(mention);
      if (known) known.push(subject);
      else byMention.set(mention, [subject]);
    }
  }
  const read = new Map<ComponentLayer, LayerMentions>();
  const mentionsOfLayer = (subject: Subject, layer: ComponentLayer): LayerMentions => {
    const layers = subject.stack?.layers ?? [];
    const known = read.get(layer) ?? mentionsInLayer(layer, layer === layers[layers.length - 1], subject.component);
    read.set(layer, known);
    return known;
  };
  const found = new Map<ComponentKey, readonly Subject[]>();
  return {
    namedBy: (subject) => {
      const known = found.get(subject.component.key) ?? namedBy(subject, mentionsOfLayer, byMention);
      found.set(subject.component.key, known);
      return known;
    },
    namings: (dependent, required) => namings(dependent, new Set(mentionsOf(required.component)), mentionsOfLayer),
  };
}

type Look = (subject: Subject, layer: ComponentLayer) => LayerMentions;

function namedBy(subject: Subject, look: Look, byMention: ReadonlyMap<Mention, readonly Subject[]>): Subject[] {
  const found = new Set<Subject>();
  if (byMention.size === 0) return [];
  for (const layer of subject.stack?.layers ?? []) {
    for (const mentions of look(subject, layer).values()) {
      for (const mention of mentions) for (const named of byMention.get(mention) ?? []) found.add(named);
    }
  }
  return [...found].filter(({ component }) => component.key !== subject.component.key);
}

function namings(dependent: Subject, names: ReadonlySet<Mention>, look: Look): Naming[] {
  return (dependent.stack?.layers ?? []).flatMap((layer) => {
    const properties = [...look(dependent, layer)].filter(([, mentions]) =>
      [...mentions].some((mention) => names.has(mention)),
    );
    return properties.length === 0 ? [] : [{ layer, properties: new Set(properties.map(([property]) => property)) }];
  });
}
