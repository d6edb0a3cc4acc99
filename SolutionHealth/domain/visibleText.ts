/** Marks that turn the direction of the text that follows them, and could make it read as something else. */
const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/g;

/** Text whose marks of direction are seen instead of obeyed: `U+202E` in brackets. Letters of any script stay. */
export const visibleText = (text: string): string => text.replace(DIRECTION_MARKS, (mark) => `⟨U+${codeOf(mark)}⟩`);

/** JSON in which such marks are escaped: a reader of the file gets them as they were, a person who looks at it is not misled. */
export const visibleJson = (json: string): string =>
  json.replace(DIRECTION_MARKS, (mark) => `\\u${codeOf(mark).toLowerCase()}`);

const codeOf = (mark: string): string => mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
