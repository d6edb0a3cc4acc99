import { mergeStyleSets, useTheme } from "@fluentui/react";
import type { IStyle, ITheme } from "@fluentui/react";

/**
 * A hook that gives class names for a set of styles, made once per theme.
 * Write sides as `marginInlineStart` and the like, so that right-to-left needs no second set.
 */
export function createStyles<K extends string>(build: (theme: ITheme) => Record<K, IStyle>): () => Record<K, string> {
  const made = new WeakMap<ITheme, Record<K, string>>();
  return function useStyles(): Record<K, string> {
    const theme = useTheme();
    const known = made.get(theme);
    if (known) return known;
    const classes = mergeStyleSets(build(theme)) as unknown as Record<K, string>;
    made.set(theme, classes);
    return classes;
  };
}
