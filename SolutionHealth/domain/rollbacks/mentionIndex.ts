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
  /**
   * Those of these layers of `dependent` that name `required`, top first. The lowest of them speaks with all it has: what
   * it repeats of layers that are gone is still there (fact sheet §4.4).
   * @param over the layers will lie over another one that is not among them: none of them is the lowest
   */
  namings(dependent: Subject, required: Subject, layers: readonly ComponentLayer[], over?: boolean): readonly Naming[];
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
  const read = [new Map<ComponentLayer, LayerMentions>(), new Map<ComponentLayer, LayerMentions>()] as const;
  const look: Look = ({ component }, layer, lowest) => {
    const cache = read[lowest ? 1 : 0];
    const known = cache.get(layer) ?? mentionsInLayer(layer, lowest, component);
    cache.set(layer, known);
    return known;
  };
  const found = new Map<ComponentKey, readonly Subject[]>();
  return {
    namedBy: (subject) => {
      const known = found.get(subject.component.key) ?? namedBy(subject, look, byMention);
      found.set(subject.component.key, known);
      return known;
    },
    namings: (dependent, required, layers, over = false) => {
      const lowest = over ? undefined : lowestOf(layers);
      const names = new Set(mentionsOf(required.component));
      return layers.flatMap((layer) => naming(layer, look(dependent, layer, layer === lowest), names));
    },
  };
}

type Look = (subject: Subject, layer: ComponentLayer, lowest: boolean) => LayerMentions;

const lowestOf = (layers: readonly ComponentLayer[]): ComponentLayer | undefined =>
  layers.filter(({ kind }) => kind !== "active").at(-1) ?? layers.at(-1);

function namedBy(subject: Subject, look: Look, byMention: ReadonlyMap<Mention, readonly Subject[]>): Subject[] {
  const found = new Set<Subject>();
  if (byMention.size === 0) return [];
  const { layers } = subject.stack ?? { layers: [] };
  const lowest = lowestOf(layers);
  for (const layer of layers) {
    for (const mentions of look(subject, layer, layer === lowest).values()) {
      for (const mention of mentions) for (const named of byMention.get(mention) ?? []) found.add(named);
    }
  }
  return [...found].filter(({ component }) => component.key !== subject.component.key);
}

function naming(layer: ComponentLayer, found: LayerMentions, names: ReadonlySet<Mention>): Naming[] {
  const properties = [...found].flatMap(([property, mentions]) =>
    [...mentions].some((mention) => names.has(mention)) ? [property] : [],
  );
  return properties.length === 0 ? [] : [{ layer, properties: new Set(properties) }];
}
