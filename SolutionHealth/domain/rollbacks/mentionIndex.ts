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
   * Those of these layers of `dependent` that name `required`, top first.
   * @param whole layers that speak with all they have, not with what they list alone. The lowest, unless told: what it
   * repeats of layers that are gone is still there (fact sheet §4.4)
   */
  namings(
    dependent: Subject,
    required: Subject,
    layers: readonly ComponentLayer[],
    whole?: readonly ComponentLayer[],
  ): readonly Naming[];
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
  const look: Look = ({ component }, layer, whole) => {
    const cache = read[whole ? 1 : 0];
    const known = cache.get(layer) ?? mentionsInLayer(layer, whole, component);
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
    namings: (dependent, required, layers, whole = lowestOf(layers)) => {
      const names = new Set(mentionsOf(required.component));
      return layers.flatMap((layer) => naming(layer, look(dependent, layer, whole.includes(layer)), names));
    },
  };
}

type Look = (subject: Subject, layer: ComponentLayer, whole: boolean) => LayerMentions;

/** The lowest layer, unmanaged only where there is no other; none of none. */
function lowestOf(layers: readonly ComponentLayer[]): readonly ComponentLayer[] {
  const bases = layers.filter(({ kind }) => kind !== "active");
  return (bases.length > 0 ? bases : layers).slice(-1);
}

function namedBy(subject: Subject, look: Look, byMention: ReadonlyMap<Mention, readonly Subject[]>): Subject[] {
  const found = new Set<Subject>();
  if (byMention.size === 0) return [];
  const { layers } = subject.stack ?? { layers: [] };
  const whole = lowestOf(layers);
  for (const layer of layers) {
    for (const mentions of look(subject, layer, whole.includes(layer)).values()) {
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
