import { useProduct } from "./product";

/** Below these widths, in pixels, only the essential columns are shown, and only what fits a phone. */
const NARROW = 720;
const PHONE = 480;

/** How much room there is. A host that has not measured yet counts as wide. */
export function useWidth(): "phone" | "narrow" | "wide" {
  const { width } = useProduct().host;
  if (width <= 0 || width >= NARROW) return "wide";
  return width < PHONE ? "phone" : "narrow";
}
