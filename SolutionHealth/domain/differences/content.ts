/** What a node holds, with all that is in it. Two nodes hold the same where theirs is the same object. */
export interface Content {
  readonly number: number;
}

/** Finds nodes that hold the same: what is equal in both documents needs no comparison. One for each comparison. */
export class Contents {
  private readonly known = new Map<string, Content>();

  /** @param text equal for nodes that hold the same, different for all others */
  of(text: string): Content {
    let content = this.known.get(text);
    if (content === undefined) {
      content = { number: this.known.size };
      this.known.set(text, content);
    }
    return content;
  }
}

/** Numbers of contents, as text for the content around them. */
export const numbersOf = (nodes: readonly { readonly content: Content }[]): string =>
  nodes.map(({ content }) => content.number).join();
