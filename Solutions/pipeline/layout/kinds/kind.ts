import type { SourceFiles } from "../sourceFiles";
import type { XmlElement } from "../../../../SolutionHealth/domain/xml/element";

/** What packing gives to a kind of component. */
export interface PackContext {
  readonly managed: boolean;
  readonly files: SourceFiles;
  /** What to do with a component that exists only for the other package type. */
  readonly missingVariant: MissingVariant;
  /**
   * Takes an XML file and parses it.
   * @param asked who needs it, for the error.
   * @throws PackagingError missingFile, brokenXml (among others: another root element than `root`).
   */
  takeXml(path: string, root: string, asked: string): XmlElement;
  /**
   * Adds an entry to the package.
   * @throws PackagingError duplicateComponent.
   */
  addEntry(path: string, content: Uint8Array): void;
}

/**
 * A folder for both package types holds some components twice: `X.xml` for the unmanaged package, `X_managed.xml` for
 * the managed one. Where only one is there: refuse to pack, leave the component out (as SolutionPackager does by
 * default), or use the one that is there.
 */
export type MissingVariant = "refuse" | "leaveOut" | "substitute";

/** What unpacking gives to a kind of component. */
export interface UnpackContext {
  readonly managed: boolean;
  /** Entry names of the package that are not yet taken, without a leading slash. */
  entriesBelow(folder: string): string[];
  hasEntry(path: string): boolean;
  /**
   * Takes an entry of the package; a leading slash is ignored.
   * @throws PackagingError missingFile.
   */
  takeEntry(path: string, asked: string): Uint8Array;
  /**
   * Writes a file into the folder.
   * @throws PackagingError duplicateComponent, unsafePath.
   */
  writeFile(path: string, content: Uint8Array): void;
  writeXml(path: string, root: XmlElement): void;
  /** True where a file of this path (without regard to case) is written already. */
  isWritten(path: string): boolean;
}

/** One kind of component: how a section of customizations.xml becomes files, and how files become the section. */
export interface ComponentKind {
  /** Name of the section, a child of the root of customizations.xml. */
  readonly section: string;
  /** Top-level folder of its files. */
  readonly folder: string;
  /** True where the folder holds something that belongs into the section. */
  isIn(files: SourceFiles): boolean;
  /** Fills the section from the files. */
  pack(section: XmlElement, context: PackContext): void;
  /** Moves what the section holds into files; what the layout keeps in Customizations.xml stays. */
  unpack(section: XmlElement, context: UnpackContext): void;
}
