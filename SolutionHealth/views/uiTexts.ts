import type { UiTexts } from "../ui/UiProvider";
import type { Texts } from "./texts";

export function createUiTexts({ t }: Texts): UiTexts {
  return {
    close: t("Ui_Close"),
    copy: t("Ui_Copy"),
    copied: t("Ui_Copied"),
    copyFailed: t("Ui_CopyFailed"),
    details: t("Ui_Details"),
    retry: t("Ui_Retry"),
    cancel: t("Ui_Cancel"),
    dismiss: t("Ui_Dismiss"),
    moreCommands: t("Ui_MoreCommands"),
    clearSearch: t("Ui_ClearSearch"),
    sortedAscending: t("Ui_SortedAscending"),
    sortedDescending: t("Ui_SortedDescending"),
    loading: t("Ui_Loading"),
    opensInNewWindow: t("Ui_OpensInNewWindow"),
  };
}
