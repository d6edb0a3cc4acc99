import type { Guid } from "../domain/model/guid";
import type { ReleaseWay } from "../domain/releases/releasePreview";

/**
 * What the hosting page offers, as plain values and functions: the only thing `index.ts` hands to the views besides
 * the store. Tests give their own.
 */
export interface Host {
  /** A text of the resx by its key; the key itself when there is none. */
  readonly text: (key: string) => string;
  /** LCID of the user's language. */
  readonly languageId: number;
  readonly rightToLeft: boolean;
  /** Width in pixels, or -1 while unknown. */
  readonly width: number;
  /** `fluentDesignLanguage` of the context; undefined on hosts without it. */
  readonly theme?: HostTheme;
  readonly clientUrl: string;
  readonly formatDate: (date: Date, withTime: boolean) => string;
  readonly formatNumber: (value: number) => string;
  /** Opens an address in a new window. */
  readonly openUrl: (url: string) => void;
  /** Hands a file to the user. */
  readonly saveFile: (name: string, content: string, mediaType: string) => void;
  /** @returns false where the browser refused. */
  readonly copyText: (text: string) => Promise<boolean>;
  readonly now: () => Date;
  readonly place: PlacePort;
  /** Who the host says is signed in, until the environment itself has answered. */
  readonly userName?: string;
  /** Calls `run` once after `milliseconds`. @returns a function that calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Hears keys pressed anywhere in the window. @returns a function that unsubscribes. */
  readonly onKey: (listener: (event: KeyboardEvent) => void) => () => void;
}

/** Where in the product the person is; survives a reload where the host lets us keep it. */
export interface PlacePort {
  read(): Place;
  write(place: Place): void;
  /** @returns a function that unsubscribes; called on the browser's back button. */
  onChange(listener: (place: Place) => void): () => void;
}

export interface Place {
  readonly page: string;
  readonly solution?: Guid;
  readonly panelTab?: string;
  /** Solutions whose uninstall is previewed together, in the panel. */
  readonly rollback?: readonly Guid[];
  /** Unique name of the solution that the page's list is narrowed to. */
  readonly about?: string;
  /** A row of the solution history whose operation is open, in the panel. */
  readonly operation?: Guid;
  /** The component whose layers are open, in the panel. */
  readonly component?: PlacedComponent;
  /** The package whose guided import is under way: after a reload it is asked for again. */
  readonly imported?: PlacedImport;
}

/** What an address can keep of an import: the operation itself is the server's, and is found there. */
export interface PlacedImport {
  /** Of the zip, lower-case hex. */
  readonly sha256: string;
  readonly way: ReleaseWay;
  readonly fileName: string;
}

/** A component as an address can keep it; its names are read again. */
export interface PlacedComponent {
  /** Platform name of its type. */
  readonly typeName: string;
  readonly id: Guid;
}

/** The part of `context.fluentDesignLanguage` that the product reads. */
export interface HostTheme {
  readonly isDarkTheme: boolean;
  readonly tokenTheme: Readonly<Record<string, string>>;
}
