import type { UnpackContext } from "./kind";

/**
 * Path for a component's file: characters that some file system refuses become `_`, and a name that is taken gets a
 * number. Only for files whose name nobody reads back.
 */
export function freePath(folder: string, name: string, ending: string, context: UnpackContext): string {
  const stem = `${folder}/${safeName(name)}`;
  let path = stem + ending;
  for (let number = 2; context.isWritten(path); number++) path = `${stem} (${String(number)})${ending}`;
  return path;
}

/** A name that every file system takes. */
export function safeName(name: string): string {
  const plain = name.replace(/[\p{Cc}<>:"/\\|?*]/gu, "_").replace(/[. ]+$/, "_");
  return plain === "" ? "_" : plain;
}
