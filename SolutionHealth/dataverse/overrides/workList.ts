/** Work that comes in while it is being done. */
export interface WorkList<T> {
  add(items: readonly T[]): void;
  /** Nothing more will come. */
  end(): void;
  /** @returns up to so many items, waiting for the first; none when everything has been taken and the end was told */
  take(most: number): Promise<T[]>;
  /** How many items wait to be taken by now. */
  readonly length: number;
}

export function createWorkList<T>(): WorkList<T> {
  const items: T[] = [];
  const waiting: (() => void)[] = [];
  let ended = false;

  const wake = (): void => waiting.splice(0).forEach((go) => go());

  return {
    add(more) {
      items.push(...more);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    async take(most) {
      while (items.length === 0 && !ended) await new Promise<void>((resolve) => waiting.push(resolve));
      return items.splice(0, most);
    },
    get length() {
      return items.length;
    },
  };
}
