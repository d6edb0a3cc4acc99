import * as React from "react";
import type { Place, PlacePort } from "../host";

/** The place in the product, kept in the address where the host allows; follows the browser's back button. */
export function usePlace(port: PlacePort): readonly [Place, (place: Place) => void] {
  const [place, setPlace] = React.useState(() => port.read());
  React.useEffect(() => port.onChange(setPlace), [port]);
  const go = React.useCallback(
    (next: Place): void => {
      port.write(next);
      setPlace(next);
    },
    [port],
  );
  return [place, go];
}
