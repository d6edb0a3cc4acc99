import type { PlatformError } from "../domain/failures/platformErrors";
import type { Texts } from "./texts";

/** What an error of the platform means. */
export const platformErrorMeaning = (error: PlatformError, { t }: Texts): string => t(`PlatformError_${error}`);

/** What to do about it. */
export const platformErrorAdvice = (error: PlatformError, { t }: Texts): string => t(`PlatformError_${error}_Do`);
