import * as React from "react";
import { Announce } from "../../ui/Announce";
import { DataTable } from "../../ui/DataTable";
import type { DataColumn } from "../../ui/DataTable";
import { Column } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { Code, Lines } from "../../ui/Text";
import type { Product } from "../product";
import { useProduct } from "../product";

/** What came out otherwise than expected. */
interface Surprise {
  readonly found: "gone" | "missing" | "there" | "otherValues" | "unknown";
  readonly properties: readonly string[];
}

/** What is said of it all: so many came otherwise, so many of those looked at are as expected. */
interface ComparedWords {
  readonly title: (surprises: number) => string;
  readonly text: (compared: number, asSaid: number) => string;
}

/** What was announced against what is there. */
export const announced = ({ t, plural, host }: Product): ComparedWords => ({
  title: (surprises) => (surprises === 0 ? t("Compare_AsSaid") : plural("Compare_Surprises", surprises)),
  text: (compared, asSaid) => plural("Compare_Compared", compared, host.formatNumber(asSaid)),
});

/** What a package holds against what is there. */
export const arrived = ({ t, plural, host }: Product): ComparedWords => ({
  title: (surprises) => (surprises === 0 ? t("Arrived_All") : plural("Arrived_Differs", surprises)),
  text: (compared, asSaid) => plural("Arrived_Compared", compared, host.formatNumber(asSaid)),
});

export interface ComparedTableProps<T extends Surprise> {
  readonly words: ComparedWords;
  readonly compared: number;
  readonly asSaid: number;
  readonly surprises: readonly T[];
  /** The component, and what was said of it. */
  readonly columns: readonly DataColumn<T>[];
  readonly getKey: (surprise: T) => string;
  /** "Contoso Sales: Everything came as announced." */
  readonly titled?: (title: string) => string;
}

/** What was expected against what is there now: in a sentence, and where it came otherwise, one by one. */
export function ComparedTable<T extends Surprise>(props: ComparedTableProps<T>): React.ReactElement {
  const { words, compared, asSaid, surprises, columns, getKey, titled = (title) => title } = props;
  const { t } = useProduct();
  const good = surprises.length === 0;
  const title = words.title(surprises.length);
  const found: DataColumn<T> = {
    key: "found",
    name: t("Compare_Found"),
    render: (surprise) => (
      <Lines>
        <span>{t(FOUND[surprise.found])}</span>
        {surprise.properties.length > 0 && <Code>{surprise.properties.join(", ")}</Code>}
      </Lines>
    ),
  };
  return (
    <Column gap={8}>
      <Announce message={title} />
      <Notice kind={good ? "info" : "warning"} title={titled(title)} announced>
        {words.text(compared, asSaid)}
      </Notice>
      {!good && (
        <DataTable label={t("Compare_Title")} items={surprises} columns={[...columns, found]} getKey={getKey} />
      )}
    </Column>
  );
}

const FOUND: Readonly<Record<Surprise["found"], string>> = {
  gone: "Found_Gone",
  missing: "Found_Gone",
  there: "Found_There",
  otherValues: "Found_OtherValues",
  unknown: "Found_Unknown",
};
